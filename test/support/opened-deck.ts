import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer-core';
import { build } from 'vite';
import { expect } from 'vitest';
import { type BrowserProvider, createBrowserProvider } from '../../src/browser/browser-provider.js';
import { drawFigures } from '../../src/draw/draw-figures.js';
import { verifyEvidence } from '../../src/evidence/verify.js';
import { inlineAssets } from '../../src/export/assets.js';
import type { Deck, Drawings, Edition, Reference, RenderedDeck, SourceText } from '../../src/model.js';
import { parseDeck } from '../../src/parse/deck.js';
import { readFrontMatter } from '../../src/read/front-matter.js';
import { readRelations } from '../../src/read/relations.js';
import { composeDeck } from '../../src/render/documents/deck.js';
import { createCache } from '../../src/system/cache.js';
import { loadClientBundle } from '../../src/system/client-bundle.js';
import { nodeFiles } from '../../src/system/node-files.js';
import { sourceOf } from './outline.js';
import { renderDeck } from './render-deck.js';

/** A deck in its single file, with the client as it is now, opened in a browser of its own. */
export interface OpenedDeck {
  readonly browser: BrowserProvider;
  readonly html: string;
  readonly rendered: RenderedDeck;
  /** Opens the deck from its file; whatever the page complains of, or asks for besides, fails the test. */
  readonly withPage: (query: string, use: (page: Page) => Promise<void>) => Promise<void>;
  /** The same in another edition than the teacher's. */
  readonly openEdition: (edition: Edition) => Promise<Pick<OpenedDeck, 'html' | 'rendered' | 'withPage'>>;
  readonly close: () => Promise<void>;
}

interface DeckParts {
  readonly references?: readonly Reference[];
  /** The text of its `relations.yaml`. */
  readonly relations?: string;
  /** Without them the deck's figures are drawn. */
  readonly drawings?: Drawings;
  /** What its claims are checked against. */
  readonly sources?: readonly SourceText[];
  /** The text of its own style sheet. */
  readonly style?: string;
}

export async function openDeck(text: string, parts: DeckParts = {}): Promise<OpenedDeck> {
  const { references = [], relations, drawings, sources, style } = parts;
  const browser = createBrowserProvider({ env: process.env });
  const folder = mkdtempSync(join(tmpdir(), 'opened-deck-'));
  const root = fileURLToPath(new URL('../..', import.meta.url));
  await build({ root, logLevel: 'error', build: { outDir: join(folder, 'client'), emptyOutDir: true } });
  const { settings, bodyLine } = readFrontMatter(text, 'deck.md', true);
  const styles = style === undefined ? [] : [{ path: 'style.css', file: join(folder, 'style.css'), text: style }];
  const data =
    relations === undefined
      ? {}
      : readRelations({ path: 'relations.yaml', file: join(folder, 'relations.yaml'), text: relations }, references);
  const deck = parseDeck({ ...sourceOf(text, { settings, bodyLine }), ...data, references, styles, diagnostics: [] });
  const drawn = drawings ?? (await draw(deck));
  const evidence = sources === undefined ? undefined : verifyEvidence(deck, sources, undefined);
  expect([...deck.diagnostics, ...drawn.diagnostics]).toEqual([]);
  const hash = (script: string): string => `sha256-${createHash('sha256').update(script).digest('base64')}`;
  const client = await loadClientBundle(join(folder, 'client'));
  return { browser, ...(await openEdition({ audience: 'teacher' })), openEdition, close };

  async function openEdition(edition: Edition): ReturnType<OpenedDeck['openEdition']> {
    const rendered = await renderDeck(deck, drawn, edition, evidence);
    expect(rendered.diagnostics).toEqual([]);
    const html = composeDeck(rendered, client, inlineAssets(nodeFiles), hash);
    const file = join(folder, `${edition.audience}${edition.cut ?? ''}.html`);
    writeFileSync(file, html);
    return { html, rendered, withPage: (query, use) => withPage(pathToFileURL(file).href, query, use) };
  }

  function draw(deck: Deck): Promise<Drawings> {
    return drawFigures(deck, { browser, cache: createCache(join(folder, 'drawings')) });
  }

  function withPage(url: string, query: string, use: (page: Page) => Promise<void>): Promise<void> {
    return browser.withPage({ allow: (asked) => asked.startsWith(url) }, async (page, blocked) => {
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(String(error)));
      await page.goto(`${url}${query}`);
      // Reveal says that it is ready a moment before its listeners are told, who bind the keys.
      await page.waitForFunction(
        () => document.querySelector('.reveal.ready') !== null && document.fonts.status === 'loaded',
      );
      await use(page);
      expect([...complaints, ...blocked]).toEqual([]);
    });
  }

  async function close(): Promise<void> {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
}

export function showSlide(page: Page, id: string): Promise<void> {
  return page.evaluate((slide) => {
    const { h, v } = deck.getIndices(document.getElementById(slide) ?? undefined);
    deck.slide(h, v);
  }, id);
}

interface AxeResults {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

/** What axe-core finds wrong with a part of the page, the current slide when none is named. */
export async function accessibilityFaults(page: Page, selector?: string): Promise<readonly string[]> {
  await page.evaluate(createRequire(import.meta.url)('axe-core').source as string);
  return page.evaluate(async (named) => {
    const { axe } = globalThis as unknown as { axe: { run: (on: unknown, how: unknown) => Promise<AxeResults> } };
    const part = named === undefined ? deck.getCurrentSlide() : document.querySelector(named);
    const { violations } = await axe.run(part, { resultTypes: ['violations'] });
    return violations.map((rule) => `${rule.id}: ${rule.nodes.map((node) => node.html).join(' ')}`);
  }, selector);
}
