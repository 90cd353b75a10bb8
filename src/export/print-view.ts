import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import type { BrowserProvider } from '../browser/browser-provider.js';
import { showDocument } from '../browser/show-document.js';
import { DeckError } from '../error.js';
import { measureContrast } from '../measure/measure-contrast.js';
import { measureDeck } from '../measure/measure-deck.js';
import type { LaidOutDeck } from '../model.js';
import { type ComposedPage, documentOf } from './composed-page.js';
import { awaitFonts, awaitPages, awaitPictures, mendForPaper } from './in-page/await-print-view.js';
import { drawFilms } from './in-page/draw-films.js';
import { keepRefusedAddresses, listRefusedAddresses } from './in-page/refused-addresses.js';
import { timeLimit } from './time-limit.js';

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

/**
 * What is opened: the page, how many slides it has, the deck's own scripts in it, and how long it may take to come to rest or to be
 * measured, ms; `timeLimit` of its slides where that is not given.
 */
export interface ShownFile extends ComposedPage {
  readonly steps: Steps;
  readonly slides: number;
  /** Names of those that run, for a message; none when not given. */
  readonly scripts?: readonly string[];
  readonly limit?: number;
}

/** Opens a deck's page in Reveal's print view and hands it over. Throws a DeckError `deck-not-ready` when that takes too long. */
export async function withPrintView<T>(
  { steps, slides, scripts = [], limit = timeLimit(slides), ...composed }: ShownFile,
  { browser }: { readonly browser: BrowserProvider },
  use: (view: PrintView) => Promise<T>,
): Promise<T> {
  return showDocument(documentOf(composed, 'print'), browser, async ({ page, address, blocked }) => {
    const failures: string[] = [];
    page.on('pageerror', (error) => failures.push(firstLine(error instanceof Error ? error.message : String(error))));
    await page.evaluateOnNewDocument(keepRefusedAddresses);
    address.search = printQuery(steps);
    const inTime = <T>(what: string, work: Promise<T>): Promise<T> =>
      withinTime(work, limit, () => notReady({ limit, what, failures, scripts }));
    await inTime('the page to be read', page.goto(address.href, { waitUntil: 'domcontentloaded', timeout: 0 }));
    await inTime('Reveal to lay out its slides as pages', page.evaluate(awaitPages));
    await inTime('its typefaces', page.evaluate(awaitFonts));
    await inTime('its pictures to be decoded', page.evaluate(awaitPictures));
    await inTime('its films to show a frame', page.evaluate(drawFilms));
    await inTime('its links and figures to be set', page.evaluate(mendForPaper));
    const refused = await page.evaluate(listRefusedAddresses);
    return use({
      page,
      blocked: [...blocked, ...refused],
      failures,
      measure: () => inTime('its slides to be measured', measureDeck(page)),
      measureContrast: (layout) => inTime('its contrasts to be measured', measureContrast(page, layout)),
    });
  });
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

interface Late {
  readonly limit: number;
  /** What was waited for. */
  readonly what: string;
  readonly failures: readonly string[];
  readonly scripts: readonly string[];
}

/** A script is blamed only where one ran. */
function notReady({ limit, what, failures, scripts }: Late): DeckError {
  const said = failures.length === 0 ? '' : ` The page says: ${failures.slice(0, 3).join('; ')}.`;
  const named = scripts.slice(0, 3).join(', ');
  const cure =
    scripts.length === 0
      ? 'No script of the deck ran. A picture may be too much for the browser, or the machine busy: remove what was added last, or run the command again.'
      : `The deck's own ${named} ran and may be in the way; run the command again without it.`;
  return new DeckError(
    'deck-not-ready',
    `The deck did not come to rest in print view: ${what} took more than ${limit / 1000} s.${said} ${cure}`,
  );
}
