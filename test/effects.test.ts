import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nodeFiles } from '../src/system/node-files.js';

const folder = (): string => mkdtempSync(join(tmpdir(), 'pilcrow-effects-'));

test('what is missing is undefined or empty, never thrown', async () => {
  const missing = join(folder(), 'none');
  expect(await nodeFiles.read(missing)).toBeUndefined();
  expect(nodeFiles.readNow(missing)).toBeUndefined();
  expect(await nodeFiles.kind(missing)).toBeUndefined();
  expect(await nodeFiles.list(missing)).toEqual([]);
  const at = folder();
  expect([await nodeFiles.read(at), nodeFiles.readNow(at)]).toEqual([undefined, undefined]);
});

test('files are replaced together, folders made as needed, and nothing temporary stays', async () => {
  const at = folder();
  await nodeFiles.replace([
    { file: join(at, 'deep/a.txt'), bytes: 'a' },
    { file: join(at, 'b.bin'), bytes: new Uint8Array([1, 2]) },
  ]);
  expect(readFileSync(join(at, 'deep/a.txt'), 'utf8')).toBe('a');
  expect(readdirSync(at).sort()).toEqual(['b.bin', 'deep']);
});

test('when one file cannot be written, the earlier ones stand unchanged and the message names the cure', async () => {
  const at = folder();
  writeFileSync(join(at, 'a.txt'), 'before');
  writeFileSync(join(at, 'file'), 'not a folder');
  const replaced = nodeFiles.replace([
    { file: join(at, 'a.txt'), bytes: 'after' },
    { file: join(at, 'file/b.txt'), bytes: 'b' },
  ]);
  await expect(replaced).rejects.toMatchObject({ code: 'write-failed', message: expect.stringContaining('--out') });
  expect(readFileSync(join(at, 'a.txt'), 'utf8')).toBe('before');
  expect(readdirSync(at).sort()).toEqual(['a.txt', 'file']);
});
