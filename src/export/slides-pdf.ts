import type { BrowserProvider } from '../browser/browser-provider.js';
import { wordsIn } from '../language/words/words.js';
import type { LaidOutDeck, RenderedDeck } from '../model.js';
import { keepBuiltIns } from '../system/keep-built-ins.js';
import type { ComposedPage } from './composed-page.js';
import { hiddenSlides } from './in-page/hidden-slides.js';
import { listPages, type PrintedPage } from './in-page/list-pages.js';
import { nameFormulas } from './in-page/name-formulas.js';
import { shortenNames } from './in-page/shorten-names.js';
import { unlinkFiles } from './in-page/unlink-files.js';
import { checkPages } from './pdf/check-pages.js';
import { printToPdf } from './pdf/print-to-pdf.js';
import type { Bookmark } from './pdf/set-outline.js';
import { type PrintView, type Steps, withPrintView } from './print-view.js';
import { timeLimit } from './time-limit.js';

export interface SlidesPdfInput extends ComposedPage {
  readonly rendered: RenderedDeck;
  readonly steps: Steps;
  /** Put into the PDF as its date. */
  readonly date: Date;
}

/** Measures and prints a deck. To look at the measures before printing, use `withPrintView` and `printView`. */
export async function printSlides(
  input: SlidesPdfInput,
  tools: { readonly browser: BrowserProvider },
): Promise<{ readonly pdf: Uint8Array; readonly layout: LaidOutDeck }> {
  return withPrintView({ ...input, slides: input.rendered.slides.length }, tools, async (view) => {
    const layout = await view.measure();
    return { layout, pdf: await printView(view, input) };
  });
}

/**
 * Prints a deck that is laid out: a page a slide (or a step), tagged, with one bookmark a slide.
 * A DeckError `pdf-mismatch` when the pages or their text are not the deck's.
 */
export async function printView(
  { page }: PrintView,
  { rendered, date }: Pick<SlidesPdfInput, 'rendered' | 'date'>,
): Promise<Uint8Array> {
  const { pages, width, height } = await page.evaluate(listPages);
  const missing = rendered.slides.filter(({ id }) => !pages.some((printed) => printed.id === id));
  const hidden = missing.length === 0 ? [] : await page.evaluate(hiddenSlides, missing);
  checkPages(pages, rendered, hidden);
  await page.evaluate(unlinkFiles);
  await page.evaluate(nameFormulas);
  await page.evaluate(shortenNames);
  const tools = Promise.all([import('./pdf/finish-pdf.js'), import('./pdf/holds-pages.js')]);
  const printed = await printToPdf(page, { outline: false, limit: timeLimit(pages.length) });
  const [{ finishPdf }, { holdsPages }] = await tools;
  const { title, author, lang } = rendered;
  const size = { width: width * 0.75, height: height * 0.75 };
  let isProved = false;
  const pdf = await finishPdf(printed, { title, author, lang, date }, bookmarks(rendered, pages), {
    look: (finished) => {
      isProved = holdsPages(finished, pages, size);
    },
  });
  if (isProved) return pdf;
  const { checkPdf } = await keepBuiltIns(() => import('./pdf/check-pdf.js'));
  await checkPdf(pdf, pages, size);
  return pdf;
}

/** One a slide, at its first page; the slides below another in a vertical stack stand below it here too. */
function bookmarks({ slides, lang }: RenderedDeck, pages: readonly PrintedPage[]): readonly Bookmark[] {
  const entries = slides.flatMap((slide, index) => {
    const page = pages.findIndex(({ id }) => id === slide.id);
    return page < 0 ? [] : [{ index: slide.index, title: slide.title || `${wordsIn(lang).slide} ${index + 1}`, page }];
  });
  return entries
    .filter(({ index }, position) => index.v === 0 || entries[position - 1]?.index.h !== index.h)
    .map(({ title, page, index }) => ({
      title,
      page,
      children: entries
        .filter((below) => below.index.h === index.h && below.page > page)
        .map((below) => ({ title: below.title, page: below.page, children: [] })),
    }));
}
