import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemTrouble } from './system-trouble.js';
import { writeWhole } from './write-whole.js';

/** Texts kept by a hash of everything they are made from, so that nothing is drawn or measured twice. */
export interface Cache {
  /** Undefined when there is no such entry, or when it is damaged or of another version. */
  readonly read: (key: string) => Promise<string | undefined>;
  /** Never fails: why it could not be done is kept in `trouble`, and the work goes on without a cache. */
  readonly write: (key: string, content: string) => Promise<void>;
  readonly folder: string;
  readonly trouble: () => string | undefined;
  /** Whether something was written. */
  readonly written: () => boolean;
}

/** Keeps nothing, and has nothing. */
export const noCache: Cache = {
  folder: '',
  trouble: () => undefined,
  written: () => false,
  read: async () => undefined,
  write: async () => undefined,
};

/** A cache in `folder`, absolute. `force` reads nothing and keeps what is made anew. What another `version` kept is not taken. */
export function createCache(folder: string, { force = false, version = '' } = {}): Cache {
  let trouble: string | undefined;
  let isWritten = false;
  const seal = (key: string, content: string): string => cacheKey([version, key, content]);
  const note = (error: unknown): void => {
    trouble ??= systemTrouble(error, '')?.why ?? String(error);
  };
  return {
    folder,
    trouble: () => trouble,
    written: () => isWritten,
    async read(key) {
      if (force) return undefined;
      try {
        return unseal(await readFile(join(folder, key), 'utf8'), (content) => seal(key, content));
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) note(error);
        return undefined;
      }
    },
    async write(key, content) {
      isWritten = true;
      await writeWhole(join(folder, key), `${seal(key, content)}\n${content}`).catch(note);
    },
  };
}

/** The same cache, with entries of its own for each answer of `identity`, which is asked for at the first entry. */
export function cacheFor(cache: Cache, identity: () => Promise<string>): Cache {
  const keyOf = async (key: string): Promise<string> => cacheKey([await identity(), key]);
  return {
    ...cache,
    read: async (key) => cache.read(await keyOf(key)),
    write: async (key, content) => cache.write(await keyOf(key), content),
  };
}

/** SHA-256 in hex of what an entry is made from. */
export function cacheKey(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** The first line is a checksum of the version, the key and the rest: what is truncated, altered or under a wrong name is not taken. */
function unseal(text: string, seal: (content: string) => string): string | undefined {
  const end = text.indexOf('\n');
  const content = text.slice(end + 1);
  return end >= 0 && text.slice(0, end) === seal(content) ? content : undefined;
}
