import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Drawings } from '../../src/model.js';
import { deckOf, harbourSources } from '../support/evidence.js';
import { type OpenedDeck, openDeck, showSlide } from '../support/opened-deck.js';
import { pdfFacts } from '../support/pdf-structure.js';

const text = `---
theme: seminar-dark
---
# First

About it

---

## Steps [@ilvesson2021, ¶2] {#steps}

- Rautio praises "our cheapest insurance" [@ilvesson2021, ¶2] {.official}

. . .

Last of all

----

<!-- .slide: data-background-color="#101010" -->

## Below in the dark {#dark}

\`\`\`mermaid {#built alt="A box"}
flowchart LR
  a
\`\`\`

---

<!-- .slide: data-background-color="#101010" -->

<p style="color:#ffffff">White by its author</p>

---

## A remark {#remark}

> [!warning] Ice [@inference]
> It breaks late.

---

## The end {#end}

$a^2$
`;
const svg =
  '<svg viewBox="0 0 400 100"><rect width="400" height="100" fill="var(--paper, #fff)" stroke="var(--ink, #000)"/><text y="50" fill="var(--ink, #000)">box</text></svg>';
const drawings: Drawings = {
  byId: new Map([['built', { svg, width: 400, height: 100, smallestLabel: 22 }]]),
  diagnostics: [],
};
/** Weaker than any selector of the theme. */
const style = 'h2{font-size:50px}:root{--accent:#004400}p{letter-spacing:1px}.katex{font-size:31px}';

let opened: OpenedDeck;
beforeAll(async () => {
  opened = await openDeck(text, { references: deckOf('').references, sources: harbourSources, drawings, style });
});
afterAll(() => opened.close());

const colorsOf = (page: Page, selector: string): Promise<readonly string[]> =>
  page.$eval(selector, (element) => {
    const { color, backgroundColor, borderTopColor } = getComputedStyle(element);
    return [color, backgroundColor, borderTopColor];
  });

describe("printing from the browser's own menu", () => {
  test('gives every slide once, with its last step, on a page of its own, and then all is as it was', () =>
    opened.withPage('#/steps', async (page) => {
      const state = (): Promise<string> =>
        page.evaluate(() => JSON.stringify([deck.getState(), document.querySelector('.slides')?.outerHTML]));
      const before = await state();
      await page.emulateMediaType('print');
      const { pages } = await pdfFacts(await page.pdf({ preferCSSPageSize: true }));
      expect(pages.map((one) => one.text.replace(/\s+/g, ' ').trim())).toEqual([
        expect.stringContaining('About it'),
        expect.stringMatching(/Steps.*official ¶2.*Last of all/),
        expect.stringMatching(/Below in the dark.*box/),
        expect.stringContaining('White by its author'),
        expect.stringContaining('It breaks late'),
        expect.stringContaining('The end'),
      ]);
      expect(pages.map(({ width, height }) => `${width}×${height}`)).toEqual(Array(6).fill('960×540'));
      await page.emulateMediaType('screen');
      expect(await state()).toBe(before);
    }));

  test('takes light colours for a dark deck, and leaves an author’s white words their ground', () =>
    opened.withPage('', async (page) => {
      await page.emulateMediaType('print');
      const printed = page.evaluate(
        () =>
          new Promise<readonly string[]>((done) => {
            addEventListener('beforeprint', () =>
              done(
                ['html', '#dark', '#dark h2', '.slides section:has([style*="ffffff"])'].map((selector) => {
                  const { color, backgroundColor } = getComputedStyle(
                    document.querySelector(selector) ?? document.body,
                  );
                  return selector.endsWith('h2') ? color : backgroundColor;
                }),
              ),
            );
          }),
      );
      await page.pdf();
      expect(await printed).toEqual(['rgb(255, 255, 255)', 'rgba(0, 0, 0, 0)', 'rgb(27, 34, 48)', 'rgb(16, 16, 16)']);
    }));
});

test('a callout stands beside a rule, its kind and title in bold, light and dark', () =>
  opened.withPage('#/remark', async (page) => {
    const shown = await page.evaluate(() => {
      const [box, title] = ['.callout', '.callout-title'].map((name) => document.querySelector(`#remark ${name}`));
      const style = getComputedStyle(box ?? document.body);
      const root = document.documentElement;
      const edges = ['dark', 'light'].map((theme) => {
        root.setAttribute('data-theme', theme);
        return style.borderInlineStartColor;
      });
      const words = title?.textContent ?? '';
      return { words, weight: getComputedStyle(title ?? document.body).fontWeight, size: style.fontSize, edges };
    });
    expect(shown).toMatchObject({ weight: '600', size: '26px', edges: ['rgb(236, 233, 225)', 'rgb(27, 34, 48)'] });
    expect(shown.words).toMatch(/^Warning: Ice/);
  }));

test("a deck's own style sheet wins over every rule and token of the theme", () =>
  opened.withPage('#/steps', async (page) => {
    const shown = await page.evaluate(() => ({
      heading: getComputedStyle(document.querySelector('#steps h2') ?? document.body).fontSize,
      mark: getComputedStyle(document.querySelector('#steps li .pm') ?? document.body).color,
      text: getComputedStyle(document.querySelector('.body > p') ?? document.body).letterSpacing,
      formula: getComputedStyle(document.querySelector('.katex') ?? document.body).fontSize,
    }));
    expect(shown).toEqual({ heading: '50px', mark: 'rgb(0, 68, 0)', text: '1px', formula: '31px' });
  }));

test("in the reader's own colours marks, words and drawings stay legible", () =>
  opened.withPage('#/steps', async (page) => {
    const session = await page.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', {
      features: [
        { name: 'forced-colors', value: 'active' },
        { name: 'prefers-color-scheme', value: 'dark' },
      ],
    });
    const [ink] = await colorsOf(page, '#steps h2');
    const [mark] = await colorsOf(page, '#steps li .pm');
    const [word] = await colorsOf(page, '#steps .voice');
    expect([ink, word]).toEqual(['rgb(255, 255, 255)', 'rgb(255, 255, 255)']);
    expect(mark).toBe('rgb(255, 255, 0)');
    await page.click('#steps li .pm');
    const [, ground, edge] = await colorsOf(page, '.evidence-panel');
    const [cited, fill] = await colorsOf(page, '.evidence-panel .paragraphs > b');
    expect([ground, edge]).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
    expect(fill).not.toBe(cited);
    await page.keyboard.press('e');
    await showSlide(page, 'dark');
    const drawing = await page.evaluate(() =>
      ['rect', 'text'].map(
        (name) => getComputedStyle(document.querySelector(`.drawing ${name}`) ?? document.body).fill,
      ),
    );
    expect(drawing).toEqual(['rgb(16, 16, 16)', 'rgb(236, 233, 225)']);
  }));

test('on paper too the number of a slide that quotes stands out from its ground', () =>
  opened.browser.withPage({ allow: () => false }, async (page) => {
    const style = await readFile(join(import.meta.dirname, '../../dist/client/paper.css'), 'utf8');
    await page.setContent(
      `<style>${style}</style><body class="paper"><section class="coverage-strip"><div class="coverage"><a class="box quoted" href="#a">6</a></div></section>`,
    );
    const [words, ground] = await colorsOf(page, '.quoted');
    expect([words, ground]).toEqual(['rgb(255, 255, 255)', 'rgb(122, 35, 96)']);
  }));
