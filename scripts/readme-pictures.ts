/**
 * Makes the pictures of the README out of a deck: its first view of relations, else its first figure, the page of its handout that shows
 * it, and the evidence of the first quoted claim.
 * Usage: npx tsx scripts/readme-pictures.ts [deck]
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { KeyInput } from 'puppeteer-core';
import sharp from 'sharp';
import { compileDeck } from '../src/commands/compile.js';
import { composeEdition } from '../src/commands/edition.js';
import { type Tools, withTools } from '../src/commands/tools.js';
import { inlineAssets } from '../src/export/assets.js';
import { wholePage } from '../src/export/composed-page.js';
import { carryOn } from '../src/export/in-page/carry-on.js';
import { fillPages } from '../src/export/in-page/fill-pages.js';
import { layOutPaper } from '../src/export/in-page/lay-out-paper.js';
import { wordsIn } from '../src/language/words/words.js';
import { standardPaper } from '../src/model.js';
import { locateDeck } from '../src/read/deck.js';
import { backMatter } from '../src/render/papers/back-matter.js';
import { papers } from '../src/render/papers/papers.js';
import { composePaper } from '../src/render/papers/shell.js';
import { machine } from '../src/system/machine.js';
import { temporaryFolder } from '../src/system/temporary-folder.js';

/** What the picture needs of Reveal. */
interface ShownDeck {
  getIndices(): { readonly h: number; readonly v: number };
  slide(h: number, v: number, f: number): void;
}

const [deck = 'slides/belarus-deterrence'] = process.argv.slice(2);
const pictures = fileURLToPath(new URL('../docs/pictures', import.meta.url));
const effects = machine();
const location = await locateDeck(deck, effects);
if (location === undefined) throw new Error(`There is no deck ${deck}.`);
mkdirSync(pictures, { recursive: true });

const folder = await temporaryFolder('pictures');
await withTools({}, effects, async (tools) => {
  const compiled = await compileDeck(location, tools);
  const edition = await composeEdition(compiled, { audience: 'student' }, tools, ['handout']);
  const { rendered, document } = edition;
  const html = wholePage(edition.page(), edition.files);
  const layouts = new Map(document.trees.map(({ slide: { slide } }) => [slide.id, slide.layout]));
  const [first] = backMatter(document).relations;
  const figure =
    rendered.slides.find(({ id }) => id === first?.slide.id) ??
    rendered.slides.find(({ id }) => layouts.get(id) === 'figure');
  const handout = papers.find(({ name }) => name === 'handout');
  const paper =
    handout && composePaper(handout, edition, standardPaper, tools.client, inlineAssets(tools.effects.files));
  if (figure === undefined || paper === undefined) throw new Error(`${deck} has no figure.`);
  await photographSlide(tools, html, figure.id, 'deck.png');
  const quoting = rendered.slides.find(({ id, html: slide }) => layouts.get(id) === 'text' && slide.includes('<mark'));
  if (quoting === undefined) throw new Error(`${deck} quotes nothing on a slide of text.`);
  await photographSlide(tools, html, quoting.id, 'evidence.png', 'e');
  await photographPage(tools, paper, figure.id);
}).finally(() => folder.remove());

/** The slide with its last step, once a key has been pressed where one is given. */
async function photographSlide(
  { browser, effects: { files } }: Tools,
  html: string,
  id: string,
  picture: string,
  key?: KeyInput,
): Promise<void> {
  const file = join(folder.path, 'deck.html');
  await files.replace([{ file, bytes: html }]);
  await browser.withPage({ allow: (url) => url.startsWith('file:') }, async (page) => {
    await page.goto(`${pathToFileURL(file).href}#/${id}`, { waitUntil: 'load' });
    await page.waitForFunction('globalThis.deck?.isReady() && document.fonts.status === "loaded"');
    await page.addStyleTag({
      content: '.reveal .fragment { transition: none } .reveal .controls { display: none !important }',
    });
    await page.evaluate(() => {
      const { deck } = globalThis as unknown as { readonly deck: ShownDeck };
      const { h, v } = deck.getIndices();
      deck.slide(h, v, 1000);
    });
    if (key !== undefined) {
      await page.keyboard.press(key);
      await page.waitForFunction(() => document.getAnimations().length === 0);
    }
    await keep(picture, await page.screenshot());
  });
}

/** What stands on one page of the handout, with the margin it has on paper. */
async function photographPage({ browser, effects: { files } }: Tools, html: string, id: string): Promise<void> {
  const file = join(folder.path, 'paper.html');
  await files.replace([{ file, bytes: html }]);
  await browser.withPage({ allow: (url) => url.startsWith('file:') }, async (page) => {
    await page.setViewport({ width: 800, height: 1130, deviceScaleFactor: 1 });
    await page.emulateMediaType('print');
    await page.goto(pathToFileURL(file).href, { waitUntil: 'load' });
    await page.evaluate(layOutPaper);
    await page.evaluate(carryOn, wordsIn('en').continued);
    await page.evaluate(fillPages);
    await page.addStyleTag({ content: '.paper { margin: 0 14mm } .first { padding-top: 14mm }' });
    const clip = await page.evaluate((slide) => {
      const items = [...document.querySelectorAll('.item')];
      const shown = items.findIndex((item) => item.querySelector(`[id="${slide}"]`) !== null);
      const start = items.slice(0, shown + 1).findLastIndex((item) => item.matches('.first'));
      const next = items.findIndex((item, index) => index > start && item.matches('.first'));
      const top = items[start]?.getBoundingClientRect().top ?? 0;
      const bottom = (items[next]?.getBoundingClientRect().top ?? top + 1130) + 12;
      return { x: 0, y: top + scrollY, width: 794, height: bottom - top + 24 };
    }, id);
    await keep('handout.png', await page.screenshot({ clip, captureBeyondViewport: true }));
  });
}

/** With a table of colours: a third of the size, and the pictures are part of the package. */
async function keep(picture: string, bytes: Uint8Array): Promise<void> {
  await sharp(bytes).png({ palette: true, effort: 10 }).toFile(join(pictures, picture));
}
