import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BrowserProvider, createBrowserProvider } from '../../src/browser/browser-provider.js';
import { drawFigures } from '../../src/draw/draw-figures.js';
import { formatDiagnostic } from '../../src/model/diagnostic.js';
import type { Deck, Drawings, Source } from '../../src/model.js';
import { parseDeck } from '../../src/parse/deck.js';
import { locateDeck, readDeck } from '../../src/read/deck.js';
import { readRelations } from '../../src/read/relations.js';
import { createCache } from '../../src/system/cache.js';
import { testEffects } from '../support/effects.js';
import { noBrowser } from '../support/no-browser.js';
import { sourceOf } from '../support/outline.js';

const root = mkdtempSync(join(tmpdir(), 'gallery-'));
const browser = createBrowserProvider({ env: process.env });
afterAll(async () => {
  await browser.close();
  rmSync(root, { recursive: true });
});
const newCache = () => createCache(mkdtempSync(join(root, 'cache-')));
const draw = (deck: Deck, cache = newCache(), by: BrowserProvider = browser): Promise<Drawings> =>
  drawFigures(deck, { browser: by, cache });

describe('the gallery', () => {
  const cache = newCache();
  let source: Source;
  let drawn: Drawings;
  beforeAll(async () => {
    const effects = testEffects(join(import.meta.dirname, '../..'));
    source = await readDeck((await locateDeck('slides/gallery', effects)) ?? expect.unreachable('no gallery'), effects);
    drawn = await draw(parseDeck(source), cache);
  });
  const svgOf = (id: string): string => drawn.byId.get(id)?.svg ?? expect.unreachable(`${id} was not drawn`);

  test('is drawn whole, with nothing to complain of', () => {
    expect(drawn.diagnostics.map(formatDiagnostic)).toEqual([]);
    const ids = parseDeck(source).slides.flatMap(({ diagrams }) => diagrams.map(({ id }) => id));
    expect([...drawn.byId.keys()].toSorted()).toEqual(ids.toSorted());
  });

  test('has the same bytes when drawn anew, and from the cache without a browser', async () => {
    expect((await draw(parseDeck(source))).byId).toEqual(drawn.byId);
    expect((await draw(parseDeck(source), cache, noBrowser)).byId).toEqual(drawn.byId);
  });

  test('of which one relation is changed has one diagram drawn anew', async () => {
    const before = readdirSync(cache.folder).length;
    const data = join(source.folder, 'relations.yaml');
    const text = readFileSync(data, 'utf8').replace('what: sugar', 'what: much sugar');
    const { relations } = readRelations({ path: 'relations.yaml', file: data, text }, []);
    const again = await draw(parseDeck({ ...source, relations }), cache);
    const changed = [...again.byId].filter(([id, { svg }]) => svg !== drawn.byId.get(id)?.svg).map(([id]) => id);
    expect(changed).toEqual(['trade-view']);
    expect(readdirSync(cache.folder)).toSatisfy(
      (files: readonly string[]) => files.length > before && files.length <= before + 3,
    );
  });

  test('builds a graph of relations up step by step, its legend with it', () => {
    expect(drawn.byId.get('chain')?.steps).toBe(3);
    expect(svgOf('chain')).toMatch(/<g class="fragment" data-fragment-index="0">[^\n]*>feeds</);
  });

  test('draws parallel and mutual relations apart', () => {
    const [before = ''] = svgOf('trade-view').split('>feeds<');
    const lines = [...before.matchAll(/<path d="M[\d.]+,([\d.]+)H/g)].map(([, y]) => y);
    expect(new Set(lines.slice(0, 3)).size).toBe(3);
    const heads = before
      .split('\n')
      .filter((line) => line.includes('chemical signals'))[0]
      ?.match(/l-?17,10l-?17,10/g);
    expect(heads).toHaveLength(2);
  });
});

test('words of a relation that mean something to others stay words', async () => {
  const folder = join(import.meta.dirname, '../fixtures/relations');
  const file = { path: 'hostile.yaml', file: join(folder, 'hostile.yaml') };
  const { relations } = readRelations({ ...file, text: readFileSync(file.file, 'utf8') }, []);
  const source = sourceOf('```relations {#hostile}\ndirection: TB\n```\n', {});
  const { byId, diagnostics } = await draw(parseDeck({ ...source, relations }));
  expect(diagnostics.map(formatDiagnostic)).toEqual([]);
  const svg = byId.get('hostile')?.svg ?? expect.unreachable('it was not drawn');
  expect(svg).not.toMatch(/<(script|a|b|image|foreignObject)\b/);
  const shown = svg.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
  expect(shown).toContain('javascript:alert(1)');
  expect(shown).toContain('&lt;/svg&gt;&lt;script&gt;');
});
