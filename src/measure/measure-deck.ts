import type { Page } from 'puppeteer-core';
import type { LabelOverlap, LaidOutDeck, Overlap } from '../model.js';
import { findLabelOverlaps } from './in-page/find-label-overlaps.js';
import { findOverlaps } from './in-page/find-overlaps.js';
import { listBoxes } from './in-page/list-boxes.js';
import { measureSlides } from './in-page/measure-slides.js';

/** Measures a deck that is shown in print view in `page`; one layout a slide, in reading order, however many steps it has. */
export async function measureDeck(page: Page): Promise<LaidOutDeck> {
  const { slides } = await page.evaluate(measureSlides);
  const found = await page.evaluate(findOverlaps);
  const labels = await page.evaluate(findLabelOverlaps);
  const boxes = await page.evaluate(listBoxes);
  const bySlide = new Map(slides.map(({ id }): [string, Overlap[]] => [id, []]));
  for (const { slide, ...overlap } of found) bySlide.get(slide)?.push(overlap);
  const labelsBySlide = new Map<string, LabelOverlap[]>();
  for (const { slide, ...overlap } of labels) labelsBySlide.set(slide, [...(labelsBySlide.get(slide) ?? []), overlap]);
  return {
    ...(boxes.length === 0 ? {} : { boxes }),
    slides: slides.map((layout) => {
      const overlaps = bySlide.get(layout.id) ?? [];
      const labelOverlaps = labelsBySlide.get(layout.id);
      return {
        ...layout,
        ...(overlaps.length === 0 ? {} : { overlaps }),
        ...(labelOverlaps === undefined ? {} : { labelOverlaps }),
      };
    }),
  };
}
