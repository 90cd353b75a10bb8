import type { DrawnFace } from '../model/brand.js';
import { advanceWidths, covered } from './advance-widths.js';
import { brandWidth } from './typeface.js';

/** A stretch of text in one face; `size` in px. */
export interface TextRun {
  readonly text: string;
  readonly face: DrawnFace;
  readonly size: number;
}

/** How wide a text is set, px, without a browser: the sum of its letters' advance widths. Kerning is left out; it mostly narrows. */
export function textWidth({ text, face, size }: TextRun): number {
  let sum = 0;
  for (const letter of text.normalize('NFC'))
    sum += brandWidth(face, letter) ?? themeWidth(face, letter) ?? unknownWidth(letter);
  return (sum * size) / 1000;
}

/** The advance width of a letter in one of the theme's faces, in thousandths of the size; undefined where the table has no such letter. */
export function themeWidth(face: DrawnFace, letter: string): number | undefined {
  return tableOf(face).get(letter.codePointAt(0) ?? 0);
}

/** A letter the table lacks is taken to be as wide as the widest; a mark that stands on another takes no room. */
function unknownWidth(letter: string): number {
  return /^\p{Mark}$/u.test(letter) ? 0 : 1000;
}

const tables = new Map<DrawnFace, ReadonlyMap<number, number>>();

function tableOf(face: DrawnFace): ReadonlyMap<number, number> {
  const known = tables.get(face);
  if (known !== undefined) return known;
  const points = covered.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => from + index));
  const widths = advanceWidths[face].trim().split(/\s+/).map(Number);
  const table = new Map<number, number>();
  for (const [index, point] of points.entries()) {
    const width = widths[index];
    if (width !== undefined && width > 0) table.set(point, width);
  }
  tables.set(face, table);
  return table;
}
