import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BrowserProvider, createBrowserProvider } from '../../src/browser/browser-provider.js';
import { drawDiagrams } from '../../src/draw/draw-diagrams.js';
import { printSlides } from '../../src/export/slides-pdf.js';
import { formatDiagnostic } from '../../src/model/diagnostic.js';
import type { Drawings } from '../../src/model.js';
import { createCache } from '../../src/system/cache.js';
import { type OpenedDeck, openDeck } from '../support/opened-deck.js';
import { pdfFacts } from '../support/pdf-structure.js';
import { withSpeaker } from '../support/speaker.js';

const root = mkdtempSync(join(tmpdir(), 'steps-test-'));
const browser: BrowserProvider = createBrowserProvider({ env: process.env });
afterAll(async () => {
  await browser.close();
  rmSync(root, { recursive: true });
});

const folder = join(import.meta.dirname, '../fixtures/draw/steps');
const names = readdirSync(folder).flatMap((name) => (name.endsWith('.mmd') ? [name.replace('.mmd', '')] : []));
const codeOf = (name: string): string => readFileSync(join(folder, `${name}.mmd`), 'utf8');
const draw = (codes: Readonly<Record<string, string>>): Promise<Drawings> =>
  drawDiagrams(
    Object.entries(codes).map(([id, code]) => ({
      id,
      language: 'mermaid',
      code,
      place: { path: 'deck.md', line: 10 },
      alt: 'what it shows',
    })),
    { browser, cache: createCache(mkdtempSync(join(root, 'cache-'))) },
  );

/** The texts of a drawing and how many shapes stand with them, by step. */
function outline(svg: string): string {
  const steps: { words: string[]; shapes: number }[] = [];
  let depth = 0;
  let step = { index: 0, depth: 0 };
  for (const [, closing, name = '', attributes = '', empty, words] of svg.matchAll(
    /<(\/?)([a-zA-Z]+)([^>]*?)(\/?)>|([^<]+)/g,
  )) {
    const index = /data-fragment-index="(\d+)"/.exec(attributes)?.[1];
    if (index !== undefined) step = { index: Number(index) + 1, depth };
    const part = steps[step.index] ?? { words: [], shapes: 0 };
    steps[step.index] = part;
    if (words !== undefined) part.words.push(words);
    else if (closing === '' && /^(path|rect|line|circle|polygon)$/.test(name)) part.shapes += 1;
    if (closing === '/') depth -= 1;
    else if (name !== '' && empty === '') depth += 1;
    if (closing === '/' && depth === step.depth) step = { index: 0, depth: 0 };
  }
  return steps.map(({ words, shapes }, index) => `${index}: ${shapes} shapes: ${words.join(' | ')}\n`).join('');
}

/** The drawing as it would be without steps. */
function allAtOnce(svg: string): string {
  const open: boolean[] = [];
  return svg.replace(/<g\b([^>]*)>|<\/g>/g, (tag, attributes?: string) => {
    if (attributes === undefined) return open.pop() === true ? '' : tag;
    open.push(attributes.includes('class="fragment"'));
    return open.at(-1) === true ? '' : tag;
  });
}

describe('a diagram divided by marks', () => {
  test.each(names)('%s: everything comes with its step, and nothing moves', async (name) => {
    const code = codeOf(name);
    const marks = code.match(/%% step/g)?.length;
    const { byId, diagnostics } = await draw({ steps: code, whole: code.replace(/^\s*%% step\n/gm, '') });
    expect(diagnostics.map(formatDiagnostic)).toEqual([]);
    const [steps, whole] = [byId.get('steps'), byId.get('whole')];
    expect(steps?.steps).toBe(marks);
    expect(whole?.steps).toBe(0);
    expect(allAtOnce(steps?.svg ?? '').replaceAll('steps-svg', 'whole-svg')).toBe(whole?.svg);
    await expect(outline(steps?.svg ?? '')).toMatchFileSnapshot(join(folder, `${name}.txt`));
  });

  test('another place of a mark is another drawing', async () => {
    const { byId } = await draw({
      early: 'flowchart LR\n  a\n  %% step\n  b\n  c',
      late: 'flowchart LR\n  a\n  b\n  %% step\n  c',
    });
    expect(outline(byId.get('early')?.svg ?? '')).not.toBe(outline(byId.get('late')?.svg ?? ''));
  });

  test('marks that divide nothing are said at their line', async () => {
    const { byId, diagnostics } = await draw({
      pie: 'pie\n  "a" : 1\n  %% step\n  "b" : 2',
      idle: 'flowchart LR\n  a --> b\n  %% step\n  a\n  %% step\n  c',
      within: 'stateDiagram-v2\n  a --> b\n  note right of a\n    words\n  %% step\n    more\n  end note\n  b --> c',
    });
    expect(byId.size).toBe(3);
    expect(diagnostics.map(formatDiagnostic)).toEqual([
      'deck.md:12:1 error diagram-steps The diagram "pie" is divided by "%% step", and its kind, pie, has no steps: flowchart, sequence, state and timeline diagrams have. Remove the marks, or show the diagram as one of these four.',
      'deck.md:12:1 warning diagram-steps The diagram "idle" shows nothing new with this step: what stands below the mark is there already. Remove the mark, or put it above what is to appear.',
      'deck.md:14:1 error diagram-steps The diagram "within" cannot be divided here: what stands above the mark is no diagram, since the mark is within a statement. Put the mark between two statements.',
    ]);
  });
});

