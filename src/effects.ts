import { readFileSync } from 'node:fs';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { DeckError } from './error.js';
import { replaceFiles } from './replace-files.js';
import { systemCode, systemTrouble } from './system-trouble.js';

/** What touches the world, handed to the commands as an argument so that tests can hand in another. */
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
  /** Whether results go to a terminal that shows colours. */
  readonly colour: boolean;
  /** Aborted when the user or the system asks the command to stop. */
  readonly signal: AbortSignal;
}

/** The files of the machine. Paths are absolute. */
export interface Files {
  /** The file's bytes; undefined when there is no file of that name. */
  readonly read: (file: string) => Promise<Uint8Array | undefined>;
  /** The same at once, for what is put into a page while it is composed. */
  readonly readNow: (file: string) => Uint8Array | undefined;
  readonly kind: (path: string) => Promise<'file' | 'folder' | undefined>;
  /** Names in a folder, sorted; none when there is no such folder. */
  readonly list: (folder: string) => Promise<readonly string[]>;
  /**
   * Writes all files or, when one fails, none: everything is written beside its place first and renamed last, in the order given.
   * Makes folders as needed. Throws a DeckError `write-failed` that names the file and the cure.
   */
  readonly replace: (files: readonly { readonly file: string; readonly bytes: Uint8Array | string }[]) => Promise<void>;
  readonly remove: (path: string) => Promise<void>;
}

/** The real machine. */
export const nodeFiles: Files = {
  async read(file) {
    try {
      return await readFile(file);
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw readFailure(file, error);
    }
  },
  readNow(file) {
    try {
      return readFileSync(file);
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw readFailure(file, error);
    }
  },
  async kind(path) {
    try {
      const found = await stat(path);
      return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : undefined;
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw readFailure(path, error);
    }
  },
  async list(folder) {
    try {
      return (await readdir(folder)).sort();
    } catch (error) {
      if (isMissing(error)) return [];
      throw readFailure(folder, error);
    }
  },
  replace: replaceFiles,
  async remove(path) {
    await rm(path, { recursive: true, force: true });
  },
};

/** A folder's name, or a path with a NUL byte in it, names no file. */
function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR', 'EISDIR', 'ERR_INVALID_ARG_VALUE'].includes(systemCode(error));
}

function readFailure(path: string, error: unknown): DeckError {
  const trouble = systemTrouble(error, 'put that in order and run the command again');
  const other = trouble === undefined ? String(error) : `${trouble.why}; ${trouble.cure}`;
  const isForbidden = systemCode(error) === 'EACCES';
  const why = isForbidden ? 'it may not be read; change its permissions and run the command again' : other;
  return new DeckError('read-failed', `${path} could not be read: ${why}.`, { cause: error });
}
