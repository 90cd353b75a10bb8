import type { Audience } from './deck.js';

/**
 * What a presentation said when it was made, kept in the file itself, so that a colleague's edits can be told from what was there. It holds
 * nothing that the slides and notes of the file do not say.
 */
export interface PresentationRecord {
  readonly version: 1;
  /** The name of the deck. */
  readonly deck: string;
  readonly audience: Audience;
  /** The length it was made in; absent: the deck's own. */
  readonly cut?: number;
  readonly title: string;
  readonly slides: readonly RecordedSlide[];
}

export interface RecordedSlide {
  /** Of the deck. */
  readonly id: string;
  readonly section?: string;
  readonly lines: readonly RecordedLine[];
}

/** What is compared with its like alone. */
export type LineKind = 'title' | 'text' | 'row' | 'alt' | 'picture' | 'series' | 'foot' | 'note';

/** A line of text, the cells of a row, an alternative, a picture, or the numbers of a series. White space is single spaces. */
export interface RecordedLine {
  readonly kind: LineKind;
  /** Cells, and the name of a series and its values, are parted by ` | `. */
  readonly text: string;
  /** How deep it stands; absent: 0. */
  readonly level?: number;
  /** Its words in bold, in italics; absent: none. */
  readonly strong?: string;
  readonly em?: string;
  /** Addresses that its words lead to; absent: none. */
  readonly links?: readonly string[];
  /** Of a picture: how many bytes its files have. */
  readonly sizes?: readonly number[];
}
