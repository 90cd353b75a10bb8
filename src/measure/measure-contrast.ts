import type { Page } from 'puppeteer-core';
import { contrast, laidOver, type Rgb } from '../css/contrast.js';
import type { FaintText, LaidOutDeck } from '../model.js';
import { listTexts, type SeenText } from './in-page/list-texts.js';
import { hideTexts, readGrounds, showAlone } from './in-page/read-grounds.js';

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
  const bySlide = bySlideOf(faint);
  const slides = layout.slides.map((slide) => ({
    ...slide,
    faint: (bySlide.get(slide.id) ?? []).map(({ slide: _, ...text }) => text),
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

/** The stage a page shows, px: what reaches beyond it is cut off, and said by another rule. */
const stage = { width: 1280, height: 720 };

/**
 * What is behind texts where that is no plain colour: one photograph a slide, taken with its texts hidden and with no other page, since
 * Chromium photographs all that is laid out before it cuts a piece out.
 */
async function photographGrounds(
  page: Page,
  texts: readonly SeenText[],
): Promise<ReadonlyMap<SeenText, readonly Rgb[]>> {
  const grounds = new Map<SeenText, readonly Rgb[]>();
  if (texts.length === 0) return grounds;
  await page.evaluate(hideTexts, true);
  for (const [slide, own] of bySlideOf(texts)) {
    const corner = await page.evaluate(showAlone, slide);
    const boxes = own.flatMap((text) => text.boxes);
    const left = Math.floor(Math.max(0, Math.min(...boxes.map(({ x }) => x))));
    const top = Math.floor(Math.max(0, Math.min(...boxes.map(({ y }) => y))));
    const right = Math.ceil(Math.min(stage.width, Math.max(...boxes.map(({ x, width }) => x + width))));
    const bottom = Math.ceil(Math.min(stage.height, Math.max(...boxes.map(({ y, height }) => y + height))));
    if (right <= left || bottom <= top) continue;
    const clip = { x: corner.left + left, y: corner.top + top, width: right - left, height: bottom - top };
    const picture = await page.screenshot({
      clip,
      encoding: 'base64',
      captureBeyondViewport: false,
      optimizeForSpeed: true,
    });
    const read = await page.evaluate(
      readGrounds,
      { picture, left, top },
      own.map((text) => text.boxes),
    );
    for (const [index, text] of own.entries()) grounds.set(text, read[index] ?? []);
  }
  await page.evaluate(showAlone, undefined);
  await page.evaluate(hideTexts, false);
  return grounds;
}

function bySlideOf<T extends { readonly slide: string }>(all: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const bySlide = new Map<string, T[]>();
  for (const one of all) {
    const own = bySlide.get(one.slide);
    if (own === undefined) bySlide.set(one.slide, [one]);
    else own.push(one);
  }
  return bySlide;
}
