import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SceneCell, SceneParagraph, SceneShape, SceneSlide, SceneStyle, SceneTable } from '../src/model.js';
import { continuedSlides } from '../src/write/pptx/continue-tables.js';
import { rowsBetween } from '../src/write/pptx/rows-between.js';

const style: SceneStyle = {
  ...{ family: 'Source Sans 3', size: 28, bold: false, italic: false, underlined: false, struck: false },
  ...{ colour: '1b2230', spacing: 0 },
};
const paragraph = (text: string): SceneParagraph => ({
  ...{ level: 0, align: 'start', indent: { first: 0, rest: 0 }, before: 0, line: 40 },
  runs: [{ kind: 'words', text, style }],
});
const text = (words: string, y: number, role: 'title' | 'text' = 'text', height = 40): SceneShape => ({
  ...{ kind: 'text', role, wraps: true, box: { x: 80, y, width: 1000, height } },
  paragraphs: [paragraph(words)],
});
const cell = (words: string, more: Partial<SceneCell> = {}): SceneCell => ({
  ...{ columns: 1, rows: 1, left: 0, top: 0, right: 0, paragraphs: [paragraph(words)] },
  ...more,
});

function table(heights: readonly number[], y: number): SceneTable {
  const row = (words: string, height: number, isHead: boolean) => ({ height, isHead, cells: [cell(words)] });
  const rows = [row('head', 50, true), ...heights.map((height, index) => row(`row ${index + 1}`, height, false))];
  const height = rows.reduce((sum, one) => sum + one.height, 0);
  return { kind: 'table', caption: '', columns: [1000], rows, box: { x: 80, y, width: 1000, height } };
}

function outline(slides: readonly SceneSlide[]): readonly string[] {
  return slides.map(({ id, shapes }) =>
    [id, ...shapes.map(({ box, ...one }) => `${saidBy(one)}@${box.y}`)].join(' | '),
  );
}

function saidBy(shape: Omit<SceneShape, 'box'>): string {
  const { kind, rows, paragraphs } = shape as Partial<SceneTable> & { readonly paragraphs?: readonly SceneParagraph[] };
  const words = (all: readonly SceneParagraph[] = []): string =>
    all.flatMap(({ runs }) => runs.map((run) => (run.kind === 'words' ? run.text : ' '))).join('');
  return kind === 'table' ? (rows ?? []).map(({ cells }) => words(cells[0]?.paragraphs)).join(',') : words(paragraphs);
}

const slideOf = (...shapes: readonly SceneShape[]): SceneSlide => ({ id: 'a', ground: 'ffffff', shapes, evidence: [] });

test('a table goes on with its head, what lies over a row goes along, what stands below comes behind the last row', () => {
  const tall = table([100, 100, 100, 100, 100, 100], 300);
  const slide = slideOf(
    text('Quays', 93, 'title', 48),
    text('Above', 216),
    tall,
    text('mark', 680),
    text('Behind', 960),
  );
  expect(outline(continuedSlides(slide))).toEqual([
    'a | Quays (1/3)@93 | Above@216 | head,row 1,row 2@300',
    'a/2 | Quays (2/3)@93 | head,row 3,row 4,row 5@216 | mark@396',
    'a/3 | Quays (3/3)@93 | head,row 6@216 | Behind@376',
  ]);
});

test('a table without room for a row below what stands above it begins on the next slide', () => {
  const slide = slideOf(text('Quays', 93, 'title', 48), text('Above', 216, 'text', 340), table([100, 100], 560));
  expect(outline(continuedSlides(slide))).toEqual([
    'a | Quays (1/2)@93 | Above@216',
    'a/2 | Quays (2/2)@93 | head,row 1,row 2@216',
  ]);
});

test('a slide whose table has room, or is one row, stays as it is', () => {
  for (const heights of [[100, 100], [900]]) {
    const slide = slideOf(text('Quays', 93, 'title', 48), table(heights, 216));
    expect(continuedSlides(slide)).toEqual([slide]);
  }
});

test('a cell that spans rows begins again on the next slide, and reaches beyond neither', () => {
  const covered = cell('', { covered: 'down', paragraphs: [] });
  const rows = ['spans', '', '', ''].map((words, index) => ({
    ...{ height: 40, isHead: false },
    cells: [words === '' ? covered : cell(words, { rows: 4 }), cell(`row ${index}`)],
  }));
  const [above, below] = [rowsBetween(rows, 0, 3), rowsBetween(rows, 3, 4)];
  expect(above.map(({ cells: [first] }) => [first?.rows, first?.covered])).toEqual([
    [3, undefined],
    [1, 'down'],
    [1, 'down'],
  ]);
  expect(below[0]?.cells[0]).toEqual(cell('spans', { rows: 1 }));
});

test('no row and no other shape is lost or shown twice, and slides hold what they can', () => {
  const height = fc.integer({ min: 30, max: 700 });
  const heights = fc.array(height, { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(heights, heights, fc.integer({ min: 0, max: 500 }), (one, other, gap) => {
      const first = table(one, 200 + gap);
      const between = first.box.y + first.box.height + 10;
      const slide = slideOf(text('T', 93, 'title', 48), first, text('between', between), table(other, between + 50));
      const shown = continuedSlides(slide);
      const rows = shown.flatMap(({ shapes }) => shapes.filter((shape) => shape.kind === 'table').map(saidBy));
      const said = rows.flatMap((words) => words.split(',')).filter((words) => words !== 'head');
      expect(said).toEqual([one, other].flatMap((all) => all.map((_, index) => `row ${index + 1}`)));
      expect(shown.flatMap(({ shapes }) => shapes.map(saidBy)).filter((words) => words === 'between')).toHaveLength(1);
      for (const { shapes } of shown) {
        const tall = shapes.find((shape) => shape.kind === 'table' && shape.box.y + shape.box.height > 641);
        expect(tall?.kind === 'table' ? tall.rows.length : 2).toBe(2);
      }
    }),
  );
});
