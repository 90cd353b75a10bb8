import type { Page } from 'puppeteer-core';
import type { LaidOutDeck, Overlap } from '../model.js';
import { findOverlaps } from './in-page/find-overlaps.js';
import { listBoxes } from './in-page/list-boxes.js';
import { measureSlides } from './in-page/measure-slides.js';

/** Measures a deck that is shown in print view in `page`; one layout a slide, in reading order, however many steps it has. */
export async function measureDeck(page: Page): Promise<LaidOutDeck> {
  const { slides } = await page.evaluate(measureSlides);
  const found = await page.evaluate(findOverlaps);
  const boxes = await page.evaluate(listBoxes);
  const bySlide = new Map(slides.map(({ id }): [string, Overlap[]] => [id, []]));
  for (const { slide, ...overlap } of found) bySlide.get(slide)?.push(overlap);
  return {
    ...(boxes.length === 0 ? {} : { boxes }),
    slides: slides.map((layout) => {
      const overlaps = bySlide.get(layout.id) ?? [];
      return overlaps.length === 0 ? layout : { ...layout, overlaps };
    }),
  };
}
