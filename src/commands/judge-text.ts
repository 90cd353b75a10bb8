import { applyExceptions } from '../check/exceptions.js';
import { findLeaks, type SlideToRead } from '../check/leaks.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Deck, Edition, RenderedSlide } from '../model.js';
import { renderSlides } from '../render/render-slides.js';
import type { SlideDocument } from '../render/slide-document.js';
import type { CompiledDeck } from './compile.js';
import { locateAssets } from './locate-assets.js';
import type { Tools } from './tools.js';

/** What is wrong with an edition's text. Its slides are written only where they have to be searched for leaks. */
export async function judgeEdition(
  { deck, drawings, evidence }: CompiledDeck,
  edition: Edition,
  tools: Tools,
): Promise<readonly Diagnostic[]> {
  const { sanitiser, memory } = tools;
  const options = { sanitiser, purpose: 'judged', memory: memory?.slides(edition, 'judged') } as const;
  const document = await renderSlides(deck, drawings, evidence, edition, options);
  const { diagnostics: unlocated } = await locateAssets([...document.assets.values()], deck, edition.audience, tools);
  const diagnostics = [...document.diagnostics, ...unlocated];
  return judgeText(
    document,
    diagnostics,
    async () => (await import('../render/write-stage.js')).writeStage(document).slides,
  );
}

/**
 * What is wrong with the text of a document that was rendered: `diagnostics` are those known so far, `written` gives its slides when they
 * have to be searched for leaks.
 */
export async function judgeText(
  document: SlideDocument,
  diagnostics: readonly Diagnostic[],
  written: () => Promise<readonly RenderedSlide[]>,
): Promise<readonly Diagnostic[]> {
  const { deck, edition, trees } = document;
  const empty = trees.length === 0 ? [emptyEdition(deck, edition)] : [];
  const toRead = async (): Promise<readonly SlideToRead[]> => {
    const prose = (await import('../render/write-stage.js')).writeProse(document);
    return (await written()).map((slide, position) => ({ ...slide, prose: prose[position] ?? '' }));
  };
  const leaks = edition.audience === 'student' ? await findLeaks(deck, toRead) : [];
  return applyExceptions(deck, [...diagnostics, ...empty, ...leaks]);
}

/** Reveal shows nothing without a slide. */
function emptyEdition(deck: Deck, { audience, cut }: Edition): Diagnostic {
  const which = cut === undefined ? '' : ` of ${cut} minutes`;
  const message = `No slide is left in the ${audience}'s version${which}: all belong to other lengths or readers.`;
  const { cuts, places } = deck.settings;
  const listed = cut !== undefined && cuts.includes(cut) ? places?.cuts : undefined;
  const place = listed ?? { path: deck.path, line: 1 };
  const cure = 'Choose another --cut, or give a slide a smaller {cut=…}.';
  return { rule: 'empty-edition', severity: 'error', message, place, cure };
}
