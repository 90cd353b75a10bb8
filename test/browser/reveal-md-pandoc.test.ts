import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attributes, columns, type ForeignDecks, makeForeignDecks } from '../support/foreign-decks.js';

const out = mkdtempSync(join(tmpdir(), 'pilcrow-pandoc-'));
let decks: ForeignDecks;
const open: ForeignDecks['open'] = (path, use) => decks.open(path, use);

beforeAll(async () => {
  decks = await makeForeignDecks(['pandoc/slides.md'], out);
});
afterAll(async () => {
  await decks.close();
  rmSync(out, { recursive: true, force: true });
});

describe('a deck written for Pandoc', () => {
  test('has its slides, attributes, columns, captions, terms and notes', () =>
    open('export/slides/slides.html', async (page) => {
      expect((await columns(page)).flat()).toEqual([
        'How a canal lock works',
        'Water finds its level',
        'Step by step',
        'Two kinds of lock',
        'Words',
        'In figures',
        'What the keeper says',
      ]);
      expect(await attributes(page, '#level')).toMatchObject({ 'data-background-color': '#eef3f2' });
      expect((await attributes(page, '#step-by-step')).class).toContain('walkthrough');
      expect(
        await page.$$eval('#level .fragment', (all) => all.map((one) => one.textContent?.trim().split(/\s+/)[0])),
      ).toEqual(['So', 'without']);
      expect(await page.$$eval('#step-by-step ol:not(.footnotes) > li.fragment', (all) => all.length)).toBe(3);
      expect(await page.$$eval('#two-kinds-of-lock .column', (all) => all.length)).toBe(2);
      expect(await page.$eval('#fig-chamber', (image) => (image as HTMLImageElement).style.width)).toBe('80%');
      expect(await page.$$eval('#words dt', (all) => all.map((one) => one.textContent))).toEqual(['Chamber', 'Sluice']);
      expect(await page.$eval('#words .term', (term) => term.textContent)).toBe('Lock gear');
      expect(await page.$eval('#in-figures caption', (caption) => caption.textContent?.trim())).toBe(
        'Two locks and their rise',
      );
      expect(await page.$$eval('#rise .line', (lines) => lines.length)).toBe(2);
      expect(await page.$eval('#in-figures', (slide) => slide.textContent)).toContain(
        'a crossing costs $5 and not $6.',
      );
      expect(await page.$eval('#level aside.notes', (notes) => notes.textContent?.trim())).toMatch(
        /^Pause before the list\./,
      );
      expect(await page.$$eval('.footnotes > li', (all) => all.map((one) => one.textContent?.trim()))).toEqual([
        expect.stringContaining('A small door in the gate'),
        expect.stringContaining('A crank one brings along'),
      ]);
      expect(await page.evaluate(() => document.documentElement.outerHTML.includes('A comment for the authors'))).toBe(
        false,
      );
    }));
});
