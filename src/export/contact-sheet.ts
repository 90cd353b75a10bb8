import { awaitPaint } from '../browser/await-paint.js';
import type { BrowserProvider } from '../browser/browser-provider.js';
import { showDocument } from '../browser/show-document.js';
import { escapeHtml } from '../escape-html.js';

/** A slide on the sheet. */
export interface SheetEntry {
  readonly number: number;
  readonly title: string;
  /** PNG. */
  readonly bytes: Uint8Array;
}

export interface SheetOptions {
  readonly lang: string;
  /** The element that brings in the theme's style with its fonts inside. */
  readonly style: string;
}

/** How wide a slide is, px: of so many, and of more. */
const widths = { few: 400, many: 240, most: 100 };
const gap = 20;

/** All slides on one picture, each with its number and title, about as wide as it is high in slides. PNG. */
export async function contactSheet(
  entries: readonly SheetEntry[],
  { lang, style }: SheetOptions,
  { browser }: { readonly browser: BrowserProvider },
): Promise<Uint8Array> {
  const columns = Math.ceil(Math.sqrt(entries.length));
  const width = entries.length > widths.most ? widths.many : widths.few;
  const height = Math.round((width * 9) / 16);
  const cells = entries.map(
    ({ number, title }) =>
      `<figure><canvas width="${width}" height="${height}"></canvas><figcaption dir="auto"><b>${number}</b> ${escapeHtml(title)}</figcaption></figure>`,
  );
  const own = `<style>
html { background: #fff }
body { margin: 0; padding: ${gap}px; width: max-content; display: grid; gap: ${gap}px; grid-template-columns: repeat(${columns}, ${width}px) }
figure { margin: 0; width: ${width}px }
canvas { display: block; outline: 1px solid #c9ccd2 }
figcaption { margin-top: 6px; font: 16px/22px var(--sans); color: #1b2230; overflow: hidden; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow-wrap: anywhere }
</style>`;
  const html = `<!doctype html><html lang="${escapeHtml(lang)}"><meta charset="utf-8">${style}${own}<body>${cells.join('')}`;
  return showDocument({ name: 'contact-sheet', html: () => html }, browser, async ({ page, address }) => {
    await page.goto(address.href);
    // One after the other: a slide takes 3.7 MB while it is drawn.
    for (const [index, { bytes }] of entries.entries())
      await page.evaluate(drawSlide, index, Buffer.from(bytes).toString('base64'));
    await page.evaluate(async () => void (await document.fonts.ready));
    const { width, height } = await page.evaluate(() => document.body.getBoundingClientRect().toJSON());
    await page.setViewport({ width: Math.ceil(width), height: Math.ceil(height) });
    await awaitPaint(page);
    return page.screenshot({ type: 'png', optimizeForSpeed: true });
  });
}

/** Draws a slide into its place, small. Runs in the page. */
async function drawSlide(index: number, base64: string): Promise<void> {
  const canvas = document.querySelectorAll('canvas')[index];
  const context = canvas?.getContext('2d');
  if (canvas === undefined || context == null) return;
  const picture = new Image();
  picture.src = `data:image/png;base64,${base64}`;
  await picture.decode();
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
}
