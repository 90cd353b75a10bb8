import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { findDecks } from '../src/commands/targets.js';
import { testEffects } from './support/effects.js';

function folderWith(...files: readonly string[]): string {
  const at = mkdtempSync(join(tmpdir(), 'pilcrow-targets-'));
  for (const file of files) {
    mkdirSync(dirname(join(at, file)), { recursive: true });
    writeFileSync(join(at, file), '# One\n');
  }
  return at;
}

const names = async (cwd: string, ...args: readonly string[]): Promise<string[]> =>
  (await findDecks(args, testEffects(cwd))).map(({ name }) => name);

test('all decks of slides/ when none is named; _shared and what is no deck are none', async () => {
  const at = folderWith('slides/b/deck.md', 'slides/a/deck.md', 'slides/_shared/deck.md', 'slides/c/other.md');
  expect(await names(at)).toEqual(['a', 'b']);
});

test('a deck is named by its name, its folder, its deck.md or a Markdown file anywhere', async () => {
  const at = folderWith('slides/a/deck.md', 'talks/über uns/deck.md', 'plain.md');
  expect(await names(at, 'a')).toEqual(['a']);
  expect(await names(at, 'talks/über uns', 'slides/a/deck.md')).toEqual(['über uns', 'a']);
  expect(await names(at, 'plain.md')).toEqual(['plain']);
  expect(await names(at, 'a', 'slides/a')).toEqual(['a']);
});

test('inside a deck it is that deck', async () => {
  expect(await names(join(folderWith('slides/a/deck.md'), 'slides/a'))).toEqual(['a']);
});

test('what is not there is said, with the nearest name', async () => {
  const at = folderWith('slides/belarus/deck.md', 'empty/readme.txt');
  await expect(names(at, 'belarsu')).rejects.toThrow('Did you mean belarus?');
  await expect(names(at, 'empty')).rejects.toThrow('empty is a folder without a deck.md');
  await expect(names(join(at, 'empty'))).rejects.toMatchObject({ code: 'deck-not-found' });
});

test('two decks of one name are refused, since they would write the same files', async () => {
  const at = folderWith('one/talk/deck.md', 'two/talk/deck.md');
  await expect(names(at, 'one/talk', 'two/talk')).rejects.toMatchObject({ code: 'usage' });
});
