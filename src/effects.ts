import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { DeckError } from './error.js';

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
  async replace(files) {
    const written: { readonly temporary: string; readonly file: string }[] = [];
    try {
      for (const { file, bytes } of files) {
        await mkdir(dirname(file), { recursive: true });
        const temporary = join(dirname(file), `.${basename(file)}.${randomBytes(6).toString('hex')}.tmp`);
        written.push({ temporary, file });
        await writeWhole(temporary, bytes);
      }
      for (const { temporary, file } of written) await rename(temporary, file);
    } catch (error) {
      for (const { temporary } of written) await rm(temporary, { force: true });
      throw writeFailure(written.at(-1)?.file ?? files[0]?.file ?? '', error);
    }
  },
  async remove(path) {
    await rm(path, { recursive: true, force: true });
  },
};

/** Flushed to the disk before it is renamed: a full disk is noticed here, not in the reader's hands. */
async function writeWhole(file: string, bytes: Uint8Array | string): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A path with a NUL byte in it names no file. */
function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR', 'ERR_INVALID_ARG_VALUE'].includes(codeOf(error));
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function readFailure(path: string, error: unknown): DeckError {
  const why =
    {
      EACCES: 'it may not be read',
      EISDIR: 'it is a folder',
      ELOOP: 'its links lead back to it',
      ENAMETOOLONG: 'its name is too long',
      EMFILE: 'too many files are open',
    }[codeOf(error)] ?? String(error);
  return new DeckError('read-failed', `${path} could not be read: ${why}.`, { cause: error });
}

function writeFailure(file: string, error: unknown): Error {
  const why = {
    ENOSPC: 'the disk is full; free some space and run the command again',
    EDQUOT: 'the disk quota is used up; free some space and run the command again',
    EACCES: 'the folder may not be written to; change its permissions or choose another with --out',
    EPERM: 'the folder may not be written to; change its permissions or choose another with --out',
    EROFS: 'the folder is on a read-only disk; choose another with --out',
    EMFILE: 'too many files are open; run the command again',
    EEXIST: 'a part of its path is a file; choose another folder with --out',
    ENOTDIR: 'a part of its path is a file; choose another folder with --out',
    EISDIR: 'a folder of that name is in the way; remove it or choose another with --out',
  }[codeOf(error)];
  if (why === undefined) return error instanceof Error ? error : new Error(String(error));
  return new DeckError('write-failed', `${file} could not be written: ${why}. What was there before is unchanged.`, {
    cause: error,
  });
}
