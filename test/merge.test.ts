import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { merge } from '../src/commands/merge.js';
import { testEffects } from './support/effects.js';

const root = mkdtempSync(join(tmpdir(), 'pilcrow-merge-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const entry = (name: string): string =>
  JSON.stringify({
    name,
    title: `About ${name}`,
    lang: 'en',
    slides: 3,
    source: name,
    files: ['deck.json', 'index.html'],
  });

/** A folder as a machine leaves it that made these decks. */
function made(folder: string, decks: readonly string[], page = 'a page'): void {
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, folder, path)), { recursive: true });
    writeFileSync(join(root, folder, path), text);
  };
  for (const deck of decks) {
    put(`site/${deck}/index.html`, `${page} of ${deck}`);
    put(`site/${deck}/deck.json`, entry(deck));
    put(`export/${deck}/${deck}.html`, deck);
  }
  put('site/index.html', `a list of ${decks.join()}`);
  put('site/assets/deck-0123456789.css', 'of the list');
}

test('decks of all machines are listed in one place, each with its files', async () => {
  made('one', ['a', 'b']);
  made('two', ['c']);
  const effects = testEffects(root);
  await merge(['one', 'two'], { out: 'all' }, effects);
  expect(readdirSync(join(root, 'all/site')).sort()).toEqual(['a', 'assets', 'b', 'c', 'index.html']);
  expect(readdirSync(join(root, 'all/export')).sort()).toEqual(['a', 'b', 'c']);
  const list = readFileSync(join(root, 'all/site/index.html'), 'utf8');
  for (const name of ['a', 'b', 'c']) expect(list).toContain(`About ${name}`);
  expect(readdirSync(join(root, 'all/site/assets'))).not.toContain('deck-0123456789.css');
  expect(effects.reported).toEqual(['9 files of 2 folders joined in all']);
});

test('into a folder that is one of them', async () => {
  made('here', ['a']);
  made('there', ['b']);
  await merge(['here', 'there'], { out: 'here', quiet: true }, testEffects(root));
  expect(readFileSync(join(root, 'here/site/index.html'), 'utf8')).toContain('About b');
});

test('a deck that two machines made differently is an error, and nothing is written', async () => {
  made('old', ['a']);
  made('new', ['a'], 'another page');
  await expect(merge(['old', 'new'], { out: 'none' }, testEffects(root))).rejects.toMatchObject({
    code: 'usage',
    message: expect.stringContaining('new/site/a/index.html and old/site/a/index.html are of one deck and differ'),
  });
  expect(readdirSync(root)).not.toContain('none');
  await merge(['old', 'old'], { out: 'same', quiet: true }, testEffects(root));
});

test('a folder that holds nothing of ours is an error', async () => {
  mkdirSync(join(root, 'empty'));
  for (const folder of ['empty', 'nowhere'])
    await expect(merge([folder], { out: 'none' }, testEffects(root))).rejects.toMatchObject({ code: 'usage' });
});
