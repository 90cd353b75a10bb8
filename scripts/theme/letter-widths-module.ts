import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { readFont } from '../../src/fonts/read-font.js';
import type { DrawnFace } from '../../src/model/brand.js';
import { drawnFaces } from '../../src/model/typeface.js';

const require = createRequire(import.meta.url);

/** First and last code point of each stretch that is kept. */
const covered = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x2bc, 0x2bc],
  [0x400, 0x45f],
  [0x490, 0x491],
  [0x2010, 0x2026],
] as const;

/** The families of the theme, as their packages are called. */
const families = { text: 'source-sans-3', headings: 'source-serif-4' } as const;

/** Later subsets win: they have letters of the earlier ones too. */
const subsets = ['cyrillic', 'latin-ext', 'latin'] as const;

/** The widths of the theme's letters as a module, read from its font files. */
export function letterWidthsModule(): string {
  const stretches = covered.map((ends) => `  [${ends.map((point) => `0x${point.toString(16)}`).join(', ')}],\n`);
  const faces = (Object.keys(drawnFaces) as DrawnFace[]).map((face) => `  ${keyOf(face)}: \`${linesOf(face)}\`,\n`);
  return `// Written by scripts/letter-widths.ts from the theme's font files.
import type { DrawnFace } from '../model/brand.js';

/** First and last code point of each stretch the table covers: Latin with its extensions, Cyrillic, punctuation. */
export const covered = [
${stretches.join('')}] as const;

/** Advance widths in thousandths of the size, one number a code point of \`covered\`, 0 where the face has no such letter. */
export const advanceWidths: Readonly<Record<DrawnFace, string>> = {
${faces.join('')}};
`;
}

function keyOf(face: DrawnFace): string {
  return face.includes('-') ? `'${face}'` : face;
}

function linesOf(face: DrawnFace): string {
  const widths = widthsOf(face);
  const points = covered.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => from + index));
  let text = '';
  let line = '\n   ';
  for (const point of points) {
    const width = ` ${widths.get(point) ?? 0}`;
    if (line.length + width.length > 120) {
      text += line;
      line = '\n   ';
    }
    line += width;
  }
  return text + line;
}

function widthsOf(face: DrawnFace): ReadonlyMap<number, number> {
  const { role, weight, isItalic } = drawnFaces[face];
  const family = families[role];
  const widths = new Map<number, number>();
  for (const subset of subsets) {
    const file = `@fontsource/${family}/files/${family}-${subset}-${weight}-${isItalic ? 'italic' : 'normal'}.woff2`;
    const read = readFont(readFileSync(require.resolve(file)));
    if ('why' in read) throw new Error(`${file} ${read.why}`);
    for (const [first, all] of read.facts.widths)
      all.forEach((width, index) => {
        widths.set(first + index, width);
      });
  }
  return widths;
}
