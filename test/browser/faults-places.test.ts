import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { installed, run } from '../support/command.js';
import { type Arena, makeArena } from '../support/faults/arena.js';
import { contents } from '../support/faults/workplace.js';
import { pdfFacts } from '../support/pdf-structure.js';
import { filesBelow } from '../support/reopened.js';

const name = "a talk #1, 50% off, it's 'Беларусь' & 🎉";
let arena: Arena;
beforeAll(async () => {
  arena = await makeArena(name);
});
afterAll(() => arena.place.remove());

const inSite = (): Readonly<Record<string, string>> => contents(join(arena.place.dist, 'site'));

test('decks, outputs, cache, temporary folder and browser may lie in a folder of any name', async () => {
  const { pages } = await pdfFacts(new Uint8Array(readFileSync(join(arena.place.dist, 'export/one/slides.pdf'))));
  expect(pages.length).toBeGreaterThan(5);
  expect(pages[0]?.text).toContain('A morning at the quay');
  expect(arena.place.leftovers()).toEqual([]);
});

test('Windows line ends and byte order marks in every text of a deck change no byte of its outputs', async () => {
  arena.restore('cold');
  const folder = join(arena.place.slides, 'one');
  for (const file of filesBelow(folder).filter((path) => /\.(md|yaml|json|css)$/.test(path))) {
    const text = readFileSync(join(folder, file), 'utf8');
    writeFileSync(join(folder, file), `\uFEFF${text.replaceAll('\n', '\r\n')}`);
  }
  for (const args of [
    ['build', 'one'],
    ['export', 'one', '--to', 'html,pdf'],
  ]) {
    expect((await arena.place.run(args)).code).toBe(0);
  }
  expect(contents(arena.place.dist)).toEqual(arena.after);
});

test('a clock that goes back and leaps draws nothing anew and changes nothing that is published', async () => {
  arena.restore('cold');
  const { root, cache, browser } = arena.place;
  const env = { ...process.env, XDG_CACHE_HOME: cache, PILCROW_BROWSER: browser };
  const now =
    (year: number): (() => Date) =>
    () =>
      new Date(Date.UTC(year, 0, 1));
  expect((await run(['build', 'one'], root, { env, now: now(2030) })).code).toBe(0);
  const published = inSite();
  let elapsed = 1e6;
  const back = {
    now: now(1980),
    elapsed: () => (elapsed -= 5000),
    env: { ...env, PILCROW_BROWSER: '/nowhere' },
  };
  const { code, reported } = await run(['build', 'one'], root, back);
  expect([code, reported.filter((line) => line.startsWith('pilcrow:'))]).toEqual([0, []]);
  expect(inSite()).toEqual(published);
});

test('a deck that is no text, and a standard output that is full, are said without a stack', () => {
  const { root } = arena.place;
  writeFileSync(join(root, 'picture.png'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]));
  const command = (args: readonly string[], out?: number) =>
    spawnSync(process.execPath, [installed, ...args], { cwd: root, stdio: ['ignore', out ?? 'pipe', 'pipe'] });
  const binary = command(['build', 'picture.png']);
  expect([binary.status, String(binary.stderr)]).toEqual([
    1,
    'picture.png:1:1 error deck-failed picture.png is no Markdown: it holds bytes that no text in UTF-8 has. Name a Markdown file, or save it as UTF-8.\npicture.png:1:1 picture.png was not written.\n',
  ]);
  const full = openSync('/dev/full', 'w');
  const unheard = command(['relations', 'one'], full);
  closeSync(full);
  expect([unheard.status, String(unheard.stderr)]).toEqual([1, expect.stringMatching(/^pilcrow: .*disk is full.*\n$/)]);
});
