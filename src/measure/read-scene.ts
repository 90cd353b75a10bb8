import type { Page } from 'puppeteer-core';
import { awaitPaint } from '../browser/await-paint.js';
import type { Box, Scene, ScenePicture, SceneShape, SceneSlide } from '../model.js';
import { type Cache, cacheKey } from '../system/cache.js';
import { readScene as readSceneInPage } from './in-page/read-scene.js';
import { sceneFunctions, sceneKinds } from './in-page/scene/scene-functions.js';
import { showLogos } from './in-page/show-logos.js';
import { showPseudoElements } from './in-page/show-pseudo-elements.js';

/** Pixels of a photograph for one px of the stage; a logo is small, and there once. */
const sharpness = { picture: 2, logo: 4 };

/**
 * Reads a deck that is shown in print view. What only a photograph shows is photographed; drawings that `photographs` has are not taken
 * again. The page is changed: read it last.
 */
export async function readScene(page: Page, photographs: Cache): Promise<Scene> {
  await page.evaluate(showLogos);
  await page.evaluate(showPseudoElements);
  const functions = Object.entries(sceneFunctions).map(([name, code]) => `globalThis.${name} = ${code};`);
  await page.evaluate(`${functions.join('\n')}\nglobalThis.sceneKinds = ${JSON.stringify(sceneKinds)};`);
  const scene = await page.evaluate(readSceneInPage);
  await page.evaluate(bareGround);
  const slides: SceneSlide[] = [];
  for (const [index, slide] of scene.slides.entries())
    slides.push({ ...slide, shapes: await seen(slide.shapes, index, 'picture') });
  const logos: (readonly SceneShape[])[] = [];
  for (const [number, shapes] of scene.logos.entries()) {
    const slide = slides.findIndex(({ logo }) => logo === number);
    logos.push(await seen(shapes, slide, 'logo'));
  }
  return { ...scene, slides, logos };

  async function seen(
    shapes: readonly SceneShape[],
    slide: number,
    kind: keyof typeof sharpness,
  ): Promise<readonly SceneShape[]> {
    const all: SceneShape[] = [];
    for (const shape of shapes) {
      const isSeen = shape.kind !== 'picture' || shape.media !== undefined;
      all.push(isSeen ? shape : await photographed(page, slide, shape, sharpness[kind], photographs));
    }
    return all;
  }
}

/** Leaves out what slides stand on, so that it shows through photographs. Runs in the page. */
function bareGround(): void {
  const rules = document.createElement('style');
  rules.textContent =
    'html, body, .reveal, .slides, .pdf-page, .pdf-page section, .slide-background { background: none !important }';
  document.head.append(rules);
}

async function photographed(
  page: Page,
  slide: number,
  picture: ScenePicture,
  scale: number,
  kept: Cache,
): Promise<ScenePicture> {
  const box = onStage(picture.box);
  if (box.width < 1 || box.height < 1) return picture;
  const { svg } = picture;
  const key =
    svg === undefined ? undefined : cacheKey(['photograph 4', svg, JSON.stringify([box, picture.box, scale])]);
  const known = key === undefined ? undefined : await kept.read(key);
  if (known !== undefined) return { ...picture, box, media: { type: 'png', base64: known } };
  // A photograph of what is not in the window takes one of the whole document.
  const { x, y } = await page.evaluate(scrollToSheet, slide);
  if (picture.isGround === true) await page.evaluate(showSections, '0');
  await awaitPaint(page);
  const base64 = await page.screenshot({
    clip: { ...box, x: box.x + x, y: box.y + y, scale },
    encoding: 'base64',
    omitBackground: true,
    captureBeyondViewport: false,
  });
  if (picture.isGround === true) await page.evaluate(showSections, '');
  if (key !== undefined) await kept.write(key, base64);
  return { ...picture, box, media: { type: 'png', base64 } };
}

/** How far what stands on slides is seen; empty: as it was. Runs in the page. */
function showSections(opacity: string): void {
  // The print view shows them all, whatever their own styles say.
  for (const section of document.querySelectorAll<HTMLElement>('.pdf-page section'))
    section.style.setProperty('opacity', opacity, 'important');
}

function onStage({ x, y, width, height }: Box): Box {
  const [left, top] = [Math.max(0, x), Math.max(0, y)];
  return { x: left, y: top, width: Math.min(1280, x + width) - left, height: Math.min(720, y + height) - top };
}

/** Where a slide's page begins in the document, once it is in the window. Runs in the page. */
function scrollToSheet(slide: number): { readonly x: number; readonly y: number } {
  const sheets = [...document.querySelectorAll('.pdf-page')].filter((one) => one.querySelector('section') !== null);
  sheets[slide]?.scrollIntoView({ block: 'start', inline: 'start', behavior: 'instant' });
  const { x = 0, y = 0 } = sheets[slide]?.getBoundingClientRect() ?? {};
  return { x: x + scrollX, y: y + scrollY };
}
