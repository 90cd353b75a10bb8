import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ClientBundle } from '../src/model.js';
import { loadClientBundle } from '../src/system/client-bundle.js';

const folder = mkdtempSync(join(tmpdir(), 'client-'));
let client: ClientBundle;

beforeAll(async () => {
  const root = fileURLToPath(new URL('..', import.meta.url));
  await build({ root, logLevel: 'error', build: { outDir: folder, emptyOutDir: true } });
  client = await loadClientBundle(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("what runs in the reader's browser", () => {
  const sizeOf = (...texts: readonly string[]): number =>
    texts.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0);

  test('is at most 55 KB to load, and 64 KB where all of it is in one file, packed as one', () => {
    expect(sizeOf(client.script, client.style)).toBeLessThan(55_000);
    expect(sizeOf([client.whole, client.style, client.onDemand.style].join('\n'))).toBeLessThan(64_000);
  });

  test('has a second part, for what opens over a deck and what few decks use of Reveal', () => {
    const apart = [
      '.evidence-panel .sheet',
      '.modal',
      '.reveal .zoom',
      '.r-overlay-spinner',
      '[data-transition=convex]',
    ];
    expect(apart.filter((name) => client.style.includes(name))).toEqual([]);
    expect(apart.filter((name) => !client.onDemand.style.includes(name))).toEqual([]);
    expect(sizeOf(client.onDemand.script, client.onDemand.style)).toBeLessThan(12_500);
  });

  test('holds no Markdown parser, and asks nothing of another host', () => {
    expect(client.script).not.toMatch(/marked|smartypants|text\/template/);
    const addresses = [...`${client.style}${client.mathStyle}`.matchAll(/url\(([^)]*)\)/g)].map(([, url]) => url ?? '');
    expect(addresses.filter((url) => !/^("?data:|(\.\/)?fonts\/[\w-]+\.woff2$)/.test(url))).toEqual([]);
  });

  test('carries no picture of Reveal for what a ring of the theme shows', () => {
    expect(client.onDemand.style).toContain('.r-overlay-spinner{');
    expect(client.style + client.onDemand.style).not.toContain('data:image/gif');
  });

  test('keeps the speaker view apart, for files with notes', () => {
    expect(client.script).not.toMatch(/speaker-plan"\)\?|postMessage\(\{pilcrow/);
    expect(client.speaker.script).toContain('speaker-plan');
    expect(client.style).not.toContain('.speaker{');
    expect(client.speaker.style).toContain('.speaker{');
  });
});

test('a client that is not built is said to be so', async () => {
  await expect(loadClientBundle(join(folder, 'none'))).rejects.toMatchObject({ code: 'not-built' });
});
