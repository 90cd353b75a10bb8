import type { Page } from 'puppeteer-core';
import { awaitPaint } from '../browser/await-paint.js';

/** Slide 1 as a picture in PNG, from a page in print view: what those show who preview a link (1280 × 720, as https://ogp.me wants no more). */
export async function photographFirst(page: Page): Promise<Uint8Array> {
  const first = await page.$('.pdf-page section, .slides section');
  const box = await first?.boundingBox();
  const [x, y] = [box?.x ?? 0, box?.y ?? 0];
  await awaitPaint(page);
  return page.screenshot({ type: 'png', clip: { x, y, width: 1280, height: 720 }, captureBeyondViewport: false });
}
