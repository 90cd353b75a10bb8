import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createBrowserProvider } from '../../src/browser/browser-provider.js';
import { root, run } from '../support/command.js';

interface AxeResults {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

const out = mkdtempSync(join(tmpdir(), 'pilcrow-decks-'));
const browser = createBrowserProvider({ env: process.env });
const decks = ['belarus-deterrence', 'gallery'];

beforeAll(async () => {
  const { reported } = await run(['export', ...decks, '--to', 'html', '--out', out], root);
  expect(reported.filter((line) => line.includes('was not written'))).toEqual([]);
});
afterAll(async () => {
  await browser.close();
  rmSync(out, { recursive: true, force: true });
});

describe.each(decks)('every slide of %s', (name) => {
  test.each(['light', 'dark'])('%s: passes the accessibility rules, and its words have a contrast of 7 : 1', (mode) =>
    browser.withPage({ allow: (url) => url.startsWith('file:') }, async (page) => {
      await page.goto(pathToFileURL(join(out, 'export', name, `${name}.html`)).href);
      await page.waitForFunction(() => globalThis.deck?.isReady() && document.fonts.status === 'loaded');
      await page.evaluate((theme) => {
        if (theme === 'dark') document.documentElement.dataset.theme = 'dark';
      }, mode);
      await page.evaluate(createRequire(import.meta.url)('axe-core').source as string);
      expect(await faultsOf(page)).toEqual([]);
    }),
  );
});

/** Goes through the deck with all steps shown; what axe-core finds, and words too pale for the ground they stand on. */
function faultsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run: (on: unknown, how: unknown) => Promise<AxeResults> } };
    const faults: string[] = [];
    for (const { h, v } of deck.getSlides().map((slide) => deck.getIndices(slide as HTMLElement))) {
      deck.slide(h, v, 99);
      await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => undefined)));
      const slide = deck.getCurrentSlide();
      const { violations } = await axe.run(slide, { resultTypes: ['violations'] });
      for (const { id, nodes } of violations)
        faults.push(`${slide.id}: ${id}: ${nodes.map(({ html }) => html).join(' ')}`);
      // The bands over a photograph are no backgrounds of elements; `check` looks at them as they are seen.
      if (slide.getAttribute('data-layout') === 'photo') continue;
      const ground = deck.getSlideBackground(h, v);
      const grounds = [...(ground == null ? [] : [...ground.children, ground]), document.body];
      for (const element of slide.querySelectorAll('.stage *')) {
        const words = [...element.childNodes]
          .filter(({ nodeType }) => nodeType === 3)
          .map(({ textContent }) => textContent?.trim());
        if (words.join('') === '' || element.closest('svg, .katex-mathml, [aria-hidden="true"], .unseen') !== null)
          continue;
        const contrast = contrastOf(element, slide, grounds);
        if (contrast < 7) faults.push(`${slide.id}: ${contrast.toFixed(1)} : 1 for “${words.join(' ')}”`);
      }
    }
    return faults;

    function contrastOf(element: Element, slide: Element, grounds: readonly Element[]): number {
      const around: Element[] = [];
      for (let at: Element | null = element; at !== null && at !== slide; at = at.parentElement) around.push(at);
      let ground = [255, 255, 255];
      for (const one of [...around, ...grounds].toReversed())
        ground = over(rgba(getComputedStyle(one).backgroundColor), ground);
      const opacity = around.reduce((product, one) => product * Number(getComputedStyle(one).opacity), 1);
      const [red = 0, green = 0, blue = 0, alpha = 1] = rgba(getComputedStyle(element).color);
      const [lighter = 0, darker = 0] = [over([red, green, blue, alpha * opacity], ground), ground]
        .map(luminance)
        .toSorted((a, b) => b - a);
      return (lighter + 0.05) / (darker + 0.05);
    }

    function rgba(color: string): readonly number[] {
      const parts = color.match(/[\d.]+/g)?.map(Number) ?? [];
      return parts.length === 3 ? [...parts, 1] : parts;
    }

    function over([red = 0, green = 0, blue = 0, alpha = 1]: readonly number[], ground: readonly number[]): number[] {
      return [red, green, blue].map((part, index) => part * alpha + (ground[index] ?? 0) * (1 - alpha));
    }

    function luminance(color: readonly number[]): number {
      const [red = 0, green = 0, blue = 0] = color.map((part) =>
        part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    }
  });
}
