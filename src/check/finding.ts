import type { Deck, Place, Severity } from '../model.js';

/** What a rule finds in a parsed deck; its name is added to it, and its severity where it has none of its own. */
export interface Finding {
  readonly message: string;
  readonly place: Place;
  readonly cure?: string;
  readonly severity?: Severity;
}

/** What a rule finds in a PDF; `page` counts from 1 and is the first where the whole file is meant. */
export interface PdfFinding {
  readonly message: string;
  readonly page?: number;
  readonly cure?: string;
}

/** What a rule may look at. */
export interface Checked {
  readonly deck: Deck;
  /** Code points that at least one of the theme's text fonts has. */
  readonly glyphs: ReadonlySet<number>;
  /** The day by which claims may be too old; absent: none is. */
  readonly today?: Date;
}
