import { dividePandoc } from './divide-pandoc.js';
import { readForeignFrontMatter, writeFrontMatter } from './front-matter.js';
import type { ForeignDeck, ImportRemark } from './imported-deck.js';
import { ownReferences } from './own-references.js';
import { pandocText } from './pandoc.js';
import { quartoBlocks } from './quarto-blocks.js';
import { quartoChunks } from './quarto-chunks.js';
import { quartoReferences, quartoTargets } from './quarto-references.js';
import { quartoSettings } from './quarto-settings.js';
import { quartoShortcodes } from './quarto-shortcodes.js';
import { quartoText } from './quarto-text.js';
import { SlideDraft } from './slide-draft.js';
import { titleSlide } from './title-slide.js';
import type { ToolDeck } from './tools.js';
import { writeSlide } from './write-slide.js';

/** A deck of Quarto (https://quarto.org/docs/presentations/revealjs/). Its slides are in one row, as they are there. */
export function importQuarto(given: ForeignDeck, remarks: ImportRemark[]): ToolDeck {
  const deck = quartoText(given, remarks);
  const { front, taken, own, slideLevel, isIncremental, echoes, titleAttributes } = quartoSettings(
    readForeignFrontMatter(deck, remarks),
    deck,
    remarks,
  );
  const head = writeFrontMatter(front, new Set([...taken, 'references']), own, deck.path, remarks);
  const text = deck.text
    .split('\n')
    .slice(front.bodyLine - 1)
    .join('\n');
  const targets = quartoTargets(text);
  const slides = dividePandoc({ path: deck.path, line: front.bodyLine, text }, slideLevel).map((slide) => {
    const draft = new SlideDraft(slide, remarks);
    quartoChunks(draft, echoes);
    quartoShortcodes(draft, front.values);
    quartoBlocks(draft);
    quartoReferences(draft, targets);
    pandocText(draft, isIncremental);
    return writeSlide(draft);
  });
  const place = { path: deck.path, line: front.lineOf('title') };
  const title = titleSlide(front.values, titleAttributes, place, remarks);
  const all = title === undefined ? slides : [title, ...slides];
  return { head, slides: all, ...ownReferences(front, deck.path, remarks) };
}
