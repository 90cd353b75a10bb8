/** A source as it was received. */
export interface SourceFile {
  /** As messages show it. */
  readonly path: string;
  /** With its extension; what it is called says what it should hold. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What its author says its text is written in, as the Encoding Standard names it; told from the bytes where not given. */
  readonly encoding?: string;
}

/**
 * A block of a source before its paragraphs are numbered. Lines of a text are divided by \n. A line that is a page mark (`pageMark`) says
 * that what stands below it is on that page.
 */
export interface SourceBlock {
  /** A table's rows are its lines; a note stood at the foot of a page or at the end. */
  readonly kind: 'paragraph' | 'heading' | 'table' | 'note';
  readonly text: string;
  /** A heading's, 1 to 6. */
  readonly level?: number;
}

/** What a file says of itself outside of its text, or in marks meant for that; each part absent where it says nothing. */
export interface SourceSays {
  readonly title?: string;
  readonly authors?: readonly string[];
  /** As written, or in ISO 8601. */
  readonly date?: string;
  /** A BCP 47 tag. */
  readonly language?: string;
  /** The journal, site or series it appeared in. */
  readonly container?: string;
  readonly publisher?: string;
  readonly url?: string;
  readonly doi?: string;
  readonly isbn?: string;
}

/** What a reader made of a file. */
export interface ReadSource {
  readonly blocks: readonly SourceBlock[];
  readonly says: SourceSays;
  /** What whoever adds the source should look at, each a sentence. */
  readonly warnings: readonly string[];
}

/** Reads one kind of file. */
export interface SourceReader {
  /** With its article, for messages: "a PDF". */
  readonly what: string;
  /** What such files are called, without the dot. */
  readonly extensions: readonly string[];
  /** Whether the bytes are surely of this kind; absent where only the name tells. */
  readonly begins?: (bytes: Uint8Array) => boolean;
  /** Its bytes are the text's own, in an encoding that the reader has to know. */
  readonly hasEncoding?: boolean;
  /** Throws a DeckError where the file cannot be read. */
  readonly read: (file: SourceFile) => Promise<ReadSource>;
}

/** A line that says which page begins. */
export const pageMark = /^\[Page (\S(?:[^\]\n]*\S)?)\]$/u;

/** The line that `pageMark` reads. */
export function writePageMark(label: string): string {
  return `[Page ${label}]`;
}
