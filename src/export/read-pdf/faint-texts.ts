import { type PageViewport, type PDFDocumentProxy, type PDFPageProxy, Util } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { contrast, type Rgb } from '../../css/contrast.js';
import type { Box, PdfReading } from '../../model.js';
import { canDraw, type DrawnPage, drawPage, type Pixels } from './draw-page.js';

type FaintInPdf = NonNullable<PdfReading['faint']>[number];

/**
 * Looks at every page as a viewer shows it and lists the texts that differ too little from what is behind them: a pixel of ink is
 * compared with the pixel it covers. Undefined where pages cannot be drawn.
 */
export async function faintTexts(document: PDFDocumentProxy): Promise<readonly FaintInPdf[] | undefined> {
  if (!canDraw(document)) return undefined;
  const found: FaintInPdf[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const viewport = page.getViewport({ scale: drawnWidth / page.getViewport({ scale: 1 }).width });
    const texts = await textsOf(page, viewport);
    const drawn = await drawPage(document, page, viewport);
    for (const text of texts) {
      const faint = judge(text, drawn);
      if (faint !== undefined) found.push({ page: number, ...faint });
    }
    drawn.destroy();
    page.cleanup();
  }
  return found;
}

/** How wide a page is drawn, pixels: thin strokes of small letters have to cover a pixel for the most part. */
const drawnWidth = 1440;
/** The share of a pixel that ink has to cover before it says what colour the ink has. */
const covered = 0.5;

/** A text of a page: its place in whole pixels of the drawing. */
interface PlacedText {
  readonly text: string;
  readonly box: Box;
  /** What WCAG calls large: from 18 pt, bold from 14 pt. */
  readonly isLarge: boolean;
}

async function textsOf(page: PDFPageProxy, viewport: PageViewport): Promise<readonly PlacedText[]> {
  const { scale, transform } = viewport;
  const { items } = await page.getTextContent();
  return items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [a, b, c, d, x, y] = Util.transform(transform, item.transform) as Matrix;
    const size = Math.hypot(c, d);
    const along = (item.width * scale) / (Math.hypot(a, b) || 1);
    // From a third below the line to the height of capitals above it.
    const corners = [0, along].flatMap((right) =>
      [-0.3, 0.8].map((up) => [x + a * right + c * up, y + b * right + d * up]),
    );
    const box = around(corners, viewport);
    const points = size / scale;
    const isLarge = points >= 18 || (points >= 14 && isBold(page, item.fontName));
    return box.width < 1 || box.height < 1 ? [] : [{ text: item.str.trim(), box, isLarge }];
  });
}

type Matrix = [number, number, number, number, number, number];

function around(corners: readonly (readonly number[])[], viewport: PageViewport): Box {
  const xs = corners.map(([x = 0]) => Math.min(Math.max(0, x), viewport.width));
  const ys = corners.map(([, y = 0]) => Math.min(Math.max(0, y), viewport.height));
  const [left, top] = [Math.floor(Math.min(...xs)), Math.floor(Math.min(...ys))];
  return { x: left, y: top, width: Math.ceil(Math.max(...xs)) - left, height: Math.ceil(Math.max(...ys)) - top };
}

/** By the name that the file gives its font. */
function isBold(page: PDFPageProxy, fontName: string): boolean {
  const font: unknown = page.commonObjs.has(fontName) ? page.commonObjs.get(fontName) : undefined;
  return typeof font === 'object' && font !== null && 'name' in font && /bold|black|heavy/i.test(String(font.name));
}

/** Of the pixels of ink the worst tenth is left out: a letter is read though a speck behind it has its colour. */
function judge({ text, box, isLarge }: PlacedText, drawn: DrawnPage): Omit<FaintInPdf, 'page'> | undefined {
  const [whole, without, ink] = [drawn.whole(box), drawn.without(box), drawn.ink(box)];
  const ratios: number[] = [];
  for (let at = 0; at < ink.length; at += 4) {
    const share = 1 - (ink[at] ?? 255) / 255;
    if (share < covered) continue;
    const ground = pixel(without, at);
    ratios.push(contrast(unmixed(pixel(whole, at), ground, share), ground));
  }
  ratios.sort((one, other) => one - other);
  const ratio = ratios[Math.floor(ratios.length / 10)];
  const needed = isLarge ? 3 : 4.5;
  if (ratio === undefined || ratio >= needed) return undefined;
  return { text: text.slice(0, 60), contrast: Math.floor(ratio * 10) / 10, needed };
}

function pixel(pixels: Pixels, at: number): Rgb {
  return [pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0];
}

/** The colour of ink that covers a pixel only in part. */
function unmixed(seen: Rgb, ground: Rgb, share: number): Rgb {
  const whole = (index: 0 | 1 | 2): number =>
    Math.min(255, Math.max(0, Math.round(ground[index] + (seen[index] - ground[index]) / share)));
  return [whole(0), whole(1), whole(2)];
}
