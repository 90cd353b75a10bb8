import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer-core';
import { type BrowserProvider, onlyFiles } from '../browser/browser-provider.js';
import { awaitPrintView } from '../browser/in-page/await-print-view.js';
import { keepRefusedAddresses, listRefusedAddresses } from '../browser/in-page/refused-addresses.js';
import { temporaryFolder } from '../browser/temporary-folder.js';
import { DeckError } from '../error.js';
import { measureContrast } from '../measure/measure-contrast.js';
import { measureDeck } from '../measure/measure-deck.js';
import type { LaidOutDeck } from '../model.js';

/** A deck laid out for print: every slide a page, nothing hidden, ready to be measured and printed. */
export interface PrintView {
  readonly page: Page;
  readonly measure: () => Promise<LaidOutDeck>;
  /** Adds the texts that are too faint for what is behind them. */
  readonly measureContrast: (layout: LaidOutDeck) => Promise<LaidOutDeck>;
  /** Addresses the deck asked for beside its own file; none was loaded. */
  readonly blocked: readonly string[];
  /** What the deck's scripts failed with. */
  readonly failures: readonly string[];
}

/** `final`: each slide once, with all steps shown. `all`: a page a step. */
export type Steps = 'final' | 'all';

/** What is opened: the whole file, and how long it may take to come to rest or to be measured, ms. */
export interface ShownFile {
  readonly html: string;
  readonly steps: Steps;
  readonly limit?: number;
}

/** Opens a deck's single file in Reveal's print view and hands it over. Throws a DeckError `deck-not-ready` when that takes too long. */
export async function withPrintView<T>(
  { html, steps, limit = 120_000 }: ShownFile,
  { browser }: { readonly browser: BrowserProvider },
  use: (view: PrintView) => Promise<T>,
): Promise<T> {
  const folder = await temporaryFolder('print');
  try {
    const file = await folder.write('deck.html', html);
    const url = pathToFileURL(file);
    return await browser.withPage({ allow: onlyFiles(file) }, async (page, blocked) => {
      const failures: string[] = [];
      page.on('pageerror', (error) => failures.push(firstLine(error instanceof Error ? error.message : String(error))));
      await page.evaluateOnNewDocument(keepRefusedAddresses);
      url.search = printQuery(steps);
      const inTime = <T>(work: Promise<T>): Promise<T> => withinTime(work, limit, () => notReady(limit, failures));
      await inTime(page.goto(url.href, { waitUntil: 'domcontentloaded', timeout: 0 }));
      await inTime(page.evaluate(awaitPrintView));
      const refused = await page.evaluate(listRefusedAddresses);
      return use({
        page,
        blocked: [...blocked, ...refused],
        failures,
        measure: () => inTime(measureDeck(page)),
        measureContrast: (layout) => inTime(measureContrast(page, layout)),
      });
    });
  } finally {
    await folder.remove();
  }
}

/** Reveal's own switches; they win over what the deck configures, so that a page is the stage and nothing else. */
function printQuery(steps: Steps): string {
  return new URLSearchParams({
    view: 'print',
    margin: '0',
    pdfSeparateFragments: String(steps === 'all'),
    pdfMaxPagesPerSlide: '1',
    pdfPageHeightOffset: '0',
    showNotes: 'false',
  }).toString();
}

/** What follows says where in the page, which is none of the author's files. */
function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? '';
}

/** A page whose script runs for ever answers nothing and cannot be told to stop; closing it ends what was asked of it. */
async function withinTime<T>(work: Promise<T>, limit: number, late: () => Error): Promise<T> {
  const wait = new AbortController();
  const tooLate = pause(limit, undefined, { signal: wait.signal }).then(() => {
    throw late();
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    wait.abort();
    for (const forgotten of [work, tooLate]) forgotten.catch(() => undefined);
  }
}

function notReady(limit: number, failures: readonly string[]): DeckError {
  const why = failures.length === 0 ? '' : ` The page says: ${failures.slice(0, 3).join('; ')}.`;
  return new DeckError(
    'deck-not-ready',
    `The deck did not come to rest in print view within ${limit / 1000} s.${why} A script of the deck may be in the way; run the command again without it.`,
  );
}
