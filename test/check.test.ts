import { describe, expect, test } from 'vitest';
import { checkDeck } from '../src/check/check-deck.js';
import { formatDiagnostic } from '../src/model/diagnostic.js';
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
  test('is said once a script, at its first place, with how many there are', () => {
    expect(
      glyphsOf('## Łódź 北\n\n- 北京。 ひらカナ\n- to → here ↔\n- a\u200db\n- 🚀 ✅ \uE001 Ꮳ\n- αβγδεζηθικ ạ\n'),
    ).toEqual([
      expect.stringMatching(
        /:1:\d+ warning glyph-missing 3 letters of the Chinese \(Han\) script are in none .*: 北 京 。/,
      ),
      expect.stringMatching(/:3:\d+ .*4 letters of the Japanese \(kana\) script are/),
      expect.stringMatching(/:4:\d+ .*2 characters are in none .*: → ↔\./),
      expect.stringMatching(/:6:\d+ .*2 emoji are in none .*: 🚀 ✅\. Each machine shows them in its own way/),
      expect.stringMatching(/:6:\d+ .*The private sign “\uE001” \(U\+E001\) is in none .* a box stands there\./),
      expect.stringMatching(/:6:\d+ .*The letter “Ꮳ” \(U\+13E3\) of the Cherokee script is in none/),
      expect.stringMatching(/:7:\d+ .*10 letters of the Greek script are in none .*: α β γ δ ε ζ η θ …\./),
      expect.stringMatching(/:7:\d+ .*The letter “ạ” \(U\+1EA1\) of the Latin script is in none/),
    ]);
  });

  test('names a mark that many scripts share as no letter of one', () => {
    expect(glyphsOf('## One\n\n- a\u030a and a\u0339\u0330\n- ᬄ က\u103a\n')).toEqual([
      expect.stringMatching(/ 3 combining marks are in none .* Each machine sets the letters that have them/),
      expect.stringMatching(/ The letter “ᬄ” /),
      expect.stringMatching(/ 2 letters of the Myanmar script are/),
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
