import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { cache } from '../src/commands/cache.js';
import { createCache } from '../src/system/cache.js';
import { keptFiles, keptLimit, limitKept, limitKeptSeldom } from '../src/system/kept-files.js';
import { testEffects } from './support/effects.js';

const root = mkdtempSync(join(tmpdir(), 'pilcrow-cache-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('the cache', () => {
  const drawing = '<svg>ў</svg>';
  const folder = (): string => mkdtempSync(join(root, 'cache-'));

  test('gives back what was put in, and nothing else', async () => {
    const cache = createCache(join(folder(), 'new', 'folder'));
    await cache.write('key', drawing);
    expect(await cache.read('key')).toBe(drawing);
    expect(await cache.read('other')).toBeUndefined();
    expect(readdirSync(cache.folder)).toEqual(['key']);
    expect(cache.trouble()).toBeUndefined();
  });

  test.each([
    ['truncated', (file: string) => writeFileSync(file, readFileSync(file).subarray(0, -5))],
    ['emptied', (file: string) => writeFileSync(file, '')],
    ['longer than it was', (file: string) => appendFileSync(file, ' ')],
    ['with one bit flipped', (file: string) => flip(file)],
  ])('does not take an entry that is %s', async (_name, damage) => {
    const cache = createCache(folder());
    await cache.write('key', drawing);
    damage(join(cache.folder, 'key'));
    expect(await cache.read('key')).toBeUndefined();
    await cache.write('key', drawing);
    expect(await cache.read('key')).toBe(drawing);
  });

  test('does not take an entry under another’s name', async () => {
    const cache = createCache(folder());
    await cache.write('key', drawing);
    writeFileSync(join(cache.folder, 'other'), readFileSync(join(cache.folder, 'key')));
    expect(await cache.read('other')).toBeUndefined();
  });

  test('does not take an entry of another version', async () => {
    const place = folder();
    await createCache(place, { version: '1' }).write('key', drawing);
    expect(await createCache(place, { version: '2' }).read('key')).toBeUndefined();
    expect(await createCache(place, { version: '1' }).read('key')).toBe(drawing);
  });

  test('is not read when drawings are forced, but kept', async () => {
    const place = folder();
    const forced = createCache(place, { force: true });
    await forced.write('key', drawing);
    expect(await forced.read('key')).toBeUndefined();
    expect(await createCache(place).read('key')).toBe(drawing);
  });

  test('in a place that takes no folder goes on without, and says so', async () => {
    const file = join(folder(), 'file');
    writeFileSync(file, '');
    const cache = createCache(join(file, 'drawings'));
    await cache.write('key', drawing);
    expect(await cache.read('key')).toBeUndefined();
    expect(cache.trouble()).toBe('a part of its path is a file');
  });
});

function flip(file: string): void {
  const bytes = readFileSync(file);
  bytes.writeUInt8(bytes.readUInt8(70) ^ 1, 70);
  writeFileSync(file, bytes);
}

describe('kept files', () => {
  /** A cache's folder with files of a thousand bytes, each older than the one after it. */
  const filled = (...names: readonly string[]): string => {
    const folder = mkdtempSync(join(root, 'kept-'));
    for (const [index, name] of names.entries()) {
      mkdirSync(join(folder, name, '..'), { recursive: true });
      writeFileSync(join(folder, name), 'x'.repeat(1000));
      utimesSync(join(folder, name), 1000 + index, 1000 + index);
    }
    return folder;
  };

  test('beyond their limit lose the oldest first, in whatever folder', async () => {
    const folder = filled('layouts/a', 'pictures/files/b/one.png', 'drawings/c', 'outputs/d');
    await limitKept(folder, 4000);
    expect((await keptFiles(folder)).map(({ path }) => path.slice(-1)).sort()).toEqual(['a', 'c', 'd', 'g']);
    await limitKept(folder, 3999);
    expect((await keptFiles(folder)).map(({ path }) => path.slice(-1)).sort()).toEqual(['c', 'd']);
  });

  test.each([
    ['never', undefined, false],
    ['a minute ago', -60, true],
    ['eleven minutes ago', -660, false],
    ['in an hour, by a clock that was set back', 3600, false],
  ])('are counted again where they were counted %s', async (_when, seconds, areLeft) => {
    const folder = filled('layouts/a', 'outputs/b');
    truncateSync(join(folder, 'layouts/a'), keptLimit);
    const when = Date.now() / 1000 + (seconds ?? 0);
    if (seconds !== undefined) writeFileSync(join(folder, 'counted'), '');
    if (seconds !== undefined) utimesSync(join(folder, 'counted'), when, when);
    utimesSync(join(folder, 'layouts/a'), 1000, 1000);
    await limitKeptSeldom(folder);
    expect((await keptFiles(folder)).length).toBe(areLeft ? 2 : 1);
    expect(statSync(join(folder, 'counted')).mtimeMs).toBeCloseTo(areLeft ? when * 1000 : Date.now(), -5);
  });

  test('are all that `cache clear` removes, and `cache` says how many there are', async () => {
    const packages = filled('.cache/pilcrow/layouts/a', '.cache/pilcrow/chromium-1/chromium', '.cache/other/x');
    const cwd = join(packages, '..', `${basename(packages)}-project`);
    mkdirSync(cwd);
    renameSync(packages, join(cwd, 'node_modules'));
    const folder = join(cwd, 'node_modules/.cache/pilcrow');
    const effects = testEffects(cwd);
    await cache('show', effects);
    expect(effects.printed.slice(0, 2)).toEqual([folder, 'layouts: 1 file, 1 MB']);
    expect(effects.printed[2]).toMatch(/^In all 1 file, 1 MB of at most 512 MB/);
    await cache('clear', effects);
    expect(effects.printed.at(-1)).toMatch(/^Removed from .*: 1 file, 1 MB\./);
    expect(readdirSync(folder)).toEqual(['chromium-1']);
    expect(readdirSync(join(folder, '..')).sort()).toEqual(['other', 'pilcrow']);
  });
});
