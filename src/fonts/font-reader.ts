import type { FontFacts } from '../model/brand.js';
import { type Cache, cacheKey } from '../system/cache.js';
import type { ReadFont } from './read-font.js';

/** What a font's file says of itself, or why it cannot be used. */
export type FontReader = (bytes: Uint8Array) => Promise<ReadFont>;

/** Raised whenever something else is read from a font. */
const readingVersion = '1';

/** Reads each font once: what it says is kept, by its bytes. The library that reads fonts is opened only for a new one. */
export function createFontReader(cache: Cache): FontReader {
  return async (bytes) => {
    const key = cacheKey(['font', readingVersion, Buffer.from(bytes).toString('base64')]);
    const kept = await cache.read(key);
    if (kept !== undefined) return { facts: JSON.parse(kept) as FontFacts };
    const { readFont } = await import('./read-font.js');
    const read = readFont(bytes);
    if ('facts' in read) await cache.write(key, JSON.stringify(read.facts));
    return read;
  };
}
