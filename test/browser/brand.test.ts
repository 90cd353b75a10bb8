import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CDPSession, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BrowserProvider, createBrowserProvider } from '../../src/browser/browser-provider.js';
import { checkPdf } from '../../src/check/check-pdf.js';
import { readPdf } from '../../src/export/read-pdf/read-pdf.js';
import { writeBrandDeck } from '../support/brand-files.js';
import { run } from '../support/command.js';

let folder: string;
let browser: BrowserProvider;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pilcrow-brand-deck-'));
  writeBrandDeck(folder);
  const dark = join(folder, 'slides/ports-dark');
  cpSync(join(folder, 'slides/ports'), dark, { recursive: true });
  const text = readFileSync(join(dark, 'deck.md'), 'utf8');
  writeFileSync(join(dark, 'deck.md'), text.replace('lang: en\n', 'lang: en\ntheme: seminar-dark\n'));
  browser = createBrowserProvider({ env: { ...process.env, PILCROW_BROWSER: 'bundled' } });
  const { code, reported } = await run(['export', '--quiet'], folder);
  expect(reported.filter((line) => / (error|warning) /.test(line))).toEqual([]);
  expect(code).toBe(0);
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

const exported = (name: string): string => join(folder, 'dist/export/ports', name);

async function withFile(name: string, use: (page: Page) => Promise<void>): Promise<void> {
  const address = pathToFileURL(exported(name)).href;
  await browser.withPage({ allow: (asked) => asked.startsWith(address) }, async (page, blocked) => {
    await page.goto(address);
    await page.waitForFunction(() => document.querySelector('.reveal:not(.ready)') === null);
    await page.evaluate(() => document.fonts.ready);
    await use(page);
    expect(blocked).toEqual([]);
  });
}

/** Which fonts the letters of an element and all in it are drawn with, and whether the page brought them. */
async function fontsOf(selector: string, page: Page): Promise<readonly string[]> {
  const session: CDPSession = await page.createCDPSession();
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument', {});
  const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector });
  const used = new Set<string>();
  for (const nodeId of nodeIds) {
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    for (const { familyName, isCustomFont } of fonts) used.add(`${familyName}${isCustomFont ? '' : ' of the machine'}`);
  }
  return [...used].sort();
}

describe('in the fonts of a brand', () => {
  test('stand the words of slides and of every kind of drawing', () =>
    withFile('ports.html', async (page) => {
      for (let slide = 0; slide < 6; slide++) {
        await page.evaluate((number) => {
          location.hash = `#/${number + 1}`;
        }, slide);
        await page.waitForFunction(
          (number) => document.querySelectorAll('.slides > section')[number]?.classList.contains('present'),
          {},
          slide,
        );
        expect(await fontsOf('section.present :is(h1, h2, li, p, text, tspan)', page), `slide ${slide + 1}`).toEqual([
          'Liberation Sans',
        ]);
      }
    }));

  test('stands the article, and code stays in the theme’s', () =>
    withFile('reader.html', async (page) => {
      expect(await fontsOf(':is(h1, h2, p)', page)).toEqual(['Liberation Sans', 'Source Code Pro ExtraLight']);
    }));

  test('names of blocks and words on lines keep to their places', () =>
    withFile('ports.html', async (page) => {
      await page.evaluate(() => {
        location.hash = '#/3';
      });
      await page.waitForSelector('section.present svg text');
      const over = await page.evaluate(() => {
        const boxes = [...document.querySelectorAll('section.present svg rect')].map((one) =>
          one.getBoundingClientRect(),
        );
        const words = [...document.querySelectorAll('section.present svg text')].map((one) =>
          one.getBoundingClientRect(),
        );
        const within = (word: DOMRect, box: DOMRect): boolean =>
          word.left >= box.left && word.right <= box.right && word.top >= box.top && word.bottom <= box.bottom;
        const apart = (word: DOMRect, box: DOMRect): boolean =>
          word.right <= box.left || word.left >= box.right || word.bottom <= box.top || word.top >= box.bottom;
        return words.filter((word) => boxes.some((box) => !within(word, box) && !apart(word, box))).length;
      });
      expect(over).toBe(0);
    }));
});

test('the outputs are all made', () => {
  expect(readdirSync(join(folder, 'dist/export/ports'))).toEqual(
    expect.arrayContaining(['slides.pdf', 'handout-student.pdf', 'worksheet.pdf', 'reader.pdf']),
  );
  expect(existsSync(exported('key.pdf'))).toBe(true);
});

test.each(['ports', 'ports-dark'])('every word of the PDFs of %s stands out from what is behind it', async (deck) => {
  const made = join(folder, 'dist/export', deck);
  const files = readdirSync(made).filter((name) => name.endsWith('.pdf'));
  expect(files).toContain('slides.pdf');
  for (const file of files) {
    const reading = await readPdf(readFileSync(join(made, file)), file, { look: true });
    expect(reading.faint, file).toBeDefined();
    expect(checkPdf(reading, file).filter(({ rule }) => rule === 'pdf-contrast')).toEqual([]);
  }
});
