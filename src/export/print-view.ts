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

/** How long a deck may take to come to rest, ms. */
const limit = 60_000;

/** Opens a deck's single file in Reveal's print view and hands it over. `html` is the whole file. */
export async function withPrintView<T>(
  { html, steps }: { readonly html: string; readonly steps: Steps },
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
      await page.goto(url.href, { waitUntil: 'domcontentloaded', timeout: limit }).catch((error: unknown) => {
        throw error instanceof Error && error.name === 'TimeoutError' ? notReady(failures) : error;
      });
      if (!(await page.evaluate(awaitPrintView, limit))) throw notReady(failures);
      const refused = await page.evaluate(listRefusedAddresses);
      return use({
        page,
        blocked: [...blocked, ...refused],
        failures,
        measure: () => measureDeck(page),
        measureContrast: (layout) => measureContrast(page, layout),
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

function notReady(failures: readonly string[]): DeckError {
  const why = failures.length === 0 ? '' : ` The page says: ${failures.slice(0, 3).join('; ')}.`;
  return new DeckError(
    'deck-not-ready',
    `The deck did not come to rest in print view within a minute.${why} A script of the deck may be in the way; run the command again without it.`,
  );
}
