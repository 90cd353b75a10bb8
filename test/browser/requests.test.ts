import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root, run } from '../support/command.js';
import { launchRecorded, type RecordedBrowser } from '../support/recorded-browser.js';
import { serveFolder } from '../support/site-server.js';
import { walkDeck } from '../support/walk-deck.js';

const out = mkdtempSync(join(tmpdir(), 'pilcrow-requests-'));
let recorded: RecordedBrowser;

beforeAll(async () => {
  recorded = await launchRecorded();
  const decks = ['belarus-deterrence', 'gallery'];
  await run(['build', ...decks, '--quiet', '--out', out], root);
  await run(['export', ...decks, '--to', 'html', '--quiet', '--out', out], root);
});

afterAll(async () => {
  await recorded.close();
  rmSync(out, { recursive: true, force: true });
});

test('what is asked of another machine is seen, whatever asks', async () => {
  const file = join(out, 'control.html');
  writeFileSync(
    file,
    '<img src="http://elsewhere.invalid/a.png"><link rel="prefetch" href="https://elsewhere.invalid/b">',
  );
  const page = await recorded.browser.newPage();
  await page.goto(pathToFileURL(file).href, { waitUntil: 'networkidle0' });
  await page.close();
  expect(recorded.asked).toContain('http://elsewhere.invalid/a.png');
  expect(recorded.asked).toContain('elsewhere.invalid:443');
});

test.each(['belarus-deterrence', 'gallery'])(
  '%s: no request leaves the machine from the presenter’s file',
  async (deck) => {
    const { href } = pathToFileURL(join(out, 'export', deck, `${deck}.html`));
    expect(await walkDeck(recorded, href, href)).toEqual([]);
  },
);

test.each(['belarus-deterrence', 'gallery'])('%s: the site asks its own host and no other', async (deck) => {
  const { url, close } = await serveFolder(join(out, 'site'));
  try {
    expect(await walkDeck(recorded, `${url}${deck}/index.html`, `${url}${deck}/`)).toEqual([]);
  } finally {
    await close();
  }
});
