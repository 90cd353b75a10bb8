import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDict, PDFDocument, PDFName, PDFString, rgb } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openContents } from '../../src/export/pdf/content-streams.js';
import { run, runInstalled } from '../support/command.js';
import { fixtureFolder } from '../support/twins.js';

const work = mkdtempSync(join(tmpdir(), 'pilcrow-check-pdf-'));
const name = (text: string): PDFName => PDFName.of(text);
let printed: Uint8Array;

const deck = `---
lang: en
title: The harbour
---

# The harbour

[An almanac](https://example.org/almanac)

---

## Ships wait for the tide

- High water comes twice
- See [the table](#the-table)

---

## The table {#the-table}

| Ship | Leaves |
|------|--------|
| Anna | at six |

---

## The way out

\`\`\`mermaid {alt="A ship goes to sea"}
flowchart LR
  ship --> sea
\`\`\`
`;

beforeAll(async () => {
  mkdirSync(join(work, 'slides/harbour'), { recursive: true });
  writeFileSync(join(work, 'slides/harbour/deck.md'), deck);
  const { code } = await run(['export', 'harbour', '--to', 'pdf', '--quiet'], work);
  expect(code).toBe(0);
  printed = readFileSync(join(work, 'dist/export/harbour/slides.pdf'));
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

test('prints the structure as it is read aloud, and that nothing was found', async () => {
  const { code, printed: lines, reported } = await run(['check', '--pdf', 'dist/export/harbour/slides.pdf'], work);
  expect([code, reported]).toEqual([0, []]);
  expect(lines.at(-1)).toBe('dist/export/harbour/slides.pdf: nothing found on 4 pages');
  const shown = lines.map((line) => line.trim());
  for (const line of [
    'H1 page 1',
    '"The harbour"',
    'Link → https://example.org/almanac',
    'H2 page 2',
    '"High water comes twice"',
    'Link → page 3',
    'TH (Column)',
    'Figure alt "A ship goes to sea" page 4',
  ])
    expect(shown).toContain(line);
  expect(lines.join()).not.toContain('NonStruct');
});

/** What is done to a PDF that is as it should be, and the rule that finds it. */
const faults: readonly (readonly [string, string, (document: PDFDocument) => void])[] = [
  ['no structure tree', 'pdf-tags', ({ catalog }) => catalog.delete(name('StructTreeRoot'))],
  ['no word that it is tagged', 'pdf-tags', ({ catalog }) => catalog.delete(name('MarkInfo'))],
  ['no language', 'pdf-language', ({ catalog }) => catalog.delete(name('Lang'))],
  ['no language that there is', 'pdf-language', ({ catalog }) => catalog.set(name('Lang'), PDFString.of('not a tag'))],
  ['the file’s name shown as its title', 'pdf-title', ({ catalog }) => catalog.delete(name('ViewerPreferences'))],
  ['no title', 'pdf-title', (document) => document.setTitle('')],
  ['no metadata', 'pdf-metadata', ({ catalog }) => catalog.delete(name('Metadata'))],
  ['another title in its metadata', 'pdf-metadata', (document) => document.setTitle('Another')],
  ['a level of headings skipped', 'pdf-headings', (document) => rename(document, 'H2', 'H4')],
  ['an item without a list', 'pdf-lists', (document) => rename(document, 'L', 'Div')],
  ['an item without a body', 'pdf-lists', (document) => rename(document, 'LBody', 'P')],
  ['a table without header cells', 'pdf-tables', (document) => rename(document, 'TH', 'TD')],
  ['a header cell that heads nothing', 'pdf-tables', (document) => strip(document, 'TH', 'A')],
  ['a figure without a text alternative', 'pdf-figures', (document) => strip(document, 'Figure', 'Alt')],
  ['a figure in a figure', 'pdf-figures', (document) => rename(document, 'Div', 'Figure')],
  ['text that no tag holds', 'pdf-artifacts', (document) => document.getPage(1).drawText('stray', { x: 9, y: 9 })],
  ['a font that is not embedded', 'pdf-fonts', (document) => document.getPage(1).drawText('stray', { x: 9, y: 9 })],
  [
    'a font made of drawings',
    'pdf-fonts',
    (document) => spoilFonts(document, (font) => font.set(name('Subtype'), name('Type3'))),
  ],
  [
    'a font without characters',
    'pdf-fonts',
    (document) => spoilFonts(document, (font) => font.delete(name('ToUnicode'))),
  ],
  [
    'a link without a destination',
    'pdf-links',
    (document) => spoilLinks(document, (link) => ['A', 'Dest'].map((key) => link.delete(name(key)))),
  ],
  ['a link that no tag holds', 'pdf-links', (document) => strip(document, 'Link', 'K')],
  ['words in the colour of their ground', 'pdf-contrast', paintInOneColour],
  ['something over its words', 'pdf-contrast', cover],
  ['no bookmarks', 'pdf-bookmarks', ({ catalog }) => catalog.delete(name('Outlines'))],
  ['a bookmark twice', 'pdf-bookmarks', (document) => likeAnother(document, [0, 1], ['Title', 'Dest'])],
  [
    'a bookmark with a line end',
    'pdf-bookmarks',
    (document) => bookmarksOf(document)[1]?.set(name('Title'), PDFString.of('Ships wait\\nfor the tide')),
  ],
  ['a bookmark that leads nowhere', 'pdf-bookmarks', (document) => bookmarksOf(document)[0]?.delete(name('Dest'))],
  ['a bookmark to another page', 'pdf-bookmarks', (document) => likeAnother(document, [2, 0], ['Dest'])],
];

test.each(faults)('finds a PDF with %s', async (what, rule, spoil) => {
  const document = await PDFDocument.load(printed, { updateMetadata: false });
  spoil(document);
  const file = `${what.replace(/\W+/g, '-')}.pdf`;
  writeFileSync(join(work, file), await document.save({ updateFieldAppearances: false }));
  const { code, printed: lines } = await run(['check', '--pdf', file, '--quiet', '--format', 'json'], work);
  const { diagnostics } = JSON.parse(lines.join('\n')) as { diagnostics: readonly { rule: string; path: string }[] };
  expect([code, diagnostics.map((one) => one.rule)]).toEqual([1, expect.arrayContaining([rule])]);
});

describe('what is no PDF of ours is said in one line', () => {
  const outcome = async (file: string): Promise<readonly (string | number)[]> => {
    const { code, printed: lines, reported } = await run(['check', '--pdf', file], work);
    return [code, ...lines, ...reported];
  };

  test('a file that is not there', async () => {
    expect(await outcome('none.pdf')).toEqual([
      1,
      'pilcrow: There is no file none.pdf. Correct the path, or make it with `pilcrow export`.',
    ]);
  });

  test('a file of another kind', async () => {
    expect(await outcome('slides/harbour/deck.md')).toEqual([
      1,
      expect.stringMatching(/^pilcrow: .*deck\.md cannot be checked: it is no PDF\./),
    ]);
  });

  test('a folder', async () => {
    expect(await outcome('slides')).toEqual([1, expect.stringContaining('There is no file slides.')]);
  });

  test('a PDF that breaks off', async () => {
    writeFileSync(join(work, 'half.pdf'), printed.subarray(0, 900));
    expect(await outcome('half.pdf')).toEqual([
      1,
      expect.stringMatching(/^pilcrow: half\.pdf cannot be checked: it is broken \(.+\)\. Make it again/),
    ]);
  });

  test('an encrypted one', async () => {
    const document = await PDFDocument.create();
    document.addPage();
    document.encrypt({ ownerPassword: 'tide', userPassword: 'tide' });
    writeFileSync(join(work, 'locked.pdf'), await document.save());
    expect(await outcome('locked.pdf')).toEqual([
      1,
      expect.stringContaining('locked.pdf cannot be checked: it is encrypted.'),
    ]);
  });

  test('decks beside it', async () => {
    const { code, reported } = await run(['check', 'harbour', '--pdf', 'half.pdf'], work);
    expect([code, reported]).toEqual([
      2,
      ['pilcrow: check takes decks or one --pdf, not both; name one or the other.'],
    ]);
  });
});

describe('SOURCE_DATE_EPOCH', () => {
  const lessonIn = (place: string): string => {
    cpSync(join(fixtureFolder('decks'), 'lesson'), join(work, place, 'slides/lesson'), { recursive: true });
    return join(work, place);
  };

  test('gives the same bytes wherever and whenever a deck is made', async () => {
    const make = async (place: string): Promise<Readonly<Record<string, string>>> => {
      const folder = lessonIn(place);
      const env = { SOURCE_DATE_EPOCH: '1700000000' };
      expect(await runInstalled(['export', 'lesson', '--force', '--quiet'], folder, env)).toMatchObject({ code: 0 });
      const made = join(folder, 'dist/export/lesson');
      return Object.fromEntries(readdirSync(made).map((file) => [file, hashOf(readFileSync(join(made, file)))]));
    };
    const first = await make('here');
    expect(Object.keys(first)).toContain('handout-student.pdf');
    expect(await make('there/below')).toEqual(first);
  });

  test('that is no number is said', async () => {
    const outcome = await runInstalled(['export', 'lesson', '--quiet'], lessonIn('here'), {
      SOURCE_DATE_EPOCH: 'noon',
    });
    expect(outcome.reported.join()).toContain('SOURCE_DATE_EPOCH is "noon", expected a number of seconds since 1970');
    expect(outcome.code).toBe(2);
  });
});

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Paints all that the second page shows in one colour. */
function paintInOneColour(document: PDFDocument): void {
  const contents = openContents(document);
  const page = contents.pages[1] ?? expect.unreachable('there is no second page');
  page.recode(page.code().replace(/[\d.]+ [\d.]+ [\d.]+ rg/g, '.1 .1 .1 rg'));
  contents.save();
}

function cover(document: PDFDocument): void {
  document.getPage(1).drawRectangle({ x: 0, y: 0, width: 960, height: 540, color: rgb(1, 1, 1) });
}

/** Every element of the structure tree in a role, in the order of the file. */
function elementsIn(document: PDFDocument, role: string): readonly PDFDict[] {
  return dicts(document).filter((dict) => dict.get(name('S')) === name(role) && dict.has(name('P')));
}

function dicts({ context }: PDFDocument): readonly PDFDict[] {
  return context.enumerateIndirectObjects().flatMap(([, object]) => (object instanceof PDFDict ? [object] : []));
}

function rename(document: PDFDocument, from: string, to: string): void {
  for (const element of elementsIn(document, from)) element.set(name('S'), name(to));
}

function strip(document: PDFDocument, role: string, key: string): void {
  for (const element of elementsIn(document, role)) element.delete(name(key));
}

function spoilFonts(document: PDFDocument, spoil: (font: PDFDict) => void): void {
  for (const dict of dicts(document)) if (dict.get(name('Subtype')) === name('Type0')) spoil(dict);
}

function spoilLinks(document: PDFDocument, spoil: (link: PDFDict) => void): void {
  for (const dict of dicts(document)) if (dict.get(name('Subtype')) === name('Link')) spoil(dict);
}

/** The bookmarks of the first level, in order. */
function bookmarksOf({ catalog }: PDFDocument): readonly PDFDict[] {
  const found: PDFDict[] = [];
  const root = catalog.lookup(name('Outlines'), PDFDict);
  for (let one = root.lookup(name('First')); one instanceof PDFDict; one = one.lookup(name('Next'))) found.push(one);
  return found;
}

/** Gives a bookmark what another has. */
function likeAnother(document: PDFDocument, [from, to]: readonly [number, number], keys: readonly string[]): void {
  const all = bookmarksOf(document);
  for (const key of keys) all[to]?.set(name(key), all[from]?.get(name(key)) ?? expect.unreachable(`no ${key}`));
}
