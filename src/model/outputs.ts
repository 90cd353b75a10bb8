/**
 * Turns what a page needs into an address: a hashed file beside it (site), a data URI (single file), a path (dev).
 * Dev, site and single file differ in nothing else.
 */
export interface AssetResolver {
  /** A file on disk, absolute path in, address out; undefined when there is none to show. `uses`: how often the page names it, 1 when not given. */
  readonly file: (absolutePath: string, uses?: number) => string | undefined;
  /** The element that brings in a style sheet; `url()`s in it are relative to `base`, an absolute folder. */
  readonly style: (css: string, base: string, name: string) => string;
  /** The element that brings in a classic script, its text made safe to stand in a page. The page's CSP admits it by its hash. */
  readonly script: (code: string, name: string) => string;
  /**
   * Puts a script and its style sheet where the page can load them when they are asked for, and gives back their addresses. Absent where
   * all that a page needs stands in it.
   */
  readonly later?: (parts: ScriptAndStyle, base: string, name: string) => ScriptAndStyle;
  /** CSP sources the page needs beside hashes and data: — `'self'` on a site, none in a single file. */
  readonly cspSources: readonly string[];
  /** The picture of slide 1 beside the published page; absent where there is none. */
  readonly preview?: string;
  /** What the page's scripts may connect to: nothing, but for the server of `dev`. */
  readonly connectSources: readonly string[];
}

export interface ScriptAndStyle {
  readonly script: string;
  readonly style: string;
}

/** What runs in the reader's browser, bundled when the package is built (`dist/client`). */
export interface ClientBundle {
  /** Absolute; `url()`s of the style sheets are relative to it. */
  readonly folder: string;
  /** The deck's script, without what is loaded on demand. */
  readonly script: string;
  readonly style: string;
  /** The deck's script and that of `onDemand` as one. */
  readonly whole: string;
  /** The style sheet of papers: the theme's for slides, and that of the papers themselves. */
  readonly paperStyle: string;
  /** KaTeX's style sheet, brought in only by decks with formulas. */
  readonly mathStyle: string;
  /** Code points that at least one of the theme's text fonts has. */
  readonly glyphs: ReadonlySet<number>;
  /** The speaker view, brought in only where an edition has notes. */
  readonly speaker: ScriptAndStyle;
  /** What opens over a deck, and the parts of Reveal that few decks use: a site loads it when it is asked for. */
  readonly onDemand: ScriptAndStyle;
}

/** A part of a file: text, or the bytes of another file, absolute, in Base64. */
export type Piece = string | { readonly base64Of: string };

/**
 * A file that is to be written: its bytes, or the pieces that are put together while it is written, or the absolute path of the file that
 * is copied. `path` is relative to the output folder, with forward slashes.
 */
export type Artifact = AssetFile | { readonly path: string; readonly pieces: readonly Piece[] };

/** A file that a page of the site needs. */
export type AssetFile =
  | { readonly path: string; readonly bytes: Uint8Array | string }
  | { readonly path: string; readonly copyOf: string };

/** What a speaker drew on a slide and saved. */
export interface InkPicture {
  /** The slide's id. */
  readonly slide: string;
  /** As messages name the file. */
  readonly path: string;
  readonly svg: string;
}
