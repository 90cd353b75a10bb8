import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createBrowserProvider } from '../../src/browser/browser-provider.js';
import { roomOf, scaleIn } from '../../src/draw/choose-run.js';
import { drawDiagrams } from '../../src/draw/draw-diagrams.js';
import { withHostPage } from '../../src/draw/host-page.js';
import { findLabelOverlaps } from '../../src/measure/in-page/find-label-overlaps.js';
import type { Drawing, Drawings } from '../../src/model.js';
import { createCache } from '../../src/system/cache.js';

/** Diagrams with as many parts as people put on a slide, each of a kind that Mermaid draws too small or over itself. */
const fixtures = join(import.meta.dirname, '../fixtures/draw/crowded');
const codes = readdirSync(fixtures).map((name) => ({
  id: name.replace('.mmd', ''),
  code: readFileSync(join(fixtures, name), 'utf8'),
}));

const root = mkdtempSync(join(tmpdir(), 'draw-crowded-test-'));
const browser = createBrowserProvider({ env: process.env });
let drawings: Drawings;
beforeAll(async () => {
  const diagrams = codes.map(({ id, code }) => ({
    id,
    code,
    language: 'mermaid' as const,
    place: { path: 'deck.md', line: 1 },
    alt: 'what it shows',
  }));
  drawings = await drawDiagrams(diagrams, { browser, cache: createCache(root) });
});
afterAll(async () => {
  await browser.close();
  rmSync(root, { recursive: true });
});

const drawn = (id: string): Drawing => drawings.byId.get(id) ?? expect.unreachable(`${id} was not drawn`);
const smallest = (id: string): number => drawn(id).smallestLabel * scaleIn(drawn(id), roomOf({}));
const wordsOf = (id: string): string =>
  drawn(id)
    .svg.replace(/<\/?tspan[^>]*>/g, ' ')
    .replace(/<[^>]*>/g, '|')
    .replace(/\s+/g, ' ');

/** Boxes of the words of a drawing in the page, its own px. */
async function boxesOf(id: string): Promise<readonly { readonly words: string; readonly box: readonly number[] }[]> {
  return withHostPage(browser, (page) =>
    page.evaluate((svg) => {
      document.body.innerHTML = svg.replace('<svg', '<svg style="width: 1120px"');
      return [...document.querySelectorAll('text')].map((text) => {
        const { left, top, right, bottom } = text.getBoundingClientRect();
        return { words: text.textContent ?? '', box: [left, top, right, bottom] };
      });
    }, drawn(id).svg),
  );
}

describe('a diagram of many parts', () => {
  test.each(['flow-of-twelve', 'flow-down', 'sequence-of-twelve', 'timeline-of-ten', 'treemap'])(
    '%s can be read from the back row',
    (id) => {
      expect(smallest(id)).toBeGreaterThanOrEqual(18);
    },
  );

  test('a flow keeps its boxes, its words and its links', () => {
    const { svg } = drawn('flow-of-twelve');
    for (const word of ['Заявление', 'Проект', 'Архив', 'нет']) expect(svg).toContain(word);
    expect(svg.match(/marker-end=/g)).toHaveLength(12);
  });

  test('rows of a flow stand below each other, its links in lanes between them', () => {
    const { svg, width, height } = drawn('flow-of-twelve');
    expect(width / height).toBeLessThan(4);
    const lanes = [...svg.matchAll(/ d="M([-\d.]+),([-\d.]+)L([-\d.]+),([-\d.]+)L([-\d.]+),([-\d.]+)L/g)];
    const turns = lanes.map(([, ...numbers]) => numbers.map(Number));
    expect(turns.some(([x, , sameX, y, , sameY]) => x === sameX && y === sameY)).toBe(true);
  });

  test('a timeline goes on in a second row, each period over its events', async () => {
    const boxes = await boxesOf('timeline-of-ten');
    const at = (words: string) => boxes.find((one) => one.words.startsWith(words))?.box ?? [];
    expect(at('2007')[1]).toBeGreaterThan(at('1999')[3] ?? 0);
    expect(at('2007')[0]).toBeCloseTo(at('1972')[0] ?? 0, 0);
    expect(at('INF ends')[0]).toBeCloseTo(at('2019')[0] ?? 0, 0);
    expect(at('INF ends')[1]).toBeGreaterThan(at('2019')[3] ?? 0);
  });

  test('messages of a sequence stand in their order, none over another', async () => {
    const boxes = (await boxesOf('sequence-of-twelve')).filter(({ words }) => /^\d+ /.test(words));
    expect(boxes).toHaveLength(12);
    const numbers = [...boxes]
      .sort((a, b) => (a.box[1] ?? 0) - (b.box[1] ?? 0))
      .map(({ words }) => words.split(' ')[0]);
    expect(numbers).toEqual(boxes.map((_, index) => String(index + 1)));
  });

  test('a treemap has every number, and says what has no room', () => {
    const words = wordsOf('treemap');
    for (const name of ['Pensions', '212', 'Medicines', '33', 'Unemployment', '22', 'Defence', '57', 'Equipment', '26'])
      expect(words).toContain(name);
    const lost = drawings.diagnostics.filter(({ rule }) => rule === 'label-lost').map(({ message }) => message);
    expect(lost).toHaveLength(1);
    expect(lost[0]).toMatch(/“[^”]* \d+”/);
    expect(words).not.toMatch(/\.\.\.|…/);
  });

  test('no label of a kind that can be set lies over another', async () => {
    const figures = codes.map(({ id }) => `<figure id="${id}"><div class="drawing">${drawn(id).svg}</div></figure>`);
    const body = `<style>svg { width: 1120px }</style><div class="pdf-page"><section id="s">${figures.join('')}</section></div>`;
    const found = await withHostPage(browser, async (page) => {
      await page.evaluate((html) => {
        document.body.innerHTML = html;
      }, body);
      return page.evaluate(findLabelOverlaps);
    });
    expect(found).toEqual([]);
  });

  test('words of a C4 relation stand over no box', async () => {
    const boxes = await boxesOf('c4');
    const of = (words: string) => boxes.find((one) => one.words.trim() === words)?.box ?? [];
    const [label, box] = [of('asks for a berth'), of('Harbour office')];
    expect((label[3] ?? 0) < (box[1] ?? 0) || (label[2] ?? 0) < (box[0] ?? 0)).toBe(true);
  });

  test('each kind has a cure of its own for labels that are too small', () => {
    const cures = codes.map(({ id }) => drawn(id).cureOfSmall ?? '');
    expect(new Set(cures).size).toBeGreaterThan(3);
    expect(drawn('sequence-of-twelve').cureOfSmall).toMatch(/messages/);
  });
});
