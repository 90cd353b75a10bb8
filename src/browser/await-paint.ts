import type { Page } from 'puppeteer-core';

/**
 * Resolves when what is laid out has been painted, two frames later (about 33 ms). For what is photographed right after the window or the
 * document changed: on a busy machine Chromium photographs some of it unpainted, and says nothing.
 */
export async function awaitPaint(page: Page): Promise<void> {
  await page.evaluate(twoFrames);
}

/** The second frame begins when the first is painted. Runs in the page. */
async function twoFrames(): Promise<void> {
  for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
}
