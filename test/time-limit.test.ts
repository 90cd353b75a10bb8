import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import type { BrowserProvider } from '../src/browser/browser-provider.js';
import { printPaper } from '../src/export/paper-pdf.js';
import { printToPdf } from '../src/export/pdf/print-to-pdf.js';
import { timeLimit } from '../src/export/time-limit.js';

test('a deck that is longer may take longer, by the slide', () => {
  expect([0, 1, 200, 1000].map(timeLimit)).toEqual([120_000, 120_500, 220_000, 620_000]);
});

test('a paper is waited for as long as its slides ask', async () => {
  const asked: unknown[] = [];
  const page = {
    emulateMediaType: async () => undefined,
    goto: async (_url: string, options: unknown) => {
      asked.push(options);
      throw new Error('that is all');
    },
  } as unknown as Page;
  const browser = {
    withPage: async (_: unknown, use: (page: Page) => unknown) => use(page),
  } as unknown as BrowserProvider;
  // Printing loads them beside its work, and may end before they are there.
  await Promise.all([import('../src/export/pdf/finish-pdf.js'), import('../src/export/pdf/outline-pages.js')]);
  const about = { title: 'A paper', author: '', lang: 'en', date: new Date(0) };
  const printing = printPaper({ html: '', about, grey: false, slides: 1000 }, { browser });
  await expect(printing).rejects.toThrow('that is all');
  expect(asked).toEqual([{ waitUntil: 'load', timeout: 620_000 }]);
});

test('Chromium may take that long to print, rather than as long as for any other answer', async () => {
  const sent: unknown[] = [];
  const session = {
    send: async (method: string, _parameters: unknown, options: unknown) => {
      sent.push([method, options]);
      return {};
    },
    detach: async () => undefined,
  };
  const page = { createCDPSession: async () => session } as unknown as Page;
  await printToPdf(page, { outline: false, limit: 620_000 });
  expect(sent).toEqual([['Page.printToPDF', { timeout: 620_000 }]]);
});
