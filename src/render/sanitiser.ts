/**
 * The last gate before the reader for a deck nobody vouches for: what comes out runs no script, whatever went in. It is handed in, since
 * it needs a document and this room touches none. Absent: the deck is trusted, and `tameRawHtml` and the page's CSP hold.
 */
export interface Sanitiser {
  /** Markup that is to stand in a page's body. */
  readonly html: (markup: string) => string;
  /** A whole `<svg>`. */
  readonly svg: (markup: string) => string;
}
