import type { Page } from 'puppeteer-core';
import type { BrowserProvider } from '../browser/browser-provider.js';
import { listPages } from './in-page/list-pages.js';
import { type ShownFile, withPrintView } from './print-view.js';

/** A slide, or a step of one, as it is printed. */
export interface SlidePicture {
  /** Its slide's id. */
  readonly id: string;
  /** How many clicks it shows, 0 for none; absent where the slide is one picture. */
  readonly step?: number;
  /** PNG. */
  readonly bytes: Uint8Array;
}

/** A second page costs its opening, which fewer pictures do not bring in. */
const enoughForTwo = 24;

/**
 * Pictures of those of a deck's slides that are `wanted`, by their ids, in print view and in their order. Hidden slides have no page, and no
 * picture. `scale`: pixels in one px of the stage.
 */
export async function photographSlides(
  file: ShownFile,
  { wanted, scale }: { readonly wanted: ReadonlySet<string>; readonly scale: number },
  tools: { readonly browser: BrowserProvider },
): Promise<readonly SlidePicture[]> {
  const found: SlidePicture[] = [];
  let next = 0;
  const photograph = (): Promise<void> =>
    withPrintView(file, tools, async ({ page }) => {
      const shown = await listShown(page, wanted);
      const take = await photographer(page, scale);
      for (let one = shown[next]; one !== undefined; one = shown[next]) {
        const position = next;
        next += 1;
        const { index, ...of } = one;
        found[position] = { ...of, bytes: await take(index) };
      }
    });
  // Neither page is asked for by the other: where all are in use, the second comes late and finds nothing to do.
  const pages = wanted.size < enoughForTwo ? [photograph()] : [photograph(), photograph()];
  for (const page of await Promise.allSettled(pages)) if (page.status === 'rejected') throw page.reason;
  return found;
}

type ShownPage = Omit<SlidePicture, 'bytes'> & { readonly index: number };

async function listShown(page: Page, wanted: ReadonlySet<string>): Promise<readonly ShownPage[]> {
  const { pages } = await page.evaluate(listPages);
  return pages.flatMap(({ id }, index) => {
    if (!wanted.has(id)) return [];
    const first = pages.findIndex((one) => one.id === id);
    const last = pages.findLastIndex((one) => one.id === id);
    return [{ id, index, ...(first === last ? {} : { step: index - first }) }];
  });
}

/**
 * Takes pictures of one page. The protocol is asked itself, since Puppeteer's `screenshot` waits for that of any other page. The window is
 * moved, since what lies outside it would take a picture of the whole document.
 */
async function photographer(page: Page, scale: number): Promise<(index: number) => Promise<Uint8Array>> {
  const session = await page.createCDPSession();
  await page.emulateMediaType('print');
  const window = { width: 1280, height: 720, deviceScaleFactor: scale, mobile: false };
  await session.send('Emulation.setDeviceMetricsOverride', window);
  return async (index) => {
    await page.evaluate(showPage, index);
    // Quicker to write, and a quarter larger.
    const options = { format: 'png', captureBeyondViewport: false, optimizeForSpeed: true } as const;
    const { data } = await session.send('Page.captureScreenshot', options);
    return Buffer.from(data, 'base64');
  };
}

/** Moves the window to a page. Runs in the page. */
function showPage(index: number): void {
  const page = document.querySelectorAll('.pdf-page')[index];
  page?.scrollIntoView({ block: 'start', inline: 'start', behavior: 'instant' });
}
