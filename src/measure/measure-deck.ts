import type { Page } from 'puppeteer-core';
import { measureSlides } from '../browser/in-page/measure-slides.js';
import type { LaidOutDeck } from '../model.js';

/** Measures a deck that is shown in print view in `page`; one layout a slide, in reading order, however many steps it has. */
export async function measureDeck(page: Page): Promise<LaidOutDeck> {
  return page.evaluate(measureSlides);
}
