import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer, { type Browser } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchOptions } from '../../src/browser/launch-options.js';
import { main } from '../../src/cli.js';
import { testEffects } from '../support/effects.js';

const home = mkdtempSync(join(tmpdir(), 'published-test-'));
const deck = `---
title: Lamps
url: https://example.org/lamps/
lang: en
---

# Lamps

---

## Quay {#quay aliases=pier}

It is open.
`;
let browser: Browser;

beforeAll(async () => {
  mkdirSync(join(home, 'lamps'));
  writeFileSync(join(home, 'lamps/deck.md'), deck);
  await main(['build', 'lamps', '--browser', 'bundled'], testEffects(home));
  browser = await puppeteer.launch(await launchOptions('bundled'));
}, 120_000);
afterAll(async () => {
  await browser.close();
  rmSync(home, { recursive: true, force: true });
});

describe('a published deck', () => {
  const folder = join(home, 'dist/site/lamps');

  test('has a picture of its first slide, which the page names', () => {
    const [picture = ''] = readdirSync(join(folder, 'assets')).filter((name) => name.startsWith('preview-'));
    const bytes = readFileSync(join(folder, 'assets', picture));
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1280, 720]);
    expect(readFileSync(join(folder, 'index.html'), 'utf8')).toContain(
      `<meta property="og:image" content="https://example.org/lamps/assets/${picture}">`,
    );
  });

  test('opens the slide that an old id names, and copies its published address', async () => {
    const page = await browser.newPage();
    await page.goto(`${pathToFileURL(join(folder, 'index.html')).href}#/pier`);
    await page.waitForSelector('section#quay.present');
    await page.keyboard.press('c');
    await page.waitForSelector('dialog.link');
    expect(await page.$eval('dialog.link input', ({ value }) => value)).toBe('https://example.org/lamps/#/quay');
    await page.keyboard.press('Escape');
    expect(await page.$('dialog.link')).toBeNull();
    await page.close();
  });

  test('says which address a new heading ended, until the old one leads to the slide again', async () => {
    const file = join(home, 'ropes.md');
    const built = async (heading: string): Promise<readonly string[]> => {
      writeFileSync(file, `---\nlang: en\nurl: https://example.org/ropes/\n---\n\n# Ropes\n\n---\n\n## ${heading}\n`);
      const effects = testEffects(home);
      await main(['build', 'ropes.md', '--browser', 'bundled'], effects);
      return effects.reported.filter((line) => line.includes('address-changed'));
    };
    expect(await built('A knot')).toEqual([]);
    const [said = '', ...more] = await built('Two knots');
    expect(said).toContain('ropes.md:10:1 warning address-changed ');
    expect([more, await built('Two knots')]).toEqual([[], [said]]);
    expect(await built('Two knots {aliases="a-knot"}')).toEqual([]);
    const page = await browser.newPage();
    await page.goto(`${pathToFileURL(join(home, 'dist/site/ropes/index.html')).href}#/a-knot`);
    await page.waitForSelector('section#two-knots.present');
    await page.close();
  });

  test('runs in a frame on a page of another host', async () => {
    const serve = (text: (path: string) => string) =>
      new Promise<{ readonly origin: string; readonly close: () => void }>((resolve) => {
        const server = createServer((request, response) => {
          const path = request.url ?? '/';
          const type = path.endsWith('.css') ? 'text/css' : path.endsWith('.js') ? 'text/javascript' : 'text/html';
          response.setHeader('content-type', type);
          response.end(text(path));
        }).listen(0, () => {
          const { port } = server.address() as AddressInfo;
          resolve({ origin: `http://127.0.0.1:${port}`, close: () => server.close() });
        });
      });
    const site = await serve((path) => readFileSync(join(folder, path === '/' ? 'index.html' : path), 'utf8'));
    const course = await serve(() => `<iframe src="${site.origin}/" width="960" height="540"></iframe>`);
    const page = await browser.newPage();
    await page.goto(course.origin.replace('127.0.0.1', 'localhost'));
    const frame = await (await page.waitForSelector('iframe'))?.contentFrame();
    await frame?.waitForSelector('section.present h1');
    await frame?.click('h1');
    await page.keyboard.press('ArrowRight');
    await frame?.waitForSelector('section#quay.present');
    await frame?.waitForFunction(() => location.hash === '#/quay');
    expect(new URL(frame?.url() ?? '').origin).toBe(site.origin);
    await page.close();
    site.close();
    course.close();
  });
});
