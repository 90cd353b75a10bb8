import type { WrittenFile } from './replace-files.js';

/** Files, clock, terminal and signals. Commands get them as an argument, so that tests can pass others. */
export interface Effects {
  /** Absolute; what paths in messages are relative to. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly files: Files;
  /** The date put into outputs: `SOURCE_DATE_EPOCH` where it is set, else the clock. */
  readonly now: () => Date;
  /** Milliseconds that only grow, for the seconds in progress lines. */
  readonly elapsed: () => number;
  /** Results, one line a call; nothing else goes to standard output. */
  readonly print: (line: string) => void;
  /** Messages about decks and progress, one line a call. */
  readonly report: (line: string) => void;
  readonly interactive: boolean;
  /** Asks whoever sits at the terminal, and gives the line that was typed; absent where nobody does. */
  readonly ask?: (question: string) => Promise<string>;
  /** Whether results go to a terminal that shows colours. */
  readonly colour: boolean;
  /** Aborted when the user or the system asks the command to stop. */
  readonly signal: AbortSignal;
}

/** The largest file that is read whole, bytes, where nothing else is asked for. Films are larger, and are copied piece by piece. */
export const wholeLimit = 64 * 2 ** 20;

/** The files of the machine. Paths are absolute. */
export interface Files {
  /** The file's bytes; undefined when there is no regular file of that name, or it has more than `most`, `wholeLimit` when not given. */
  readonly read: (file: string, most?: number) => Promise<Uint8Array | undefined>;
  /** The same at once, for what is put into a page while it is composed. */
  readonly readNow: (file: string) => Uint8Array | undefined;
  /** How many bytes a regular file has; undefined when there is none of that name, or none that can be looked at. */
  readonly sizeNow: (file: string) => number | undefined;
  /** The SHA-256 of a regular file of any size, in hexadecimal; undefined when there is none of that name. */
  readonly hashNow: (file: string) => string | undefined;
  /** A regular file's bytes from `start` to `end`, both included, piece by piece. */
  readonly stream: (file: string, range: { readonly start: number; readonly end: number }) => NodeJS.ReadableStream;
  /** `special` is what has no end or blocks who reads it: a pipe, a socket, a device. It is never opened. */
  readonly kind: (path: string) => Promise<'file' | 'folder' | 'special' | undefined>;
  /** Names in a folder, sorted; none when there is no such folder. */
  readonly list: (folder: string) => Promise<readonly string[]>;
  /**
   * Writes all files or, when one fails, none: everything is written beside its place first and renamed last, in the order given.
   * Makes folders as needed. Throws a DeckError `write-failed` that names the file and the cure.
   */
  readonly replace: (files: readonly WrittenFile[]) => Promise<void>;
  readonly remove: (path: string) => Promise<void>;
}