describe('on a slide', () => {
  const fence = (id: string, code: string): string => `\`\`\`mermaid {#${id} alt="What it shows"}\n${code}\`\`\`\n`;
  const text = `---
title: Steps
---
# A title

By nobody

---

## In order {#slide}

::: incremental
- first
:::

${fence('graph', 'flowchart LR\n  a[Minsk]\n  %% step\n  a --> b[Moscow]\n  %% step\n  b --> c[Brussels]\n')}
. . .

last
`;
  let opened: OpenedDeck;
  beforeAll(async () => {
    opened = await openDeck(text);
  });
  afterAll(() => opened.close());

  const seen = (page: Page): Promise<string> =>
    page.evaluate(() => {
      const words = [...document.querySelectorAll('#slide :is(li, text, .pause p)')];
      const shown = words.filter((part) => getComputedStyle(part).visibility === 'visible');
      const lines = [...document.querySelectorAll('#slide svg > path, #slide svg .fragment > path')];
      const drawn = lines.filter((part) => getComputedStyle(part).visibility === 'visible').length;
      return `${shown.map((part) => part.textContent?.trim()).join(' ')} ${drawn}`;
    });
  const settled = async (page: Page): Promise<string> => {
    await new Promise((resolve) => setTimeout(resolve, 250));
    return seen(page);
  };
  const course = ['Minsk 0', 'first Minsk 0', 'first Minsk Moscow 1', 'first Minsk Moscow Brussels 2'];

  test('steps come between those before and those after, and go back', () =>
    opened.withPage('#/slide', async (page) => {
      const states = [await settled(page)];
      for (let step = 0; step < 4; step += 1) {
        await page.evaluate(() => deck.next());
        states.push(await settled(page));
      }
      expect(states).toEqual([...course, 'first Minsk Moscow Brussels last 2']);
      for (let step = 4; step > 0; step -= 1) {
        await page.evaluate(() => deck.prev());
        expect(await settled(page)).toBe(states[step - 1]);
      }
    }));

  test('steps fade', () =>
    opened.withPage('#/slide', async (page) => {
      const fades = (): Promise<string> =>
        page.$eval('#slide svg .fragment', (part) => getComputedStyle(part).transitionDuration);
      expect(await fades()).toBe('0.15s, 0.15s');
      await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
      expect(Number.parseFloat(await fades())).toBeLessThan(0.001);
    }));

  test('the overview shows the step one has come to', () =>
    opened.withPage('#/slide', async (page) => {
      await page.evaluate(() => deck.next());
      await page.evaluate(() => deck.toggleOverview(true));
      expect(await settled(page)).toBe(course[1]);
    }));

  test('the speaker view follows', () =>
    opened.withPage('#/slide', (page) =>
      withSpeaker(page, async ({ current, next }) => {
        const come = (): Promise<readonly unknown[]> =>
          Promise.all([current, next].map((frame) => frame.evaluate(() => globalThis.deck?.getIndices().f)));
        await expect.poll(come, { timeout: 10_000 }).toEqual([-1, 0]);
        for (let step = 0; step < 2; step += 1) await page.evaluate(() => deck.next());
        await expect.poll(come, { timeout: 10_000 }).toEqual([1, 2]);
        const shown = (): Promise<readonly number[]> =>
          Promise.all(
            [current, next].map((frame) =>
              frame.evaluate(() => document.querySelectorAll('#slide svg .fragment.visible').length),
            ),
          );
        expect(await shown()).toEqual([2, 4]);
      }),
    ));

  test('the PDF has a page a step when all are asked for, and shows the last otherwise', async () => {
    const { html, rendered } = opened;
    const print = async (steps: 'all' | 'final'): Promise<readonly string[]> => {
      const date = new Date('2024-03-01T10:20:30Z');
      const { pdf } = await printSlides({ html, rendered, steps, date }, { browser });
      return (await pdfFacts(pdf)).pages.map((page) => page.text);
    };
    const pages = (await print('all')).slice(1);
    const words = ['first', 'Moscow', 'Brussels', 'last'];
    expect(pages.map((page) => words.filter((word) => page.includes(word)).length)).toEqual([0, 1, 2, 3, 4]);
    expect((await print('final'))[1]).toMatch(/Minsk[\s\S]*Brussels|Brussels[\s\S]*Minsk/);
  });
});
