import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drawFigures } from '../src/draw/draw-figures.js';
import { createFontReader } from '../src/fonts/font-reader.js';
import { labelWidth } from '../src/map/label-width.js';
import type { Deck, Drawing } from '../src/model.js';
import { parseDeck } from '../src/parse/deck.js';
import { readDeck } from '../src/read/deck.js';
import { textWidth } from '../src/relations/text-width.js';
import { familyOf, setIn } from '../src/relations/typeface.js';
import { type Cache, noCache } from '../src/system/cache.js';
import { writeBrandDeck } from './support/brand-files.js';
import { testEffects } from './support/effects.js';
import { noBrowser } from './support/no-browser.js';

let folder: string;
let branded: Deck;
let plain: Deck;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pilcrow-brand-deck-'));
  writeBrandDeck(folder);
  const deck = join(folder, 'slides/ports');
  const location = { name: 'ports', file: join(deck, 'deck.md'), folder: deck, isFolder: true };
  branded = parseDeck(await readDeck(location, testEffects(folder), { fonts: createFontReader(noCache) }));
  plain = parseDeck(await readDeck(location, testEffects(folder)));
});
afterAll(() => rmSync(folder, { recursive: true }));

const kinds = ['chart', 'relations', 'map'];
async function drawn(deck: Deck, cache: Cache = noCache): Promise<ReadonlyMap<string, Drawing>> {
  const slides = deck.slides.map((slide) => ({
    ...slide,
    diagrams: slide.diagrams.filter(({ language }) => kinds.includes(language)),
  }));
  const { byId } = await drawFigures({ ...deck, slides }, { browser: noBrowser, cache });
  const languages = new Map(slides.flatMap(({ diagrams }) => diagrams.map(({ id, language }) => [id, language])));
  return new Map([...byId].map(([id, drawing]) => [languages.get(id) ?? id, drawing]));
}

describe('in the faces of a brand', () => {
  test.each(kinds)('a %s is set, and has the brand’s colours where no page has them', async (kind) => {
    const svg = (await drawn(branded)).get(kind)?.svg ?? expect.unreachable('not drawn');
    const families = [...svg.matchAll(/font-family="([^"]*)"/g)].map(([, family = '']) => family);
    expect(families.length).toBeGreaterThan(0);
    for (const family of families) expect(family).toMatch(/^(var\(--(sans|serif), )?'Liberation Sans', 'Source /);
    const papers = [...svg.matchAll(/var\(--(paper|blue|blue-fill|blue-tint), ([^)]*)\)/g)];
    for (const [, name = '', colour] of papers)
      expect(colour).toBe({ paper: '#ffffff', blue: '#004b87', 'blue-fill': '#004b87', 'blue-tint': '#bfd2e1' }[name]);
  });

  test('words are measured by the font’s own widths and the scale', () => {
    const typeface = branded.brand?.typeface;
    const run = { text: 'am', face: 'label', size: 1000 } as const;
    expect(setIn(typeface, () => textWidth(run))).toBeCloseTo((556 + 833) * 0.94);
    expect(setIn(typeface, () => labelWidth('am', 'sans-bold', 1000))).toBeCloseTo((556 + 889) * 0.94);
    expect(setIn(typeface, () => familyOf('serif'))).toBe("'Liberation Sans', 'Source Serif 4', serif");
    expect(textWidth(run)).toBe(504 + 829);
  });

  test('a letter that is not there is as wide as the theme’s', () => {
    const typeface = branded.brand?.typeface ?? expect.unreachable('no typeface');
    const without = { ...typeface, widths: { label: new Map([[0x61, 100]]) } };
    expect(setIn(without, () => textWidth({ text: 'am', face: 'label', size: 1000 }))).toBe(100 + 829);
  });

  test('work that fails leaves the theme’s faces as they were', () => {
    const fail = (): never => {
      throw new Error('no drawing');
    };
    expect(() => setIn(branded.brand?.typeface, fail)).toThrow('no drawing');
    expect(familyOf('sans')).toBe("'Source Sans 3', sans-serif");
  });
});

test('a deck without a brand does not get the drawings that were kept for one, nor the other way round', async () => {
  const kept = new Map<string, string>();
  const cache: Cache = {
    ...noCache,
    read: async (key) => kept.get(key),
    write: async (key, text) => void kept.set(key, text),
  };
  const own = await drawn(plain);
  await drawn(branded, cache);
  expect(await drawn(plain, cache)).toEqual(own);
  expect((await drawn(branded, cache)).get('chart')?.svg).toContain('Liberation Sans');
  expect(own.get('chart')?.svg).not.toContain('Liberation Sans');
});
