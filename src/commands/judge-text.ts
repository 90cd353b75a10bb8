import { applyExceptions } from '../check/exceptions.js';
import { findLeaks } from '../check/leaks.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Deck, Edition, RenderedDeck, RenderedSlide } from '../model.js';
import { plantDeck } from '../render/plant-deck.js';
import type { CompiledDeck } from './compile.js';
import { locateAssets } from './locate-assets.js';
import type { Tools } from './tools.js';

/** What is wrong with an edition's text, found without writing its slides where no leak has to be looked for in them. */
export async function judgeEdition(
  { deck, drawings, evidence }: CompiledDeck,
  edition: Edition,
  tools: Tools,
): Promise<readonly Diagnostic[]> {
  const planted = await plantDeck(deck, drawings, edition, evidence, tools.sanitiser);
  const { assets, diagnostics, slides } = planted.rendering;
  const located = await locateAssets([...assets.values()], deck, tools);
  const found = { edition, diagnostics: [...diagnostics, ...located.diagnostics], slides };
  return judgeText(deck, found, async () => (await import('../render/write-deck.js')).writeDeck(planted).slides);
}

/** What an edition's slides were found to be, whether they are written or not. */
type FoundEdition = Pick<RenderedDeck, 'edition' | 'diagnostics'> & { readonly slides: readonly unknown[] };

/** The same where the slides may be `written` already. */
export async function judgeText(
  deck: Deck,
  { edition, diagnostics, slides }: FoundEdition,
  written: () => Promise<readonly RenderedSlide[]>,
): Promise<readonly Diagnostic[]> {
  const empty = slides.length === 0 ? [emptyEdition(deck, edition)] : [];
  const leaks = edition.audience === 'student' ? await findLeaks(deck, written) : [];
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
