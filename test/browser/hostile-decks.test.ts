import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Outcome, run } from '../support/command.js';

const root = mkdtempSync(join(tmpdir(), 'pilcrow-hostile-decks-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Each ended the whole command, or never ended, once. */
const bodies: Readonly<Record<string, string>> = {
  'fill-elsewhere': '<svg viewBox="0 0 9 9" width="90"><rect fill="url(//x.invalid/a)" width="9" height="9"/></svg>',
  'fill-encoded': '<svg viewBox="0 0 9 9" width="90"><rect fill="url(file:///%2f%00)" width="9" height="9"/></svg>',
  'names-functions': '<img name=querySelector alt="Quay" src="a.svg"><img name=fonts alt="Quay" src="a.svg">',
  'names-parts': '<form name=body><input name=attributes><input id=getBoundingClientRect></form>',
  'long-word': `## ${'a'.repeat(100_000)}`,
  'long-heading': `## ${'ab '.repeat(50_000)}`,
  film: '<video src="film.mp4" width="400" height="300"></video>',
};
const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="90" height="90"><path d="M0 0h9"/></svg>';
const names = ['a-good-one', ...Object.keys(bodies), 'z-good-one'];
let built: Outcome;

beforeAll(async () => {
  for (const name of names) {
    const folder = join(root, 'slides', name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'deck.md'), `---\nlang: en\n---\n# Ports\n\n${bodies[name] ?? 'Words.'}\n`);
    writeFileSync(join(folder, 'a.svg'), svg);
  }
  const film = join(root, 'slides/film/film.mp4');
  writeFileSync(film, '');
  truncateSync(film, 420 * 2 ** 20);
  built = await run(['build', '--quiet'], root);
}, 120_000);

test('none ends the command, and the others are written', () => {
  expect(built.code).toBe(1);
  expect(built.reported.filter((line) => /bug|^ +at /.test(line))).toEqual([]);
  const site = readdirSync(join(root, 'dist/site'));
  expect(site).toEqual(expect.arrayContaining(['a-good-one', 'film', 'names-functions', 'names-parts', 'z-good-one']));
  expect(site.filter((name) => name.startsWith('long-'))).toEqual([]);
});

test('what lies elsewhere is asked of nobody, and that is said', () => {
  expect(built.reported).toContainEqual(
    expect.stringMatching(/fill-elsewhere\/deck\.md:\d+:1 warning remote-resource .*\/\/x\.invalid\/a/),
  );
});

test('a film is copied to the site, and what has no room for it says so', () => {
  const [name] = readdirSync(join(root, 'dist/site/film/assets')).filter((file) => file.endsWith('.mp4'));
  expect(statSync(join(root, 'dist/site/film/assets', name ?? '')).size).toBe(420 * 2 ** 20);
  expect(readFileSync(join(root, 'dist/site/film/index.html'), 'utf8')).toContain(`assets/${name}`);
  expect(built.reported).toContainEqual(
    expect.stringContaining(
      'film/deck.md:6:1 warning file-left-out slides/film/film.mp4 has 420 MB and is left out of the single file and the PDFs, which hold 64 MB in all; the site shows it.',
    ),
  );
});
