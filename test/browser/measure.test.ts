import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createBrowserProvider } from '../../src/browser/browser-provider.js';
import { withPrintView } from '../../src/export/print-view.js';
import { layoutDiagnostics } from '../../src/measure/layout-diagnostics.js';
import { formatDiagnostic } from '../../src/model/diagnostic.js';
import type { SlideLayout } from '../../src/model.js';
import { type FixtureSlide, renderedFixture, singleFile } from '../support/pdf-deck.js';

const browser = createBrowserProvider({ env: process.env });
afterAll(() => browser.close());

const box = (style: string, content = ''): string => `<div style="position:absolute;${style}">${content}</div>`;
const line = 'width:9px;height:9px';
const slides: readonly FixtureSlide[] = [
  { id: 'fits', title: 'Fits', body: '<p>one line</p>' },
  { id: 'low', title: 'Low', body: `<p style="position:absolute;top:700px">three<br>lines of<br>text</p>` },
  {
    id: 'wide',
    title: 'Wide',
    body: '<p style="white-space:nowrap;width:max-content">'.concat('wide '.repeat(60), '</p>'),
  },
  {
    id: 'up-left',
    title: 'Up',
    body: `<img alt="" style="position:absolute;left:-30px;top:-50px;width:200px;height:200px" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">`,
  },
  { id: 'ground', title: 'Ground', body: box('left:-40px;top:-40px;width:1400px;height:900px;background:red') },
  { id: 'hidden', title: 'Hidden', body: '<aside class="notes">'.concat('notes<br>'.repeat(80), '</aside>') },
  {
    id: 'reader',
    title: 'Reader',
    body: box('width:1px;height:1px;overflow:hidden;top:900px;font-size:3px', 'for readers'),
  },
  {
    id: 'scaled',
    title: 'Scaled',
    body: box('transform:scale(.5);transform-origin:0 0;left:640px;width:1200px', '<p>half as large</p>'),
  },
  {
    id: 'code',
    title: 'Code',
    body: `<pre class="code" style="height:100px;overflow:auto;margin:0">${'x\n'.repeat(12)}</pre>`,
  },
  { id: 'step', title: 'Step', body: '<p class="fragment" style="position:absolute;top:750px">a step below</p>' },
  {
    id: 'drawn',
    title: 'Drawn',
    body: '<figure id="drawing"><svg viewBox="0 0 1000 200" width="500"><text x="9" y="99" font-size="22">label</text></svg></figure>',
  },
  { id: 'formula', title: 'Formula', body: '<p><span class="katex">x<span style="font-size:9px">2</span></span></p>' },
  {
    id: 'svg-out',
    title: 'Svg',
    body: '<svg viewBox="0 0 10 10" style="position:absolute;left:1200px;top:100px;width:200px"><rect width="9" height="9"/></svg>',
  },
  { id: 'damaged', title: 'Damaged', body: '<p><img alt="A quay" src="data:image/png;base64,bm9uZQ=="></p>' },
  {
    id: 'squeezed',
    title: 'Squeezed',
    body: `<img alt="A harbour" style="height:1px" src="data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"/>')}">`,
  },
  { id: 'hang', title: 'Hang', body: `<p style="position:absolute;left:-2px;${line}">i</p>` },
];
const rendered = renderedFixture(slides);
let layouts: ReadonlyMap<string, SlideLayout>;
const of = (id: string): SlideLayout => layouts.get(id) ?? expect.unreachable(id);

beforeAll(async () => {
  const { slides: measured } = await withPrintView(
    { html: singleFile(rendered), steps: 'final', slides: slides.length },
    { browser },
    (view) => view.measure(),
  );
  layouts = new Map(measured.map((layout) => [layout.id, layout]));
});

describe('overflow', () => {
  test.each([
    ['fits', {}],
    ['low', { bottom: 100 }],
    ['up-left', { left: 30, top: 50 }],
    ['ground', {}],
    ['hidden', {}],
    ['reader', {}],
    ['scaled', {}],
    ['step', { bottom: 70 }],
    ['svg-out', { right: 120 }],
    ['hang', {}],
  ])('%s', (id, expected) => {
    const full = { left: 0, right: 0, top: 0, bottom: 0, ...expected };
    for (const side of ['left', 'right', 'top', 'bottom'] as const) {
      // A font's own line boxes decide the last pixels; what fits must be nothing.
      expect(Math.abs(of(id).overflow[side] - full[side]), `${side} of ${id}`).toBeLessThanOrEqual(
        full[side] === 0 ? 0 : 8,
      );
    }
  });

  test('of a long line is its width beyond the edge', () => {
    expect(of('wide').overflow.right).toBeGreaterThan(1000);
  });

  test('inside a box is said of the box', () => {
    expect(of('code').overflow.bottom).toBe(0);
    expect(of('code').clipped).toEqual([{ what: 'pre.code', axis: 'y', by: expect.any(Number) }]);
  });
});

describe('the smallest text', () => {
  test.each([
    ['fits', 28, 'one line', undefined],
    ['scaled', 14, 'half as large', undefined],
    ['drawn', 11, 'label', 'drawing'],
    ['reader', 42, 'Reader', undefined],
    ['formula', 28, 'x', undefined],
  ])('%s', (id, px, text, diagram) => {
    const { smallestText, smallestLabel } = of(id);
    expect(diagram === undefined ? smallestText : smallestLabel).toEqual({
      px,
      text,
      ...(diagram === undefined ? {} : { diagram }),
    });
  });
});

describe('what is said of it', () => {
  const say = (id: string, ours: boolean): readonly string[] =>
    layoutDiagnostics({ slides: [of(id)] }, rendered.slides, { ...rendered.settings, usesOwnTheme: ours }).map(
      formatDiagnostic,
    );

  test('names the slide, the side and the pixels', () => {
    expect(say('low', true).map((text) => text.replace(/\d+ px/, 'N px'))).toEqual([
      'deck.md:11:1 error overflow The slide "Low" reaches N px beyond the bottom edge of the stage. Shorten it, or divide it into two slides.',
    ]);
  });

  test('names a picture whose file holds none', () => {
    expect(say('damaged', true).map((text) => text.replace(/^\S+ /, ''))).toEqual([
      'error image-missing The slide "Damaged" has a picture whose file holds none that can be shown (“A quay”). It is empty, damaged or of another kind: save it again.',
    ]);
    expect(say('damaged', false)[0]).toContain(' warning image-missing ');
  });

  test('names a picture to which no room is left', () => {
    expect(say('squeezed', false).map((text) => text.replace(/^\S+ /, ''))).toEqual([
      'warning overflow The slide "Squeezed" leaves no room for a picture (“A harbour”), which is shown a few pixels large. Shorten it, or divide it into two slides.',
    ]);
  });

  test('is a warning in decks of strangers, whose text sizes are not judged', () => {
    expect(say('low', false)[0]).toMatch(/^deck\.md:11:1 warning overflow/);
    expect(say('drawn', false)).toEqual([]);
  });

  test('names the diagram whose labels are too small', () => {
    expect(say('drawn', true)).toEqual([
      'deck.md:101:1 warning diagram-size The slide "Drawn" shows the diagram "drawing" so small that a label has 11 px (“label”); 18 px is the least that can be read from the back row. Give it fewer or shorter labels, another direction, or more room.',
    ]);
  });
});
