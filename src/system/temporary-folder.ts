import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeckError } from '../error.js';
import { removeAtExit } from './leftovers.js';
import { systemCode, systemTrouble } from './system-trouble.js';

/** A folder of the system's temporary folder that is gone when `remove` was called or, at the latest, when the process ends. */
export interface TemporaryFolder {
  readonly path: string;
  /** Writes a file into it and returns its path. A DeckError `write-failed` when there is no room. */
  readonly write: (name: string, content: string | Uint8Array) => Promise<string>;
  /** Copies a file into it under another name, and returns its path; where the file is gone by now, nothing is there. A DeckError `write-failed` when there is no room. */
  readonly copy: (name: string, file: string) => Promise<string>;
  readonly remove: () => Promise<void>;
}

/** Makes one. A DeckError `write-failed` says why the system has no place for it. */
export async function temporaryFolder(name: string): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(tmpdir(), `pilcrow-${name}-`)).catch((error: unknown) => {
    throw failure(`No temporary folder could be made in ${tmpdir()}`, error);
  });
  const removed = removeAtExit(path);
  return {
    path,
    async write(file, content) {
      const target = join(path, file);
      await writeFile(target, content).catch((error: unknown) => {
        throw failure(`The temporary file ${target} could not be written`, error);
      });
      return target;
    },
    async copy(name, file) {
      const target = join(path, name);
      await copyFile(file, target).catch((error: unknown) => {
        if (systemCode(error) === 'ENOENT') return;
        throw failure(`${file} could not be copied to ${target}`, error);
      });
      return target;
    },
    async remove() {
      await rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
      removed();
    },
  };
}

function failure(what: string, error: unknown): DeckError {
  const trouble = systemTrouble(error, 'set TMPDIR to a folder that may be written to');
  const why = trouble?.why ?? (error instanceof Error ? error.message : String(error));
  const cure = trouble?.cure ?? 'set TMPDIR to another folder';
  return new DeckError('write-failed', `${what}: ${why}; ${cure}. TMPDIR can name a folder with more room.`, {
    cause: error,
  });
}
