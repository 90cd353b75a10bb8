import { appendFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { createCache } from '../../../src/system/cache.js';
import { filesBelow } from '../reopened.js';
import { type Arena, type Meeting, strike } from './arena.js';
import type { Fault } from './faults.js';

export const cacheFaults: readonly Fault[] = [
  {
    name: 'cache truncated',
    how: 'every entry cut off somewhere',
    sample: [0.5, 'made'],
    strike: (arena, random) =>
      withCache(arena, (file) => truncateSync(file, Math.floor(random() * readFileSync(file).length))),
  },
  {
    name: 'cache with flipped bits',
    how: 'one bit of every entry, or a byte more',
    sample: [0.5, 'made'],
    strike: (arena, random) =>
      withCache(arena, (file) => {
        if (random() < 0.2) return appendFileSync(file, ' ');
        const bytes = readFileSync(file);
        const at = Math.floor(random() * bytes.length);
        bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << Math.floor(random() * 8)), at);
        writeFileSync(file, bytes);
      }),
  },
  {
    name: 'cache of another version',
    how: 'the same names, other contents, sealed by version 0.0.1',
    sample: [0, 'made'],
    strike: (arena) =>
      withCache(arena, (file) =>
        createCache(dirname(file), { version: '0.0.1' }).write(basename(file), '{"svg":"<svg>old</svg>"}'),
      ),
  },
];

/** Damages what was drawn and measured; the deck must come out as if nothing had been kept. */
function withCache(arena: Arena, damage: (file: string) => unknown): Promise<Meeting> {
  return strike(arena, {
    args: ['build', 'one'],
    cache: 'warm',
    prepare: async () => {
      const { cache } = arena.place;
      const files = filesBelow(cache);
      if (files.length < 5) throw new Error(`The cache holds ${files.length} entries only.`);
      for (const file of files) await damage(join(cache, file));
    },
  });
}
