import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Texts kept by a hash of everything they are made from, so that nothing is drawn or measured twice. */
export interface Cache {
  /** Undefined when there is no such entry, or when it is damaged. */
  readonly read: (key: string) => Promise<string | undefined>;
  /** Never fails: what went wrong first is kept in `trouble`, and the work goes on without a cache. */
  readonly write: (key: string, content: string) => Promise<void>;
  readonly folder: string;
  readonly trouble: () => string | undefined;
}

/** A cache in `folder`, absolute. `force` reads nothing and keeps what is made anew. */
export function createCache(folder: string, { force = false } = {}): Cache {
  let trouble: string | undefined;
  return {
    folder,
    trouble: () => trouble,
    async read(key) {
      if (force) return undefined;
      try {
        return unseal(await readFile(join(folder, key), 'utf8'), key);
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
        trouble ??= String(error);
        return undefined;
      }
    },
    async write(key, content) {
      const temporary = join(folder, `.${key}.${randomBytes(6).toString('hex')}`);
      try {
        await mkdir(folder, { recursive: true });
        await writeFile(temporary, `${cacheKey([key, content])}\n${content}`, { flag: 'wx' });
        await rename(temporary, join(folder, key));
      } catch (error) {
        trouble ??= error instanceof Error ? error.message : String(error);
        await rm(temporary, { force: true }).catch(() => undefined);
      }
    },
  };
}

/** SHA-256 in hex of what an entry is made from. */
export function cacheKey(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** The first line is a checksum of the key and the rest: a truncated or altered entry, or one under a wrong name, is not taken. */
function unseal(text: string, key: string): string | undefined {
  const end = text.indexOf('\n');
  const content = text.slice(end + 1);
  return end >= 0 && text.slice(0, end) === cacheKey([key, content]) ? content : undefined;
}
