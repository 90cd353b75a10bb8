import type { Page } from 'puppeteer-core';
import { contrast, laidOver, type Rgb } from '../css/contrast.js';
import type { FaintText, LaidOutDeck } from '../model.js';
import { listTexts, type SeenText } from './in-page/list-texts.js';
import { hideTexts, readGrounds } from './in-page/read-grounds.js';

/** Adds the texts that are too faint for what is really behind them; `page` shows the deck in print view. */
export async function measureContrast(page: Page, layout: LaidOutDeck): Promise<LaidOutDeck> {
  const texts = await page.evaluate(listTexts);
  const photographed = await photographGrounds(
    page,
    texts.filter(({ grounds }) => grounds.length === 0),
  );
  const faint = texts.flatMap((text) => {
    const found = judge(text, text.grounds.length > 0 ? text.grounds : (photographed.get(text) ?? []));
    return found === undefined ? [] : [{ slide: text.slide, ...found }];
  });
  const slides = layout.slides.map((slide) => ({
    ...slide,
    faint: faint.filter((one) => one.slide === slide.id).map(({ slide: _, ...text }) => text),
  }));
  return { ...layout, slides };
}

/** Of a picture the worst tenth is left out: a letter is read though a speck behind it has its colour. */
function judge({ colour, large, text }: SeenText, grounds: readonly Rgb[]): FaintText | undefined {
  const ratios = grounds.map((ground) => contrast(laidOver(colour, ground), ground)).sort((a, b) => a - b);
  const ratio = ratios[grounds.length > 20 ? Math.floor(ratios.length / 10) : 0];
  const needed = large ? 3 : 4.5;
  if (ratio === undefined || ratio >= needed) return undefined;
  return { text, contrast: Math.floor(ratio * 10) / 10, needed };
}

/** What is behind texts where that is no plain colour: one photograph a slide, taken with its texts hidden. */
async function photographGrounds(
  page: Page,
  texts: readonly SeenText[],
): Promise<ReadonlyMap<SeenText, readonly Rgb[]>> {
  const grounds = new Map<SeenText, readonly Rgb[]>();
  if (texts.length === 0) return grounds;
  await page.evaluate(hideTexts, true);
  for (const slide of new Set(texts.map((text) => text.slide))) {
    const own = texts.filter((text) => text.slide === slide);
    const boxes = own.flatMap((text) => text.boxes);
    const left = Math.floor(Math.max(0, Math.min(...boxes.map(({ x }) => x))));
    const top = Math.floor(Math.max(0, Math.min(...boxes.map(({ y }) => y))));
    const width = Math.ceil(Math.max(...boxes.map((box) => box.x + box.width)) - left);
    const height = Math.ceil(Math.max(...boxes.map((box) => box.y + box.height)) - top);
    const clip = { x: left, y: top, width, height };
    const picture = await page.screenshot({ clip, encoding: 'base64', captureBeyondViewport: true });
    for (const text of own) grounds.set(text, await page.evaluate(readGrounds, { picture, left, top }, text.boxes));
  }
  await page.evaluate(hideTexts, false);
  return grounds;
}
