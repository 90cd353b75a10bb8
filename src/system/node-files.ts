import { createReadStream, readFileSync, statSync } from 'node:fs';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { DeckError } from '../error.js';
import { type Files, wholeLimit } from './effects.js';
import { hashFile } from './hash-file.js';
import { replaceFiles } from './replace-files.js';
import { systemCode, systemTrouble } from './system-trouble.js';

/** The files of the real machine. */
export const nodeFiles: Files = {
  async read(file, most = wholeLimit) {
    try {
      const found = await stat(file);
      return found.isFile() && found.size <= most ? await readFile(file) : undefined;
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw readFailure(file, error);
    }
  },
  readNow: (file) =>
    seen(file, () => {
      const found = statSync(file);
      return found.isFile() && found.size <= wholeLimit ? readFileSync(file) : undefined;
    }),
  sizeNow(file) {
    try {
      const found = statSync(file);
      return found.isFile() ? found.size : undefined;
    } catch {
      return undefined;
    }
  },
  hashNow: (file) => seen(file, () => (statSync(file).isFile() ? hashFile(file) : undefined)),
  stream: (file, range) => createReadStream(file, range),
  async kind(path) {
    try {
      const found = await stat(path);
      return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'special';
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

/** What `look` finds out about a file that may not be there. */
function seen<T>(file: string, look: () => T): T | undefined {
  try {
    return look();
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw readFailure(file, error);
  }
}

/** A folder's name, a path with a NUL byte in it, and a name longer than any can be name no file. */
function isMissing(error: unknown): boolean {
  const codes = ['ENOENT', 'ENOTDIR', 'EISDIR', 'ERR_INVALID_ARG_VALUE', 'ENAMETOOLONG'];
  return codes.includes(systemCode(error));
}

function readFailure(path: string, error: unknown): DeckError {
  const trouble = systemTrouble(error, 'put that in order and run the command again');
  const other = trouble === undefined ? String(error) : `${trouble.why}; ${trouble.cure}`;
  const isForbidden = systemCode(error) === 'EACCES';
  const why = isForbidden ? 'it may not be read; change its permissions and run the command again' : other;
  return new DeckError('read-failed', `${path} could not be read: ${why}.`, { cause: error });
}
