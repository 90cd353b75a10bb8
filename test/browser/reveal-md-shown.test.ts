import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attributes, columns, type ForeignDecks, makeForeignDecks } from '../support/foreign-decks.js';
import { goThrough } from '../support/reopened.js';

const out = mkdtempSync(join(tmpdir(), 'pilcrow-reveal-md-shown-'));
let decks: ForeignDecks;
const open: ForeignDecks['open'] = (path, use) => decks.open(path, use);

beforeAll(async () => {
  decks = await makeForeignDecks(['reveal-md/slides.md', 'reveal-md/beside.md'], out);
});
afterAll(async () => {
  await decks.close();
  rmSync(out, { recursive: true, force: true });
});

describe('a deck with all of reveal-md, when it is shown', () => {
  test('shows backgrounds, sets options, styles and scripts', () =>
    open('site/slides/', async (page) => {
      await goThrough(page);
      const state = await page.evaluate(() => ({
        image: [...document.querySelectorAll('.slide-background-content')].filter((one) =>
          (one as HTMLElement).style.backgroundImage.includes('harbour-'),
        ).length,
        video: document.querySelector<HTMLSourceElement>('.slide-background-content video source')?.src ?? '',
        gradients: [...document.querySelectorAll<HTMLElement>('.backgrounds *')].filter((one) =>
          one.style.backgroundImage.includes('linear-gradient'),
        ).length,
        style: getComputedStyle(document.querySelector('#end') ?? document.body).backgroundImage,
        script: document.documentElement.dataset.tides,
        config: (
          globalThis as unknown as { deck: { getConfig(): { transition: string; progress: boolean } } }
        ).deck.getConfig(),
      }));
      expect(state).toMatchObject({
        image: 1,
        gradients: 1,
        script: 'ready',
        config: { transition: 'fade', progress: true },
      });
      expect(state.video).toMatch(/assets\/swell-\w+\.webm$/);
      expect(state.style).toMatch(/assets\/harbour-\w+\.svg/);
    }));

  test('has element comments at the elements they follow, and steps in their order', () =>
    open('site/slides/#/two-highs-two-lows', async (page) => {
      expect(await attributes(page, '#fading')).toMatchObject({
        class: expect.stringContaining('fade-up'),
        style: 'color: #ffffff',
      });
      const order = await page.evaluate(() => {
        const { deck } = globalThis as unknown as { deck: { next(): void; getIndices(): { v: number } } };
        const seen: string[] = [];
        for (let step = 0; step < 4; step++) {
          deck.next();
          const shown = [...document.querySelectorAll('#two-highs-two-lows .fragment.current-fragment')];
          seen.push(shown.map((element) => element.textContent?.trim()).join(', '));
        }
        return seen;
      });
      expect(order).toEqual(['Low water', 'High water', 'Slack', 'A paragraph that fades up.']);
      expect(
        await page.$$eval('.r-stack p.fragment', (all) =>
          all.map((one) => `${one.className} ${one.getAttribute('data-fragment-index')}`),
        ),
      ).toEqual([
        expect.stringMatching(/fade-out.* 0$/),
        expect.stringMatching(/current-visible.* 0$/),
        expect.stringMatching(/fragment.* 1$/),
      ]);
    }));

  test('steps through lines of code, numbered as asked', () =>
    open('site/slides/#/the-rule-of-twelfths', async (page) => {
      const bright = (selector: string): Promise<readonly string[]> =>
        page.$$eval(`${selector} .line:not(.dim)`, (lines) => lines.map((line) => line.textContent ?? ''));
      expect(await bright('#the-rule-of-twelfths')).toEqual([
        expect.stringContaining('const range'),
        expect.stringContaining('const twelfths'),
      ]);
      await page.evaluate('deck.next()');
      expect((await bright('#the-rule-of-twelfths')).length).toBe(3);
      await page.evaluate('deck.next()');
      expect(await bright('#the-rule-of-twelfths')).toEqual([expect.stringContaining('console.log')]);
      expect(
        await page.$eval('#the-rule-of-twelfths pre', (pre) =>
          [...pre.querySelectorAll('span')].some(
            (span) => /--|color/.test(span.getAttribute('style') ?? '') || span.className !== '',
          ),
        ),
      ).toBe(true);
      await page.evaluate('deck.next()');
      expect((await bright('#numbered-from-the-middle pre:first-of-type')).length).toBeGreaterThan(0);
      expect((await attributes(page, '#numbered-from-the-middle pre')).style).toBe('--first:39');
    }));

  test('fits text to the slide as Reveal does', () =>
    open('site/slides/#/5/1', async (page) => {
      await page.waitForFunction(
        () => {
          const text = document.querySelector('.r-fit-text');
          const range = document.createRange();
          if (text === null) return false;
          range.selectNodeContents(text);
          return range.getBoundingClientRect().width > 900;
        },
        { timeout: 5000 },
      );
    }));

  test('plays its background video from the single file too', () =>
    open('export/slides/slides.html', async (page) => {
      await page.evaluate('deck.slide(2, 2)');
      await page.waitForFunction(
        () => (document.querySelector<HTMLVideoElement>('.slide-background-content video')?.readyState ?? 0) >= 2,
        { timeout: 10_000 },
      );
    }));
});

describe('what stands side by side in Reveal', () => {
  test('does so here: floats, halves, columns that have no style, sections in a stack', () =>
    open('site/beside/', async (page) => {
      await goThrough(page);
      const box = (slide: string, words: string) =>
        page.evaluate(
          (id, text) => {
            const all = [...document.querySelectorAll<HTMLElement>(`#${id} .body :is(p, li, img)`)];
            const found = all.find((one) => one.textContent?.trim() === text || one.getAttribute('alt') === text);
            const { left, right, top } = found?.getBoundingClientRect() ?? { left: 0, right: 0, top: 0 };
            return { left, right, top };
          },
          slide,
          words,
        );
      const show = (slide: string) =>
        page.evaluate((id) => {
          const { deck } = globalThis as unknown as {
            deck: { slide(...at: unknown[]): void; getIndices(e: unknown): { h: number; v: number } };
          };
          const { h, v } = deck.getIndices(document.querySelector(`#${id}`));
          deck.slide(h, v);
        }, slide);

      await show('a-picture-beside-words');
      const picture = await box('a-picture-beside-words', 'The harbour');
      const words = await box('a-picture-beside-words', 'Words at its left');
      expect(words.left).toBeLessThan(picture.left);
      expect(Math.abs(words.top - picture.top)).toBeLessThan(12);

      for (const [slide, first, second] of [
        ['two-halves', 'Left words', 'Right words'],
        ['columns-without-a-style', 'First column', 'Second column'],
      ] as const) {
        await show(slide);
        const [one, other] = [await box(slide, first), await box(slide, second)];
        expect(one.top, slide).toBeCloseTo(other.top, 0);
        expect(other.left, slide).toBeGreaterThan(one.left + 100);
      }
      expect((await columns(page)).at(-1)).toEqual(['Above', 'Below']);
    }));
});
