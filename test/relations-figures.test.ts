import { appendFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { relations as printRelations } from '../src/commands/relations.js';
import { drawFigures } from '../src/draw/draw-figures.js';
import { formatDiagnostic } from '../src/model/diagnostic.js';
import type { Deck, Drawing } from '../src/model.js';
import { parseDeck } from '../src/parse/deck.js';
import { readRelations } from '../src/read/relations.js';
import { withLegend } from '../src/relations/graph-legend.js';
import { createCache } from '../src/system/cache.js';
import { testEffects } from './support/effects.js';
import { noBrowser } from './support/no-browser.js';
import { sourceOf } from './support/outline.js';

const root = mkdtempSync(join(tmpdir(), 'relations-figures-'));
afterAll(() => rmSync(root, { recursive: true }));

const yaml = `
actors: { nato: { name: NATO }, belarus: { name: Belarus }, russia: { name: Russia } }
kinds:
  arms: { name: arms, line: thick, sentence: "{from} offers {to} {what}" }
  talks: { name: talks, line: dashed, sentence: "{from} speaks with {to}" }
relations:
  - { id: contracts, from: russia, to: belarus, kind: arms, what: contracts, cite: "a, ¶8" }
  - { id: guests, from: belarus, to: nato, kind: talks, cite: "a, ¶3" }
`;
const references = [{ id: 'a', place: { path: 'references.yaml', line: 1 } }];
const file = { path: 'relations.yaml', file: '/decks/test/relations.yaml', text: yaml };

function deckOf(text: string, withData = true): Deck {
  const source = sourceOf(text, { keys: ['a'] });
  return parseDeck(withData ? { ...source, relations: readRelations(file, references).relations } : source);
}

function said({ diagnostics }: Pick<Deck, 'diagnostics'>): string[] {
  return diagnostics.map(formatDiagnostic);
}

const newCache = () => createCache(mkdtempSync(join(root, 'cache-')));
const draw = (deck: Deck, cache = newCache()) => drawFigures(deck, { browser: noBrowser, cache });

describe('a relations fence', () => {
  const fence = (code: string, info = '{#view}'): string => `## Who\n\n\`\`\`relations ${info}\n${code}\n\`\`\`\n`;

  test('is a diagram with its view, its text alternative and the evidence of what it shows', () => {
    const deck = deckOf(fence('kinds: [arms]', '{#view layout=lanes caption="Arms"}'));
    expect(said(deck)).toEqual([]);
    const [slide] = deck.slides;
    const [diagram] = slide?.diagrams ?? [];
    expect(slide?.layout).toBe('figure');
    expect(diagram).toMatchObject({ id: 'view', language: 'relations', caption: 'Arms', place: { line: 4 } });
    expect(diagram?.view?.layout).toBe('lanes');
    expect(diagram?.alt).toBe('Belarus, Russia. Russia offers Belarus contracts (¶8).');
    expect(slide?.citations.map(({ key, locators }) => [key, locators])).toEqual([['a', [[8, 8]]]]);
  });

  test('keeps the text alternative the author wrote', () => {
    expect(deckOf(fence('', '{alt="Mine"}')).slides[0]?.diagrams[0]?.alt).toBe('Mine');
  });

  test('that cannot be read is an error at its place in the deck, and draws nothing', async () => {
    const bad = deckOf(fence('show: [belarus, rusia]'));
    expect(said(bad)).toEqual([
      'deck.md:4:17 error relations-view There is no actor or group "rusia". Did you mean `russia`?',
    ]);
    expect((await draw(bad)).byId.size).toBe(0);
    expect(said(deckOf(fence(''), false))).toEqual([
      'deck.md:3:1 error relations-view This shows a view of the deck’s relations, and the deck has no relations.yaml. Describe actors, kinds and relations in relations.yaml beside deck.md.',
    ]);
    expect(said(deckOf(fence('- one'))).join()).toContain('Expected keys such as show');
    expect(said(deckOf(fence('', '{layout=ring}'))).join()).toContain('expected graph or lanes');
  });

  test('in lanes is drawn without a browser, with its steps', async () => {
    const deck = deckOf(fence('steps: [[belarus, russia, contracts], [nato, guests]]', '{#view layout=lanes}'));
    const { byId, diagnostics } = await draw(deck);
    expect(diagnostics).toEqual([]);
    expect(byId.get('view')).toMatchObject({ width: 1120, steps: 1 });
    expect(byId.get('view')?.svg).toContain('data-fragment-index="0"');
  });

  test('as a graph is drawn without a browser too, from the cache the second time', async () => {
    const cache = newCache();
    const deck = deckOf(fence('steps: [[belarus, russia, contracts], [nato, guests]]'));
    const first = await draw(deck, cache);
    expect(first.byId.get('view')).toMatchObject({ width: 1120, steps: 1 });
    expect(await draw(deck, cache)).toEqual(first);
  });

  test('beside notes is as wide as columns 1 to 8', async () => {
    const { byId } = await draw(deckOf(`${fence('')}\n- a note\n`));
    expect(byId.get('view')?.width).toBe(736);
  });

  test('as a graph from top to bottom asks Mermaid', async () => {
    await expect(draw(deckOf(fence('direction: TB')))).rejects.toThrow('a browser was asked for');
  });
});

describe('the legend of a graph', () => {
  const deck = deckOf('```relations\n```\n');
  const drawing = (width: number, height: number): Drawing => ({
    svg: `<svg viewBox="0 0 ${width} ${height}"></svg>`,
    width,
    height,
    smallestLabel: 22,
    steps: 2,
  });
  const legended = (width: number, height: number): Drawing => {
    const view = deck.slides[0]?.diagrams[0]?.view ?? expect.unreachable('there is no view');
    return withLegend(drawing(width, height), view, deck.relations ?? expect.unreachable('no relations'), 'en');
  };

  test('stands below a wide drawing and beside a tall one, in a figure as wide as the slide', () => {
    expect(legended(1000, 200)).toMatchObject({ width: 1120, height: 296, smallestLabel: 20, steps: 2 });
    expect(legended(1000, 200).svg).toContain('<svg width="1120" height="224" overflow="visible" viewBox');
    expect(legended(400, 500)).toMatchObject({ width: 1120, height: 424 });
    expect(legended(400, 500).svg).toContain('translate(768,24)');
  });

  test('has the kinds that are shown, and never lets labels grow beyond body text', () => {
    const { svg, smallestLabel } = legended(100, 50);
    expect(svg).toContain('>arms<');
    expect(svg).toContain('>talks<');
    expect(svg).toContain('colour shows who acts');
    expect(svg).toContain('<svg width="118.2"');
    expect(smallestLabel).toBe(20);
  });
});

describe('maps', () => {
  const map = (id: string, country = 'LV'): string => `\`\`\`map {#${id}}\nfit: [${country}]\n\`\`\`\n`;
  const deck = (...ids: string[]): Deck => deckOf(ids.map((id) => map(id)).join('\n---\n\n'));

  test('have their text alternative and small print, and ids of their own', async () => {
    const { byId, diagnostics } = await draw(deck('one', 'two'));
    expect(diagnostics).toEqual([]);
    const [one, two] = [byId.get('one'), byId.get('two')];
    expect(one?.alt).toContain('Map showing');
    expect(one?.smallPrint?.[0]).toContain('Natural Earth');
    const ids = (svg = ''): string[] => [...svg.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => id);
    expect(ids(one?.svg).filter((id) => ids(two?.svg).includes(id))).toEqual([]);
  });

  test('come from the cache as they were drawn; one that is damaged there is drawn anew', async () => {
    const cache = newCache();
    const first = await draw(deck('one'), cache);
    expect(await draw(deck('one'), cache)).toEqual(first);
    const names = readdirSync(cache.folder);
    expect(names).toHaveLength(1);
    appendFileSync(join(cache.folder, names[0] ?? ''), ' ');
    expect(await draw(deck('one'), cache)).toEqual(first);
    await draw(deckOf(`${map('one')}\n---\n\n${map('two', 'LT')}`), cache);
    expect(readdirSync(cache.folder)).toHaveLength(2);
  });

  test('that have a mistake say it each time, at its place, and are not drawn', async () => {
    const cache = newCache();
    const bad = deckOf(`## Where\n\n${map('one', 'LX')}`);
    for (const _time of [1, 2]) {
      const { byId, diagnostics } = await draw(bad, cache);
      expect(said({ diagnostics })).toEqual([
        expect.stringMatching(/^deck\.md:4:7 error map "LX" is no country code\./),
      ]);
      expect(byId.size).toBe(0);
    }
  });
});

describe('pilcrow relations', () => {
  const folder = join(import.meta.dirname, '../slides/gallery');

  test('prints the sentences of every view, or its code in Mermaid', async () => {
    const sentences = testEffects(join(folder, '../..'));
    expect(await printRelations(['gallery'], {}, sentences)).toBe(true);
    expect(sentences.printed.join('\n')).toMatch(/slides\/gallery\/deck\.md:\d+ chain\n {2}Sun feeds Plants: light\./);
    expect(sentences.reported).toEqual([]);
    const code = testEffects(join(folder, '../..'));
    await printRelations(['gallery'], { mermaid: true }, code);
    expect(code.printed[0]).toMatch(/^%% slides\/gallery\/deck\.md:\d+ chain\nflowchart LR\n/);
    expect(code.printed).toHaveLength(4);
  });
});
