import { advanceWidths, covered, type Face } from './advance-widths.js';
import { brandWidth } from './typeface.js';

/** A stretch of text in one face; `size` in px. */
export interface TextRun {
  readonly text: string;
  readonly face: Face;
  readonly size: number;
}

/** How wide a text is set, px, without a browser: the sum of its letters' advance widths. Kerning is left out; it mostly narrows. */
export function textWidth({ text, face, size }: TextRun): number {
  const widths = tableOf(face);
  let sum = 0;
  for (const letter of text.normalize('NFC'))
    sum += brandWidth(face, letter) ?? widths.get(letter.codePointAt(0) ?? 0) ?? unknownWidth(letter);
  return (sum * size) / 1000;
}

/** A letter the table lacks is taken to be as wide as the widest; a mark that stands on another takes no room. */
function unknownWidth(letter: string): number {
  return /^\p{Mark}$/u.test(letter) ? 0 : 1000;
}

const tables = new Map<Face, ReadonlyMap<number, number>>();

function tableOf(face: Face): ReadonlyMap<number, number> {
  const known = tables.get(face);
  if (known !== undefined) return known;
  const points = covered.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => from + index));
  const widths = advanceWidths[face].trim().split(/\s+/).map(Number);
  const table = new Map(points.map((point, index) => [point, widths[index] || 1000] as const));
  tables.set(face, table);
  return table;
}
