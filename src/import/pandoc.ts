import { commentsAsNotes } from './comments-as-notes.js';
import { dividePandoc, isTextInPandoc } from './divide-pandoc.js';
import { readForeignFrontMatter, writeFrontMatter } from './front-matter.js';
import type { ForeignDeck, ImportRemark } from './imported-deck.js';
import { readLatex } from './latex.js';
import { ownReferences } from './own-references.js';
import { pandocMarks } from './pandoc-marks.js';
import { SlideDraft } from './slide-draft.js';
import { titleSlide } from './title-slide.js';
import type { ToolDeck } from './tools.js';
import { writeSlide } from './write-slide.js';

/** A deck that Pandoc makes HTML or PowerPoint of (https://pandoc.org/MANUAL.html#slide-shows). */
export function importPandoc(deck: ForeignDeck, remarks: ImportRemark[]): ToolDeck {
  return importFor('slides', deck, remarks);
}

/** A deck that Pandoc makes a PDF of by LaTeX's Beamer: its slides are in one row. */
export function importBeamer(deck: ForeignDeck, remarks: ImportRemark[]): ToolDeck {
  return importFor('beamer', deck, remarks);
}

function importFor(kind: 'slides' | 'beamer', deck: ForeignDeck, remarks: ImportRemark[]): ToolDeck {
  const front = readForeignFrontMatter(deck, remarks);
  const { values, bodyLine } = front;
  const isIncremental = values.incremental === true;
  const head = writeFrontMatter(
    front,
    new Set(['slide-level', 'incremental', 'slide_level', 'references']),
    {},
    deck.path,
    remarks,
  );
  const text = deck.text
    .split('\n')
    .slice(bodyLine - 1)
    .join('\n');
  const level = Number(values['slide-level'] ?? Number.NaN);
  const divided = dividePandoc({ path: deck.path, line: bodyLine, text }, Number.isInteger(level) ? level : undefined);
  const slides = divided.map((slide) => {
    const draft = new SlideDraft(slide, remarks);
    pandocText(draft, isIncremental);
    return writeSlide(draft);
  });
  const title = titleSlide(values, [], { path: deck.path, line: front.lineOf('title') }, remarks);
  const all = [...(title === undefined ? [] : [title]), ...slides];
  const shift = title === undefined ? 0 : 1;
  const below = divided.flatMap(({ isBelow }, index) => (isBelow === true && kind === 'slides' ? [index + shift] : []));
  return { head, slides: all, below: new Set(below), ...ownReferences(front, deck.path, remarks) };
}

/** What Pandoc’s Markdown has on a slide and ours reads otherwise; Quarto’s is made of it. */
export function pandocText(draft: SlideDraft, isIncremental: boolean): void {
  const lines = draft.text.split('\n');
  for (const { type, markup, start, end } of draft.blocks) {
    if (!isTextInPandoc({ type, markup, map: [start, end] }, lines)) continue;
    draft.replace(draft.lineStart(start), draft.lineStart(start), '\\');
    draft.say(
      'changed',
      draft.lineStart(start),
      lines[start] ?? '',
      'Is text, as Pandoc has it: no blank line stands above.',
    );
  }
  commentsAsNotes(draft, (said) => /^\.(slide|element):/.test(said));
  for (const { start, end, by, fate, message, note } of readLatex(draft.text, draft.bare)) {
    draft.replace(start, end, by);
    draft.say(fate, start, draft.text.slice(start, end), message);
    if (note !== undefined) draft.notes.push(note);
  }
  pandocMarks(draft, isIncremental);
}
