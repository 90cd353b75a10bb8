import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createBrowserProvider } from '../../src/browser/browser-provider.js';
import type { DeckError } from '../../src/error.js';
import { openContents } from '../../src/export/pdf/content-streams.js';
import { holdsPages } from '../../src/export/pdf/holds-pages.js';
import { printSlides } from '../../src/export/slides-pdf.js';
import type { RenderedDeck } from '../../src/model.js';
import { type FixtureSlide, renderedFixture, singleFile } from '../support/pdf-deck.js';
import { type PdfFacts, pdfFacts } from '../support/pdf-structure.js';

const browser = createBrowserProvider({ env: process.env });
const root = mkdtempSync(join(tmpdir(), 'pdf-test-'));
const date = new Date('2024-03-01T10:20:30Z');

const figure =
  '<figure><svg role="img" aria-label="Minsk between two" viewBox="0 0 40 20" width="400"><text y="9">label</text></svg></figure>';
const slides: readonly FixtureSlide[] = [
  {
    id: 'one',
    title: 'Minsk keeps to the treaty — Минск, Łukašenka, ґрунт',
    body: `<p>See <a href="#/four">four</a>, <a href="#two">two</a></p>${figure}`,
  },
  {
    id: 'two',
    title: 'A heading that is long enough to wrap onto a second line of the slide',
    body: '<ul><li class="fragment">first <em>step</em></li><li class="fragment">second step</li></ul>',
  },
  { id: 'three', title: 'Below two', v: 1, body: '<table><tr><th>a</th></tr><tr><td>b</td></tr></table>' },
  { id: 'four', title: '', body: '<p>No heading here</p>', attributes: 'data-background-color="#123456"' },
];
const print = (rendered: RenderedDeck, steps: 'final' | 'all' = 'final', style = '') =>
  printSlides({ html: singleFile(rendered, style), rendered, steps, date }, { browser });
const mismatch = (rendered: RenderedDeck, changed: RenderedDeck, style = ''): Promise<DeckError> =>
  printSlides({ html: singleFile(changed, style), rendered, steps: 'final', date }, { browser }).then(
    () => expect.unreachable('it should have failed'),
    (error: DeckError) => error,
  );

beforeAll(() => {
  process.env.TMPDIR = root;
});
afterAll(async () => {
  await browser.close();
  expect(readdirSync(root)).toEqual([]);
  delete process.env.TMPDIR;
  rmSync(root, { recursive: true });
});

describe('a PDF of the slides', () => {
  let pdf: Uint8Array;
  let facts: PdfFacts;
  beforeAll(async () => {
    ({ pdf } = await print(renderedFixture(slides)));
    facts = await pdfFacts(pdf);
  });

  test('has a page a slide, each exactly the stage', () => {
    expect(facts.pages.map(({ width, height }) => [width, height])).toEqual(slides.map(() => [960, 540]));
  });

  test('holds real text in all its scripts, with all steps shown', () => {
    expect(facts.pages[0]?.text).toContain('Минск, Łukašenka, ґрунт');
    expect(facts.pages[1]?.text).toContain('second step');
  });

  test('has one clean bookmark a slide, stacks below their first', () => {
    expect(facts.bookmarks).toEqual([
      'Minsk keeps to the treaty — Минск, Łukašenka, ґрунт → 1',
      'A heading that is long enough to wrap onto a second line of the slide → 2',
      '  Below two → 3',
      'Slide 4 → 4',
    ]);
  });

  test('is tagged on every page, pictures with their alternatives', () => {
    expect(facts.taggedPages).toEqual([1, 2, 3, 4]);
    expect(facts.alternatives).toEqual(['Minsk between two']);
    expect(facts.roles).toMatchObject({ H2: 3, L: 1, LI: 2, Table: 1, TH: 1, Figure: 1 });
  });

  test('has links that lead to slides, in both forms', () => {
    expect([...facts.links].sort()).toEqual([2, 4]);
  });

  test('says what it is, in which language, and when it was made', () => {
    expect(facts.lang).toBe('en');
    expect(facts.info).toMatchObject({
      Title: 'Fixture — «проба»',
      Author: 'A. Author',
      Producer: 'Pilcrow',
      Creator: 'Pilcrow',
      CreationDate: 'D:20240301102030Z',
      ModDate: 'D:20240301102030Z',
    });
    expect(facts.xmp).toContain('<xmp:CreateDate>2024-03-01T10:20:30Z</xmp:CreateDate>');
    expect(facts.xmp).toContain('Fixture — «проба»');
  });

  test('is read back as it will be written, and told from another', async () => {
    const document = await PDFDocument.load(pdf);
    const finished = { document, contents: openContents(document) };
    const pages = slides.map(({ id, title }) => ({ id, text: title, opening: title }));
    const size = { width: 960, height: 540 };
    expect(holdsPages(finished, pages, size)).toBe(true);
    expect(holdsPages(finished, pages.slice(1), size)).toBe(false);
    expect(holdsPages(finished, pages, { width: 960, height: 720 })).toBe(false);
    expect(holdsPages(finished, pages.toReversed(), size)).toBe(false);
  });

  test('is the same, byte for byte, when it is made again', async () => {
    const again = await print(renderedFixture(slides));
    expect(Buffer.compare(again.pdf, pdf)).toBe(0);
  });
});

test('with all steps, has a page a step and still one bookmark a slide', async () => {
  const { pdf, layout } = await print(renderedFixture(slides), 'all');
  const facts = await pdfFacts(pdf);
  expect(facts.pages).toHaveLength(6);
  expect(facts.pages[1]?.text).not.toContain('second step');
  expect(facts.bookmarks.map((line) => line.split(' → ')[1])).toEqual(['1', '2', '5', '6']);
  expect(layout.slides.map(({ id }) => id)).toEqual(['one', 'two', 'three', 'four']);
});

test('a slide hidden by reveal’s own attribute has no page', async () => {
  const hidden = renderedFixture([...slides, { id: 'five', title: 'Five', attributes: 'data-visibility="hidden"' }]);
  const { pdf } = await print(hidden);
  expect((await pdfFacts(pdf)).pages).toHaveLength(4);
});

describe('a PDF that is not the deck is refused', () => {
  const rendered = renderedFixture(slides);

  test('when a slide is missing', async () => {
    const error = await mismatch(rendered, renderedFixture(slides.slice(0, 3)));
    expect(error).toMatchObject({ name: 'DeckError', code: 'pdf-mismatch' });
    expect(error.message).toContain('slide 4 is "four", its page shows nothing');
  });

  test('when two slides changed places', async () => {
    const [one, two, three, four] = rendered.slides;
    if (one === undefined || two === undefined || three === undefined || four === undefined)
      return expect.unreachable();
    const error = await mismatch(rendered, { ...rendered, slides: [two, three, one, four] });
    expect(error.message).toContain('slide 1 is "Minsk keeps');
  });

  test('when a title is not on its slide', async () => {
    const changed = renderedFixture(slides.map((slide) => (slide.id === 'two' ? { ...slide, title: 'Other' } : slide)));
    expect((await mismatch(rendered, changed)).message).toContain('the page of slide 2 does not show its title');
  });

  test('when text does not reach the paper', async () => {
    const error = await mismatch(rendered, rendered, '@media print { h2 { opacity: 0; display: none } }');
    expect(error).toMatchObject({ code: 'pdf-mismatch' });
    expect(error.message).toContain('page 1 does not hold the text');
  });
});
