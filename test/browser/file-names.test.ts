import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createBrowserProvider } from '../../src/browser/browser-provider.js';
import { run } from '../support/command.js';

const root = mkdtempSync(join(tmpdir(), 'pilcrow-file-names-'));
const folder = join(root, 'slides/talk');
const browser = createBrowserProvider({ choice: 'bundled', env: process.env });
const svg = (colour: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3" width="40" height="30"><rect width="4" height="3" fill="${colour}"/></svg>`;
const slides = [
  '# Ports\n',
  '## Pictures\n\n![One](café.svg) ![Two](my pic.svg) ![Three](/img/high.svg) ![Four](BIG.svg)\n',
  '## Two grounds {background-image="my pic.svg, a.svg" background-size="10%" background-repeat="no-repeat"}\n',
  '## Two others {background="a.svg, my pic.svg"}\n',
];

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  mkdirSync(join(root, 'img'));
  const files = { 'café.svg': 'red', 'my pic.svg': 'green', 'BIG.SVG': 'blue', 'a.svg': 'teal' };
  for (const [name, colour] of Object.entries(files)) writeFileSync(join(folder, name.normalize('NFD')), svg(colour));
  writeFileSync(join(root, 'img/high.svg'), svg('gold'));
  const settings = '---\nlang: en\nrules: { notes-missing: off }\n---\n';
  writeFileSync(join(folder, 'deck.md'), settings + slides.join('\n---\n\n').normalize('NFC'));
  for (const command of [['build'], ['export', '--to', 'html']])
    expect((await run([...command, '--quiet'], root)).code).toBe(0);
});
afterAll(async () => {
  await browser.close();
  rmSync(root, { recursive: true, force: true });
});

describe.each(['dist/export/talk/talk.html', 'dist/site/talk/index.html'])('%s', (file) => {
  test('shows every picture and every ground', async () => {
    await browser.withPage({ allow: (url) => url.startsWith('file:') }, async (page) => {
      await page.setViewport({ width: 1280, height: 720 });
      await page.goto(`${pathToFileURL(join(root, file)).href}#/pictures`);
      await page.waitForFunction('globalThis.deck?.isReady()');
      const shown = await page.$$eval('#pictures img', (all) => all.map((one) => [one.alt, one.naturalWidth > 0]));
      expect(shown).toEqual(['One', 'Two', 'Three', 'Four'].map((name) => [name, true]));
      for (const index of [2, 3]) {
        await page.evaluate(`globalThis.deck.slide(${index})`);
        const ground = await page.waitForFunction(
          `(() => { const one = document.querySelector('.slide-background.present .slide-background-content'); return one && getComputedStyle(one).backgroundImage !== 'none' && getComputedStyle(one).backgroundImage; })()`,
        );
        expect(String(await ground.jsonValue()).match(/url\("/g)).toHaveLength(2);
      }
    });
  });
});

test('on the flowing page several grounds lie behind one slide', async () => {
  await browser.withPage({ allow: (url) => url.startsWith('file:') }, async (page) => {
    await page.setViewport({ width: 400, height: 700 });
    await page.goto(pathToFileURL(join(root, 'dist/export/talk/talk.html')).href);
    await page.waitForSelector('#two-grounds');
    const ground = await page.$eval('#two-grounds', (slide) => getComputedStyle(slide).backgroundImage);
    expect(ground.match(/url\("/g)).toHaveLength(2);
  });
  expect(readFileSync(join(root, 'dist/export/talk/talk.html'), 'utf8')).not.toContain('café');
});
