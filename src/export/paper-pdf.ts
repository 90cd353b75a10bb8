import type { BrowserProvider } from '../browser/browser-provider.js';
import { showDocument } from '../browser/show-document.js';
import { wordsIn } from '../language/words/words.js';
import { type ComposedPage, documentOf } from './composed-page.js';
import { carryOn } from './in-page/carry-on.js';
import { drawFilms } from './in-page/draw-films.js';
import { fillPages } from './in-page/fill-pages.js';
import { hangNotes } from './in-page/hang-notes.js';
import { holdRanges } from './in-page/hold-ranges.js';
import { keepLegible } from './in-page/keep-legible.js';
import { layInColumns } from './in-page/lay-in-columns.js';
import { layOutPaper, type PaperHeading } from './in-page/lay-out-paper.js';
import { nameFormulas } from './in-page/name-formulas.js';
import { narrowWide } from './in-page/narrow-wide.js';
import { placeFigures } from './in-page/place-figures.js';
import { shortenNames } from './in-page/shorten-names.js';
import { unlinkFiles } from './in-page/unlink-files.js';
import type { PdfAbout } from './pdf/finish-pdf.js';
import { printToPdf } from './pdf/print-to-pdf.js';
import type { Bookmark } from './pdf/set-outline.js';
import { timeLimit } from './time-limit.js';

export interface PaperPdfInput extends ComposedPage {
  readonly about: PdfAbout;
  readonly grey: boolean;
  /** How many slides it is made of. */
  readonly slides: number;
}

/** Prints a paper: tagged, with a bookmark for each part that asks for one. */
export async function printPaper(
  { about, grey, slides, ...composed }: PaperPdfInput,
  { browser }: { readonly browser: BrowserProvider },
): Promise<Uint8Array> {
  return showDocument(documentOf(composed, 'paper'), browser, async ({ page, address }) => {
    const tools = Promise.all([import('./pdf/finish-pdf.js'), import('./pdf/outline-pages.js')]);
    await page.emulateMediaType('print');
    await page.goto(address.href, { waitUntil: 'load', timeout: timeLimit(slides) });
    await page.evaluate(drawFilms);
    const headings = await page.evaluate(layOutPaper);
    if (await page.evaluate(keepLegible)) await page.evaluate(layOutPaper);
    await page.evaluate(carryOn, wordsIn(about.lang).continued);
    await page.evaluate(narrowWide);
    await page.evaluate(holdRanges);
    await page.evaluate(fillPages);
    if (await page.evaluate(layInColumns, true)) {
      await page.evaluate(hangNotes);
      await page.evaluate(placeFigures);
      await page.evaluate(hangNotes);
      await page.evaluate(layInColumns, false);
    }
    await page.evaluate(unlinkFiles);
    await page.evaluate(nameFormulas);
    await page.evaluate(shortenNames);
    const printed = await printToPdf(page, { outline: true, limit: timeLimit(slides) });
    const [{ finishPdf }, { outlinePages }] = await tools;
    return finishPdf(printed, about, (document) => bookmarksOf(headings, outlinePages(document)), { grey });
  });
}

/** Chromium's own bookmarks are one a heading, in the order of the headings: they say on which page each stands. */
function bookmarksOf(headings: readonly PaperHeading[], pages: readonly number[]): readonly Bookmark[] {
  const flat = headings.flatMap(({ bookmark }, index) => {
    const page = pages[index];
    return bookmark === undefined || page === undefined ? [] : [{ ...bookmark, page }];
  });
  return nested(flat, 1);
}

interface FlatBookmark {
  readonly title: string;
  readonly depth: number;
  readonly page: number;
}

function nested(flat: readonly FlatBookmark[], depth: number): readonly Bookmark[] {
  const starts = flat.flatMap((one, index) => (one.depth <= depth || index === 0 ? [index] : []));
  return starts.flatMap((start, index) => {
    const own = flat[start];
    if (own === undefined) return [];
    const below = flat.slice(start + 1, starts[index + 1] ?? flat.length);
    return [{ title: own.title, page: own.page, children: nested(below, depth + 1) }];
  });
}
