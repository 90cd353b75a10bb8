import type { Page } from 'puppeteer-core';
import type { Box, Scene, ScenePicture, SceneShape } from '../model.js';
import { type Cache, cacheKey } from '../system/cache.js';
import { readScene as readSceneInPage } from './in-page/read-scene.js';
import { sceneFunctions, sceneKinds } from './in-page/scene/scene-functions.js';
import { showPseudoElements } from './in-page/show-pseudo-elements.js';

/** Pixels of a photograph for one px of the stage. */
const sharpness = 2;

/**
 * Reads a deck that is shown in print view. What only a photograph shows is photographed; drawings that `photographs` has are not taken
 * again. The page is changed: read it last.
 */
export async function readScene(page: Page, photographs: Cache): Promise<Scene> {
  await page.evaluate(showPseudoElements);
  const functions = Object.entries(sceneFunctions).map(([name, code]) => `globalThis.${name} = ${code};`);
  await page.evaluate(`${functions.join('\n')}\nglobalThis.sceneKinds = ${JSON.stringify(sceneKinds)};`);
  const scene = await page.evaluate(readSceneInPage);
  await page.evaluate(bareGround);
  const slides: Scene['slides'][number][] = [];
  for (const [index, slide] of scene.slides.entries()) {
    const shapes: SceneShape[] = [];
    for (const shape of slide.shapes) {
      const isSeen = shape.kind !== 'picture' || shape.media !== undefined;
      shapes.push(isSeen ? shape : await photographed(page, index, shape, photographs));
    }
    slides.push({ ...slide, shapes });
  }
  return { ...scene, slides };
}

/** Leaves out what slides stand on, so that it shows through photographs. Runs in the page. */
function bareGround(): void {
  const rules = document.createElement('style');
  rules.textContent =
    'html, body, .reveal, .slides, .pdf-page, .pdf-page section, .slide-background { background: none !important }';
  document.head.append(rules);
}

async function photographed(page: Page, slide: number, picture: ScenePicture, kept: Cache): Promise<ScenePicture> {
  const box = onStage(picture.box);
  if (box.width < 1 || box.height < 1) return picture;
  const { svg } = picture;
  const key = svg === undefined ? undefined : cacheKey(['photograph 1', svg, JSON.stringify([box, picture.box])]);
  const known = key === undefined ? undefined : await kept.read(key);
  if (known !== undefined) return { ...picture, box, media: { type: 'png', base64: known } };
  // A photograph of what is not in the window takes one of the whole document.
  const { x, y } = await page.evaluate(scrollToSheet, slide);
  const base64 = await page.screenshot({
    clip: { ...box, x: box.x + x, y: box.y + y, scale: sharpness },
    encoding: 'base64',
    omitBackground: true,
    captureBeyondViewport: false,
  });
  if (key !== undefined) await kept.write(key, base64);
  return { ...picture, box, media: { type: 'png', base64 } };
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
