import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importDeck } from '../src/import/import-deck.js';
import { type ToolName, tools } from '../src/import/tools.js';
import { fixtureFolder } from './support/twins.js';

/**
 * How many slides a tool makes of ten decks each, written from its manual. The numbers are what the tools themselves made of them: Marp
 * Core 5, Slidev's parser 52, reveal-md 6 and Pandoc 2.17; those of Quarto and Obsidian are what their manuals say. Each deck stands
 * behind a line `===== slides what it tries`.
 */
describe.each(Object.keys(tools) as readonly ToolName[])('slides of a deck of %s', (tool) => {
  const text = readFileSync(join(fixtureFolder('import-counts'), `${tool}.txt`), 'utf8');
  const parts = text.split(/^===== (\d+) (.+)\n/m).slice(1);
  const decks = parts.flatMap((count, at) =>
    at % 3 === 0 ? [{ slides: Number(count), what: parts[at + 1] ?? '', text: parts[at + 2] ?? '' }] : [],
  );

  test('ten decks are there', () => expect(decks).toHaveLength(10));

  test.each(decks)('$what: $slides', ({ slides, text }) => {
    expect(importDeck({ path: 'talk.md', text, textOf: () => undefined }, tool)?.slides).toBe(slides);
  });
});
