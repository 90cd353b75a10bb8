import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createCache } from '../src/system/cache.js';

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
