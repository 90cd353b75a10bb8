import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeckError } from '../error.js';

/** A folder of the system's temporary folder that is gone when `remove` was called or, at the latest, when the process ends. */
export interface TemporaryFolder {
  readonly path: string;
  readonly remove: () => Promise<void>;
}

const standing = new Set<string>();

/** Makes one. A DeckError `write-failed` says why the system has no place for it. */
export async function temporaryFolder(name: string): Promise<TemporaryFolder> {
  const path = await mkdtemp(join(tmpdir(), `pilcrow-${name}-`)).catch((error: unknown) => {
    throw new DeckError(
      'write-failed',
      `No temporary folder could be made in ${tmpdir()}: ${error instanceof Error ? error.message : String(error)}. Free some space, or set TMPDIR to a folder that may be written to.`,
      { cause: error },
    );
  });
  if (standing.size === 0) process.on('exit', removeAll);
  standing.add(path);
  return {
    path,
    async remove() {
      await rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
      standing.delete(path);
      if (standing.size === 0) process.off('exit', removeAll);
    },
  };
}

function removeAll(): void {
  for (const path of standing) rmSync(path, { recursive: true, force: true, maxRetries: 5 });
}
