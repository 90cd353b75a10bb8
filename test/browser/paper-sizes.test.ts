import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { run } from '../support/command.js';
import { smallestTexts } from '../support/text-sizes.js';
import { fixtureFolder } from '../support/twins.js';

const work = mkdtempSync(join(tmpdir(), 'pilcrow-sizes-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** Pages with text below `least`, pt, which is rounded in the file. */
async function tooSmall(deck: string, paper: string, least: number): Promise<readonly string[]> {
  const pages = await smallestTexts(new Uint8Array(readFileSync(join(work, 'export', deck, `${paper}.pdf`))));
  expect(pages.length).toBeGreaterThan(0);
  return pages.flatMap(({ size, text }, index) =>
    size < least - 0.04 ? [`${deck}, ${paper}, page ${index + 1}: ${text} (${size.toFixed(2)} pt)`] : [],
  );
}

test('nothing on the papers of both decks is too small to be read', { timeout: 180_000 }, async () => {
  const to = ['--to', 'handout,worksheet,key,reader', '--quiet', '--out', work];
  expect((await run(['export', ...to], process.cwd())).code).toBe(0);
  const papers = [
    ['belarus-deterrence', 'worksheet'],
    ['belarus-deterrence', 'key'],
    ['belarus-deterrence', 'reader'],
    ['belarus-deterrence', 'reader-teacher'],
    ['gallery', 'key'],
    ['gallery', 'reader'],
    ['gallery', 'reader-teacher'],
  ] as const;
  for (const [deck, paper] of papers) expect(await tooSmall(deck, paper, 6.5)).toEqual([]);
  for (const deck of ['belarus-deterrence', 'gallery'])
    for (const paper of ['handout-student', 'handout-teacher']) expect(await tooSmall(deck, paper, 5.5)).toEqual([]);
});

test('where two slides stand on a page their words are larger', { timeout: 60_000 }, async () => {
  const to = ['--to', 'handout', '--per-page', '2', '--quiet', '--out', work];
  expect((await run(['export', 'lesson', ...to], fixtureFolder('decks'))).code).toBe(0);
  for (const paper of ['handout-student', 'handout-teacher']) expect(await tooSmall('lesson', paper, 6.5)).toEqual([]);
});
