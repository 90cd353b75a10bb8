import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attributes, columns, type ForeignDecks, makeForeignDecks } from '../support/foreign-decks.js';

const out = mkdtempSync(join(tmpdir(), 'pilcrow-reveal-md-'));
let decks: ForeignDecks;
const open: ForeignDecks['open'] = (path, use) => decks.open(path, use);

beforeAll(async () => {
  decks = await makeForeignDecks(
    ['blank-lines', 'separators', 'slides', 'windows'].map((name) => `reveal-md/${name}.md`),
    out,
  );
});
afterAll(async () => {
  await decks.close();
  rmSync(out, { recursive: true, force: true });
});

test('what is different is said in notes and stops nothing', () => {
  const said = decks.reported.filter((line) => /: (error|warning|note) | (error|warning|note) /.test(line));
  expect(said.filter((line) => !/ note (theme|unknown-setting|stack-hidden) /.test(line))).toEqual([]);
});

describe('separators', () => {
  test.each([
    [
      'blank-lines',
      [
        ['First', 'Below the first'],
        ['Second', 'Below the second'],
      ],
    ],
    ['separators', [['Comments as separators'], ['Second', 'Below the second'], ['Third']]],
    ['windows', [['Windows'], ['Second', 'Below']]],
  ] as const)('of %s', (name, expected) =>
    open(`site/${name}/`, async (page) => {
      expect(await columns(page)).toEqual(expected);
    }),
  );

  test('a rule that is no separator stays, and so does text under a notes separator of another name', () =>
    open('site/separators/', async (page) => {
      const text = await page.evaluate(() => document.querySelector('.slides')?.textContent ?? '');
      expect(text).toContain('The line above is a rule, not a separator.');
      expect(text).toContain('Note: this is text');
      expect(text).not.toContain('Notes after a separator of one');
      expect(await page.$$eval('hr', (rules) => rules.length)).toBe(1);
    }));
});

describe('a deck with all of reveal-md', () => {
  test('stacks its slides', () =>
    open('site/slides/', async (page) => {
      expect(await columns(page)).toEqual([
        ['Reading a tide table'],
        ['What we will do'],
        ['Two highs, two lows', 'Below: springs', 'Further below: neaps'],
        ['A table'],
        ['The rule of twelfths', 'Numbered from the middle', 'Step one', 'Step two'],
        ['Side by side', 'LOW', 'A picture that takes the rest'],
        ['Raw HTML'],
        ['Formulas'],
        ['Links and rules'],
        ['A task list'],
        ['The end'],
      ]);
    }));

  test('has its attributes on the slides', () =>
    open('site/slides/', async (page) => {
      expect(await attributes(page, '#start')).toMatchObject({
        class: expect.stringMatching(/\bopening\b/),
        'data-background-color': '#0b3d4f',
        'data-transition': 'zoom',
      });
      expect(await attributes(page, '#two-highs-two-lows')).toMatchObject({
        'data-background-image': expect.stringMatching(/^assets\/harbour-\w+\.svg$/),
        'data-background-size': 'cover',
        'data-background-opacity': '0.3',
        'data-background-position': 'top left',
        'data-background-repeat': 'no-repeat',
      });
      expect(await attributes(page, '#below-springs')).toMatchObject({
        'data-background-gradient': 'linear-gradient(to bottom, #17415a, #0a1a24)',
      });
      expect(await attributes(page, '#further-below-neaps')).toMatchObject({
        'data-background-video': expect.stringMatching(/^assets\/swell-\w+\.webm$/),
        'data-background-video-loop': '',
        'data-background-video-muted': '',
        'data-visibility': 'uncounted',
      });
      expect(await attributes(page, '#formulas')).toMatchObject({
        'data-state': 'calm',
        'data-autoslide': '0',
        'data-timing': '90',
      });
      expect(await page.$$eval('section[data-auto-animate]', (slides) => slides.map(({ id }) => id))).toEqual([
        'step-one',
        'step-two',
      ]);
      expect(
        await page.$$eval('section[data-auto-animate] pre', (blocks) =>
          blocks.map((block) => block.getAttribute('data-id')),
        ),
      ).toEqual(['code', 'code']);
    }));

  test('keeps raw HTML, an open paragraph ends with its slide', () =>
    open('site/slides/', async (page) => {
      expect(await page.$eval('#raw-html .two-columns strong', (element) => element.textContent)).toBe('inside');
      expect(await page.$eval('#raw-html details', (element) => element.textContent?.trim())).toMatch(
        /^More\s+Hidden until asked\.$/,
      );
      expect(await page.$$eval('#raw-html section, #raw-html ~ #raw-html', (all) => all.length)).toBe(0);
      expect(
        await page.$$eval('#side-by-side .r-hstack img', (all) => all.map((image) => image.getAttribute('src'))),
      ).toEqual([expect.stringMatching(/^assets\/mark-/), expect.stringMatching(/^assets\/harbour-/)]);
      expect((await attributes(page, '#a-picture-that-takes-the-rest img')).class).toContain('r-stretch');
    }));

  test('links to slides by number, id and reference', () =>
    open('site/slides/', async (page) => {
      const hrefs = await page.$$eval('#what-we-will-do a, #links-and-rules a', (links) =>
        links.map((link) => link.getAttribute('href')),
      );
      expect(hrefs).toEqual([
        '#two-highs-two-lows',
        '#the-rule-of-twelfths',
        '#numbered-from-the-middle',
        '#end',
        'https://example.org/tides',
        'https://example.org/moon',
        '#start',
        '#what-we-will-do',
        'https://example.org/class',
      ]);
    }));

  test('keeps notes out of the site, and all three forms of them in the single file', async () => {
    await open('site/slides/', async (page) => {
      expect(await page.$$eval('aside.notes, [data-notes]', (all) => all.length)).toBe(0);
    });
    await open('export/slides/slides.html', async (page) => {
      const notes = await page.$$eval('aside.notes', (all) =>
        all.map((one) => one.textContent?.replace(/\s+/g, ' ').trim() ?? ''),
      );
      expect(notes.length).toBe(5);
      expect(notes[0]).toBe('Wait until everybody has a table in hand. Then start with the sea, not with the paper.');
      expect(notes[1]).toBe('Ask who has seen the mud flats.');
      expect(notes[2]).toContain('lists are allowed in notes');
      expect(notes[3]).toBe('Notes as raw HTML.');
    });
  });
});
