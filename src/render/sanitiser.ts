/**
 * Cleans the markup of a deck that is not trusted, last of all: what comes out runs no script, whatever went in. It is an argument, since
 * it needs a DOM, which this room has not. Absent: the deck is trusted, and `tameRawHtml` and the page's CSP are enough.
 */
export interface Sanitiser {
  /** Markup that is to stand in a page's body. */
  readonly html: (markup: string) => string;
  /** A whole `<svg>`. */
  readonly svg: (markup: string) => string;
}
