import type { Place } from '../model/diagnostic.js';

/** What became of something that another tool's deck has. */
export type Fate = 'kept' | 'changed' | 'lost';

/** One line of the report: what stood where, and what became of it. */
export interface ImportRemark {
  readonly fate: Fate;
  readonly place: Place;
  /** As it was typed, on one line. */
  readonly typed: string;
  /** What became of it, and what is to be done where something is. */
  readonly message: string;
}

/** A deck of another tool, as text. */
export interface ForeignDeck {
  /** As messages name it. */
  readonly path: string;
  readonly text: string;
  /** The text of another file of the deck, by its path from the deck's own folder; undefined where there is none. */
  readonly textOf: (path: string) => string | undefined;
}

/** A picture, a film or another file that the deck shows. */
export interface ImportedFile {
  /** The address in the foreign deck; its path from that deck's folder. */
  readonly from: string;
  /** The path beside the new deck. */
  readonly to: string;
}

/** A deck of ours that was made of another tool's. */
export interface ImportedDeck {
  readonly text: string;
  readonly slides: number;
  readonly files: readonly ImportedFile[];
  /** `references.yaml`, of what the foreign deck has in its front matter; absent where it has none. */
  readonly references?: string;
  readonly remarks: readonly ImportRemark[];
}

/** A slide of another tool's deck, with what its tool says of it outside its text. */
export interface ForeignSlide {
  readonly path: string;
  /** Of the text's first line. */
  readonly line: number;
  readonly text: string;
  /** It stands below the slide before it, in a stack. */
  readonly isBelow?: boolean;
}
