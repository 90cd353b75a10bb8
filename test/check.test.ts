import { describe, expect, test } from 'vitest';
import { checkDeck } from '../src/check/check-deck.js';
import { formatDiagnostic } from '../src/diagnostic.js';
import { parseDeck } from '../src/parse/deck.js';
import { readFrontMatter } from '../src/read/front-matter.js';
import { sourceOf } from './support/outline.js';

const latin = new Set(Array.from({ length: 0x250 }, (_, code) => code));

function glyphsOf(text: string, folder = true): string[] {
  const { settings, bodyLine } = readFrontMatter(text, 'deck.md', folder);
  return checkDeck({ deck: parseDeck(sourceOf(text, { settings, bodyLine })), glyphs: latin }, { style: true })
    .filter(({ rule }) => rule === 'glyph-missing')
    .map(formatDiagnostic);
}

describe('glyph-missing', () => {
  test('a letter is an error, a sign a warning, each said once at its place', () => {
    expect(glyphsOf('## Łódź 北\n\n- 北 again\n- to → here\n- a\u200db\n')).toEqual([
      expect.stringMatching(/^deck\.md:1:\d+ error glyph-missing The letter “北” \(U\+5317\)/),
      expect.stringMatching(/^deck\.md:4:\d+ warning glyph-missing The character “→” \(U\+2192\)/),
    ]);
  });

  test('is looked for in diagrams and code, not in notes or formulas', () => {
    expect(glyphsOf('## One\n\n```mermaid\nflowchart LR\nA[ж]\n```\n\n$\\alpha → β$\n\nNote:\nщ\n')).toEqual([
      expect.stringContaining('“ж”'),
    ]);
  });

  test('stops no deck of another tool', () => {
    expect(glyphsOf('## 北\n', false)).toEqual([expect.stringContaining('warning glyph-missing')]);
  });
});
