/**
 * Writes the manual of the language: the gallery, each slide beside its Markdown, as a page of the site.
 * Usage: npx tsx scripts/manual.ts [deck] [folder]
 */
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import sharp from 'sharp';
import { compileDeck } from '../src/commands/compile.js';
import { composeEdition } from '../src/commands/edition.js';
import { writeSiteIndex } from '../src/commands/site-index.js';
import { withTools } from '../src/commands/tools.js';
import { wholePage } from '../src/export/composed-page.js';
import { locateDeck } from '../src/read/deck.js';
import { machine } from '../src/system/machine.js';
import { temporaryFolder } from '../src/system/temporary-folder.js';
import { manualEntry } from './manual/manual-entry.js';
import { manualFonts, manualPage } from './manual/manual-page.js';
import { slideTexts } from './manual/slide-texts.js';

/** What the pictures need of Reveal. */
interface ShownDeck {
  getIndices(slide?: Element): { readonly h: number; readonly v: number };
  slide(h: number, v: number, f: number): void;
}

const [deckFolder = 'slides/gallery', out = 'dist/site/manual'] = process.argv.slice(2);
/** px: half the width of a large window, at twice its dots. */
const pictureWidth = 1280;
const effects = machine();
const location = await locateDeck(deckFolder, effects);
if (location === undefined) throw new Error(`There is no deck ${deckFolder}.`);
rmSync(out, { recursive: true, force: true });
for (const part of ['slides', 'fonts']) mkdirSync(join(out, part), { recursive: true });

const folder = await temporaryFolder('manual');
await withTools({}, effects, async (tools) => {
  const compiled = await compileDeck(location, tools);
  const { deck } = compiled;
  const { page: composed, files } = await composeEdition(compiled, { audience: 'teacher' }, tools, []);
  const file = join(folder.path, 'deck.html');
  writeFileSync(file, wholePage(composed(), files));
  const texts = slideTexts(
    readFileSync(resolve(deck.path), 'utf8'),
    deck.slides.map(({ place }) => place.line),
  );
  const pictureOf = (number: number): string => `slides/${String(number).padStart(2, '0')}.webp`;
  await tools.browser.withPage({ allow: (url) => url.startsWith('file:') }, async (page) => {
    await page.setViewport({ width: 1280, height: 720 });
    await page.goto(pathToFileURL(file).href, { waitUntil: 'load' });
    await page.waitForFunction('globalThis.deck?.isReady() && document.fonts.status === "loaded"');
    await page.addStyleTag({
      content: '.reveal *, .reveal { transition: none !important } .reveal .controls { display: none !important }',
    });
    for (const { id, number } of deck.slides) {
      await page.evaluate((shown) => {
        const { deck } = globalThis as unknown as { readonly deck: ShownDeck };
        const { h, v } = deck.getIndices(document.getElementById(shown) ?? undefined);
        deck.slide(h, v, 1000);
        return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      }, id);
      const picture = await page.screenshot();
      await sharp(picture)
        .resize(pictureWidth)
        .webp({ quality: 82 })
        .toFile(join(out, pictureOf(number)));
    }
  });
  const slides = deck.slides.map(({ id, title, section, number }, at) => ({
    id,
    title,
    ...(section && { section }),
    picture: pictureOf(number),
    markdown: texts[at] ?? '',
  }));
  const { title, settings } = deck;
  writeFileSync(join(out, 'index.html'), manualPage(title, settings.lang, slides));
  const pages = [
    'index.html',
    ...slides.map(({ picture }) => picture),
    ...manualFonts.map(({ file }) => `fonts/${file}`),
  ];
  const entry = manualEntry(basename(out), { title, lang: settings.lang, slides: slides.length }, pages);
  writeFileSync(join(out, 'deck.json'), `${JSON.stringify(entry, null, 1)}\n`);
  await writeSiteIndex(resolve(dirname(out)), tools);
}).finally(() => folder.remove());

const require = createRequire(import.meta.url);
for (const { family, file } of manualFonts) {
  const fonts = dirname(require.resolve(`@fontsource/${family.toLowerCase().replaceAll(' ', '-')}/package.json`));
  copyFileSync(join(fonts, 'files', file), join(out, 'fonts', file));
}
console.log(`Open ${join(out, 'index.html')}`);
