import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parseDeck } from '../src/parse/deck.js';
import { readFrontMatter } from '../src/read/front-matter.js';
import { run } from './support/command.js';
import { sourceOf } from './support/outline.js';

const folder = mkdtempSync(join(tmpdir(), 'pilcrow-lengths-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a check with `--cut` says of a deck with these settings, its last line, the count, left out. */
async function said(settings: string, cut: string): Promise<readonly string[]> {
  writeFileSync(join(folder, 'talk.md'), `---\nlang: en\n${settings}---\n# Ports {cut=10}\n`);
  const { printed } = await run(['check', 'talk.md', '--cut', cut, '--no-browser', '--quiet'], folder);
  return printed.filter((line) => !/: 1 warning$|^ +\||^ *\d+ \|/.test(line));
}

test('a length that is none of the deck is a warning, with those it has', async () => {
  const settings = 'minutes: 45\ncuts: [15, 45, 90]\n';
  expect(await said(settings, '20')).toEqual([
    "talk.md:4:7 warning cut-unlisted --cut 20 is none of the deck's lengths: it has 15, 45, 90.",
    '    Give one of these, or write `cuts: [15, 45, 90, 20]` in the front matter.',
  ]);
  for (const cut of ['15', '45', '90', 'all']) expect(await said(settings, cut)).toEqual([]);
  expect(await said('', '20')).toEqual([
    "talk.md:1:1 warning cut-unlisted --cut 20 is none of the deck's lengths: it names none.",
    '    Write `cuts: [20]` in the front matter.',
  ]);
  expect(await said('rules: { cut-unlisted: off }\n', '20')).toEqual([]);
});

test('a length of one deck is not written over another deck', async () => {
  for (const name of ['talk', 'talk-15', 'talk-late']) {
    mkdirSync(join(folder, 'slides', name), { recursive: true });
    writeFileSync(join(folder, 'slides', name, 'deck.md'), '# Ports\n');
  }
  for (const cut of ['15', 'all']) {
    const { code, reported } = await run(['build', '--cut', cut], folder);
    expect([code, ...reported]).toEqual([
      2,
      'pilcrow: A length of talk and the deck talk-15 would write the same files. Make them one after the other with different --out.',
    ]);
  }
});

test.each([
  ['45', 'The talk'],
  ['10', 'The short talk'],
])('a deck of %s minutes is named after its first slide of that length', (minutes, title) => {
  const text = `---\nminutes: ${minutes}\n---\n# Only in ninety {cut=90}\n\n---\n\n# The talk {cut=45}\n\n---\n\n# The short talk\n`;
  const { settings, bodyLine } = readFrontMatter(text, 'deck.md', true);
  expect(parseDeck(sourceOf(text, { settings, bodyLine })).title).toBe(title);
});
