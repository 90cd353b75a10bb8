import type { Box, FaintText } from './laid-out.js';

/** A PDF as it was read again. Pages count from 1; lengths are pt, from the top left of the page. */
export interface PdfReading {
  readonly pages: readonly { readonly width: number; readonly height: number }[];
  /** What the catalogue and the document information say. */
  readonly about: PdfSaid;
  /** The same as the XMP packet says it; absent where there is none. */
  readonly xmp?: PdfSaid;
  /** Whether it says that it is tagged. */
  readonly isMarked: boolean;
  /** Whether viewers are told to show the title rather than the file's name. */
  readonly showsTitle: boolean;
  readonly tree: readonly PdfElement[];
  /** What stands on pages and is neither in the tree nor marked as an artifact. `text` is empty for what is drawn. */
  readonly unmarked: readonly { readonly page: number; readonly text: string }[];
  readonly bookmarks: readonly PdfBookmark[];
  /** Of all pages; the tree holds the same objects. */
  readonly links: readonly PdfLink[];
  readonly fonts: readonly PdfFont[];
  /** Texts that are too faint for what is behind them; absent where the pages were not looked at. */
  readonly faint?: readonly (FaintText & { readonly page: number })[];
}

/** What a PDF says about itself; empty where it says nothing. */
export interface PdfSaid {
  readonly title: string;
  readonly author: string;
  readonly lang: string;
  /** When it was made, ISO 8601. */
  readonly date: string;
}

/** An element of the structure tree. */
export interface PdfElement {
  readonly kind: 'element';
  /** A standard role (ISO 32000-1, 14.8.4), or the file's own word where it is mapped to none. */
  readonly role: string;
  readonly lang?: string;
  readonly alt?: string;
  readonly actualText?: string;
  /** Of a header cell: what it heads. */
  readonly scope?: string;
  readonly columns: number;
  readonly children: readonly (PdfElement | PdfContent | PdfLinked)[];
}

/** A stretch of a page's content that belongs to an element. */
export interface PdfContent {
  readonly kind: 'content';
  readonly page: number;
  readonly text: string;
  /** Around all it shows; absent where it shows nothing. */
  readonly box?: Box;
  /** How many pictures and how many shapes it draws. */
  readonly images: number;
  readonly shapes: number;
}

/** The place of a link in the tree. */
export interface PdfLinked {
  readonly kind: 'link';
  readonly link: PdfLink;
}

export interface PdfLink {
  readonly page: number;
  /** The page it leads to, or an address; absent where it leads nowhere. */
  readonly target?: number | string;
}

export interface PdfBookmark {
  readonly title: string;
  /** Absent where it leads nowhere. */
  readonly page?: number;
  readonly children: readonly PdfBookmark[];
}

export interface PdfFont {
  readonly name: string;
  /** As the file has it: TrueType, Type0, Type3, … */
  readonly type: string;
  readonly isEmbedded: boolean;
  /** Whether its glyphs can be read as characters. */
  readonly isReadable: boolean;
}
