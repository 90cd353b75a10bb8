import { describe, expect, test } from 'vitest';
import { checkPdf } from '../src/check/check-pdf.js';
import { treeLines } from '../src/check/report/pdf-tree.js';
import { operandsOf, operatorsOf } from '../src/export/pdf/operators.js';
import type { Box, PdfContent, PdfElement, PdfReading } from '../src/model.js';

const about = { title: 'Ports', author: '', lang: 'en', date: '2024-02-24T00:00:00Z' };

function element(role: string, children: PdfElement['children'], rest: Partial<PdfElement> = {}): PdfElement {
  return { kind: 'element', role, columns: 1, children, ...rest };
}

function words(
  text: string,
  page: number,
  [x, y]: readonly [number, number],
  rest: Partial<PdfContent> = {},
): PdfContent {
  const box: Box = { x, y, width: 200, height: 20 };
  return { kind: 'content', page, text, box, images: 0, shapes: 0, ...rest };
}

/** A PDF that holds this beside its title, on as many pages. */
function reading(tree: readonly PdfElement[], pages = 1): PdfReading {
  const title = element('H1', [words('Ports', 1, [700, 100])]);
  return {
    pages: Array.from({ length: pages }, () => ({ width: 960, height: 540 })),
    about,
    xmp: about,
    isMarked: true,
    showsTitle: true,
    tree: [element('Document', [title, ...tree])],
    unmarked: [],
    bookmarks: [{ title: 'Ports', page: 1, children: [] }],
    links: [],
    fonts: [],
  };
}

const said = (tree: readonly PdfElement[], pages = 1): readonly string[] =>
  checkPdf(reading(tree, pages), 'a.pdf').map(({ rule, place, message }) => `${place.line} ${rule} ${message}`);
const paragraph = (text: string, page: number, at: readonly [number, number]): PdfElement =>
  element('P', [words(text, page, at)]);

describe('reading order', () => {
  test('is wrong where what is read later stands above, in the same column of the same page', () => {
    expect(said([paragraph('Second', 1, [60, 300]), paragraph('First', 1, [60, 200])])).toEqual([
      '1 pdf-order "First" stands above "Second" and is read after it.',
    ]);
  });

  test('is right from one column to the next, from page to page, on one line and beside an item', () => {
    const columns = [paragraph('Left', 1, [60, 300]), paragraph('Right', 1, [400, 200])];
    const pages = [paragraph('Before', 1, [60, 300]), paragraph('After', 2, [60, 200])];
    const line = [paragraph('Words', 2, [60, 400]), paragraph('mark', 2, [100, 395])];
    const item = element('LBody', [paragraph('official', 1, [700, 350]), paragraph('¶2', 1, [700, 320])]);
    expect(said([...columns, ...pages, ...line, element('L', [element('LI', [item])])], 2)).toEqual([]);
  });
});

describe('a drawing', () => {
  const figure = (images: number, shapes: number): PdfElement =>
    element('Figure', [words('', 1, [60, 200], { images, shapes })], { alt: 'Two ships' });

  test('must hold no picture; a picture by itself is one', () => {
    expect(said([figure(2, 5)])).toEqual(['1 pdf-drawings The drawing "Two ships" holds 2 pictures made of dots.']);
    expect(said([figure(1, 0), figure(0, 5)])).toEqual([]);
  });

  test('has no other in it', () => {
    const inner = element('Figure', [words('', 1, [60, 200])], { alt: 'A mast' });
    expect(said([element('Figure', [inner], { alt: 'A ship' })])).toEqual([
      '1 pdf-figures The figure "A mast" stands within another figure.',
    ]);
  });
});

test('a line that comes again in the margin of page after page is a running line, whatever its number', () => {
  const on = (y: number): readonly PdfElement[] => [1, 2, 3].map((page) => paragraph(`Slide ${page}`, page, [60, y]));
  expect(said(on(10), 3)).toEqual(['1 pdf-artifacts The running line "Slide 1" is tagged on 3 pages.']);
  expect(said(on(300), 3)).toEqual([]);
  expect(said(on(10).slice(1), 3)).toEqual([]);
});

test('a tree is printed without what means nothing, its texts in one piece', () => {
  const link = element('Link', [words('the tide', 1, [0, 0]), { kind: 'link', link: { page: 1, target: 2 } }]);
  const text = element('NonStruct', [words('See ', 1, [0, 0]), element('NonStruct', [words('at last ', 1, [0, 0])])]);
  expect(treeLines([element('P', [text, link], { lang: 'be' })])).toEqual([
    'P [be]',
    '  "See at last"',
    '  Link → page 2',
    '    "the tide"',
  ]);
});

test('operators are told from what stands before them, in strings and pictures too', () => {
  const code = '/P <</MCID 0 /A [(EMC)]>>BDC\nBT (a \\) ET (b) f) Tj <4A>Tj ET BI /W 1 ID \0f S EI\n% S\n-1 .5 re f*';
  const found = operatorsOf(code);
  expect(found.map(({ name }) => name)).toEqual(['BDC', 'BT', 'Tj', 'Tj', 'ET', 'BI', 'ID', 're', 'f*']);
  expect(found.map(({ start, end }) => code.slice(start, end))).toContain('/W 1 ID \0f S EI');
  const last = found.at(-2) ?? expect.unreachable('no path');
  expect(operandsOf(code, last)).toEqual(['-1', '.5']);
});
