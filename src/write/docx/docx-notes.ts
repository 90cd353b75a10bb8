import { Paragraph, type ParagraphChild } from 'docx';
import type { Block, Citation, Footnote } from '../../model.js';
import { textRun } from './docx-runs.js';

/** A Word file's footnotes, gathered while its text is written. */
export interface DocxNotes {
  /** The footnote that says what a citation rests on. */
  readonly cite: (citation: Citation) => number;
  /** A footnote in words of ours. */
  readonly say: (words: string) => number;
  /** An author's footnote by its number on the slide; undefined where there is none. */
  readonly numbered: (number: number) => number | undefined;
  /** Says whose claims and footnotes the next calls mean. */
  readonly enter: (place: { readonly footnotes?: readonly Footnote[]; readonly block?: Block }) => void;
  readonly all: () => Readonly<Record<string, { readonly children: readonly Paragraph[] }>>;
}

/** `says` is a citation in words, where the block that has it stands; `write` an author's footnote. */
export function docxNotes(
  says: (citation: Citation, block: Block | undefined) => string,
  write: (footnote: Footnote) => readonly ParagraphChild[],
): DocxNotes {
  const bodies: Paragraph[] = [];
  let footnotes: readonly Footnote[] = [];
  let block: Block | undefined;
  const known = new Map<Footnote, number>();
  const add = (children: readonly ParagraphChild[]): number =>
    bodies.push(new Paragraph({ style: 'FootnoteText', children: [...children] }));
  return {
    cite: (citation) => add([textRun(` ${says(citation, block)}`)]),
    say: (words) => add([textRun(` ${words}`)]),
    numbered(number) {
      const found = footnotes.find((one) => one.number === number);
      if (found === undefined) return undefined;
      const id = known.get(found) ?? add([textRun(' '), ...write(found)]);
      known.set(found, id);
      return id;
    },
    enter(place) {
      if (place.footnotes !== undefined) footnotes = place.footnotes;
      block = place.block;
    },
    all: () => Object.fromEntries(bodies.map((body, index) => [String(index + 1), { children: [body] }])),
  };
}
