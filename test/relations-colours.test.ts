import { readFileSync } from 'node:fs';
import { converter, differenceEuclidean, filterDeficiencyDeuter, wcagContrast } from 'culori';
import { describe, expect, test } from 'vitest';
import { coloursSheet } from '../scripts/theme/colours-sheet.js';
import { tokens } from '../src/draw/theme/tokens.js';
import { type ColourName, type ThemeColour, themeColours } from '../src/model/theme-colours.js';
import { hueOf, hues, namesOf } from '../src/model.js';
import { mermaidTone, svgTone } from '../src/relations/hues.js';
import { lineLooks } from '../src/relations/line-styles.js';

const token = (mode: keyof ThemeColour, name: string): string => themeColours[name as ColourName][mode];

test('the style sheet has the colours of the table; `npx tsx scripts/theme-colours.ts` writes it', () => {
  expect(readFileSync(new URL('../src/client/theme/colours.css', import.meta.url), 'utf8')).toBe(coloursSheet());
});

test.each(['light', 'dark'] as const)(
  'words are read in %s: ink, muted and accent on paper, ink on shade, code on shade',
  (mode) => {
    const code = Object.keys(themeColours).filter((name) => name.startsWith('code-'));
    const pairs = [
      ['ink', 'paper'],
      ['muted', 'paper'],
      ['accent', 'paper'],
      ['ink', 'shade'],
      ...code.map((name) => [name, 'shade']),
    ];
    const faint = pairs.filter(([one = '', other = '']) => wcagContrast(token(mode, one), token(mode, other)) < 7);
    expect(faint).toEqual([]);
  },
);

const lab = converter('lab65');
const linear = converter('lrgb');
const asDeuteranope = filterDeficiencyDeuter(1);

/** Simulated in linear light, as Machado, Oliveira and Fernandes (2009) define it; culori's filter works on the values it is given. */
function deuteranopic(colour: string): { mode: 'lrgb'; r: number; g: number; b: number } {
  const { r, g, b } = linear(colour) ?? { r: 0, g: 0, b: 0 };
  const seen = asDeuteranope({ mode: 'rgb', r, g, b });
  return { mode: 'lrgb', r: seen.r, g: seen.g, b: seen.b };
}

describe.each([
  { mode: 'light', lightness: 11 },
  { mode: 'dark', lightness: 10 },
] as const)('colours in $mode', ({ mode, lightness }) => {
  const plain = hues.slice(0, 4);
  const pairs = plain.flatMap((one, index) => plain.slice(index + 1).map((other) => ({ one, other })));

  test.each(pairs)('$one and $other are told apart in grey and with deuteranopia', ({ one, other }) => {
    const [a, b] = [token(mode, one), token(mode, other)];
    const grey = Math.abs((lab(a)?.l ?? 0) - (lab(b)?.l ?? 0));
    expect(Math.round(grey)).toBeGreaterThanOrEqual(lightness);
    expect(Math.round(differenceEuclidean('lab65')(deuteranopic(a), deuteranopic(b)))).toBeGreaterThanOrEqual(28);
  });

  test.each(plain)('violet and %s are told apart with deuteranopia; in grey by its second edge', (other) => {
    const [a, b] = [token(mode, 'violet'), token(mode, other)];
    expect(differenceEuclidean('lab65')(deuteranopic(a), deuteranopic(b))).toBeGreaterThanOrEqual(23);
  });

  test('violet is seen on paper, words are read on its fill, and ink on its tint', () => {
    const contrast = (one: string, other: string): number => wcagContrast(token(mode, one), token(mode, other));
    expect(contrast('violet', 'paper')).toBeGreaterThanOrEqual(3);
    expect(contrast('violet-fill', 'violet-on')).toBeGreaterThanOrEqual(4.5);
    expect(contrast('violet-tint', 'ink')).toBeGreaterThanOrEqual(7);
  });
});

test.each(hues.filter((hue) => hue !== 'grey'))(
  'drawings of %s fall back to the theme’s colours, and Mermaid’s are known as its tokens',
  (hue) => {
    expect(svgTone(hue)).toEqual({
      mark: `var(--${hue}, ${token('light', hue)})`,
      fill: `var(--${hue}-fill, ${token('light', `${hue}-fill`)})`,
      on: `var(--${hue}-on, ${token('light', `${hue}-on`)})`,
    });
    const { mark, fill, on } = mermaidTone(hue);
    const named = [mark, fill, on].map((colour) => tokens.find(({ drawn }) => drawn === colour)?.name);
    expect(named).toEqual([`--${hue}`, `--${hue}-fill`, `--${hue}-on`]);
  },
);

test('actors’ names stay names of colours', () => {
  const names = ['nato', 'russia', 'belarus', 'ukraine', 'neutral', 'gray', 'violet', 'Blue', 'toString', ''];
  expect(names.map(hueOf)).toEqual([
    ...['blue', 'red', 'teal', 'amber', 'grey', 'grey', 'violet'],
    ...[undefined, undefined, undefined],
  ]);
  expect(hues.flatMap(namesOf).every((name) => hueOf(name) !== undefined)).toBe(true);
});

test('line styles differ pairwise in head, and in width or dash', () => {
  const looks = Object.values(lineLooks);
  expect(new Set(looks.map(({ head }) => head)).size).toBe(looks.length);
  expect(new Set(looks.map(({ width, dash }) => `${width} ${dash}`)).size).toBe(looks.length);
  expect(new Set(looks.map(({ mermaid }) => mermaid)).size).toBe(looks.length);
});
