import { figureWidth } from './lanes-plan.js';
import type { LegendEntry } from './legend.js';
import { textWidth } from './text-width.js';

/** A legend entry's sample line starts at `x` and is 64 px long, its words start 12 px after it. */
export interface PlacedEntry {
  readonly entry: LegendEntry;
  readonly x: number;
  readonly row: number;
}

export interface LanesLegend {
  readonly entries: readonly PlacedEntry[];
  readonly rows: number;
  /** Of its longest row, px. */
  readonly width: number;
}

export const sampleLength = 64;
export const wordsAfter = 12;
export const rowHeight = 32;
const noteGap = 32;

/** The legend in as few rows as it fits, `note` at the right end of the last; entries part by 64 px and more, or closer to save a row. */
export function placeLegend(entries: readonly LegendEntry[], note: string): LanesLegend {
  const tries = [
    { gap: 64, grid: 32 },
    { gap: 40, grid: 8 },
    { gap: 28, grid: 4 },
  ].map((spacing) => inRows(entries, note, spacing));
  return tries.find(({ rows }) => rows === 1) ?? tries.at(-1) ?? { entries: [], rows: 1, width: 0 };
}

function inRows(
  entries: readonly LegendEntry[],
  note: string,
  { gap, grid }: { gap: number; grid: number },
): LanesLegend {
  const placed: PlacedEntry[] = [];
  let row = 0;
  let end = 0;
  let width = 0;
  for (const entry of entries) {
    const long = sampleLength + wordsAfter + textWidth({ text: entry.name, face: 'label', size: 20 });
    const next = end === 0 ? 0 : Math.ceil((end + gap) / grid) * grid;
    const fits = next + long <= figureWidth;
    if (!fits && end > 0) row += 1;
    const x = fits ? next : 0;
    placed.push({ entry, x, row });
    end = x + long;
    width = Math.max(width, end);
  }
  const noteFits = note === '' || end + noteGap + textWidth({ text: note, face: 'label', size: 20 }) <= figureWidth;
  return { entries: placed, rows: row + (noteFits ? 1 : 2), width };
}
