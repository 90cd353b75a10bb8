import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { stepMarks } from '../src/draw/step-marks.js';
import { formatDiagnostic } from '../src/model/diagnostic.js';
import { chartMarks, layouts } from '../src/model.js';
import { parseDeck } from '../src/parse/deck.js';
import { locateDeck, readDeck } from '../src/read/deck.js';
import { testEffects } from './support/effects.js';

const repository = join(import.meta.dirname, '..');

async function deckNamed(name: string) {
  const effects = testEffects(repository);
  const location = (await locateDeck(join('slides', name), effects)) ?? expect.unreachable(`there is no deck ${name}`);
  return parseDeck(await readDeck(location, effects));
}

describe('the gallery', async () => {
  const deck = await deckNamed('gallery');
  const diagrams = deck.slides.flatMap((slide) => slide.diagrams);
  const kinds = diagrams
    .filter(({ language }) => language === 'mermaid')
    .map(({ code }) => /^\w+/m.exec(code.replace(/^---\n[\s\S]*?\n---\n/, ''))?.[0] ?? '');

  test('is read without a word of complaint', () => {
    expect(deck.diagnostics.map(formatDiagnostic)).toEqual([]);
  });

  test('shows every layout, with notes on every slide', () => {
    expect(layouts.filter((layout) => !deck.slides.some((slide) => slide.layout === layout))).toEqual([]);
    expect(deck.slides.filter(({ notes }) => notes.length === 0).map(({ id }) => id)).toEqual([]);
  });

  test('shows every kind of Mermaid diagram that has a fixture', () => {
    const fixtures = readdirSync(join(import.meta.dirname, 'fixtures/draw'), { withFileTypes: true });
    const files = fixtures.filter((entry) => entry.isFile() && entry.name !== 'subgraphs.mmd');
    expect(new Set(kinds).size).toBe(files.length);
  });

  test('shows steps in four kinds, four relations views, three maps and every mark of a chart', () => {
    const stepped = diagrams.filter(({ code }) => stepMarks(code).length > 0).map(({ code }) => code.split(/\s/)[0]);
    expect(stepped).toEqual(['flowchart', 'sequenceDiagram', 'stateDiagram-v2', 'timeline']);
    const views = diagrams.flatMap(({ view }) => view ?? []);
    expect(views.map(({ layout, direction, clicks }) => `${layout} ${direction} ${clicks}`)).toEqual([
      'graph LR 3',
      'graph LR 0',
      'lanes LR 3',
      'graph LR 0',
    ]);
    expect(diagrams.filter(({ language }) => language === 'map')).toHaveLength(3);
    expect(chartMarks.filter((mark) => !diagrams.some(({ chart }) => chart?.mark === mark))).toEqual([]);
  });

  test('has a text alternative for every diagram; a map has its own', () => {
    expect(diagrams.filter(({ alt, language }) => alt === '' && language !== 'map')).toEqual([]);
  });
});
