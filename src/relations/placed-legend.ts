import { svgInk, svgMuted } from './hues.js';
import { figureWidth } from './lanes-plan.js';
import type { LegendEntry } from './legend.js';
import { lineShape, startGap } from './line-shape.js';
import { inStep, textLine } from './svg-markup.js';
import { type TextRun, textWidth } from './text-width.js';

/** A legend entry's sample line starts at `x`. */
interface PlacedEntry {
  readonly entry: LegendEntry;
  readonly x: number;
  readonly row: number;
}

/** A legend with the places of its parts, px. */
export interface PlacedLegend {
  readonly entries: readonly PlacedEntry[];
  /** Length of a sample line; a dashed one keeps the two dashes it is known by. */
  readonly sample: number;
  /** From a sample line to its words, px. */
  readonly after: number;
  /** What colour means; no text where it means nothing. */
  readonly note: { readonly text: string; readonly x: number; readonly row: number; readonly anchor: 'start' | 'end' };
  readonly rows: number;
  /** Of its longest row. */
  readonly width: number;
}

/** Least distance from entry to entry, what their places are a multiple of, the length of a sample line, and from it to its words, px. */
interface Spacing {
  readonly gap: number;
  readonly grid: number;
  readonly sample: number;
  readonly after: number;
}

const widest: Spacing = { gap: 64, grid: 32, sample: 64, after: 12 };
const close: Spacing = { ...widest, gap: 28, grid: 4 };
const closest: Spacing = { gap: 26, grid: 1, sample: 52, after: 8 };
const closer: readonly Spacing[] = [{ ...widest, gap: 40, grid: 8 }, close, closest];
const rowHeight = 32;
const noteGap = 32;
const words = (text: string): TextRun => ({ text, face: 'label', size: 20 });

/** From the middle of the first row to the lower edge, px. */
export function legendDepth({ rows }: PlacedLegend): number {
  return 24 + (rows - 1) * rowHeight;
}

/** The legend in as few rows as it fits, `note` at the right end of the last; entries part by 64 px and more, or closer to save a row. `room` is in px. */
export function legendInRows(entries: readonly LegendEntry[], note: string, room = figureWidth): PlacedLegend {
  const tried = [widest, ...closer].map((spacing) => inRows(entries, note, spacing, room));
  return tried.find(({ rows }) => rows === 1) ?? inRows(entries, note, close, room);
}

/** The legend with a row an entry, to stand beside a tall drawing. */
export function legendInColumn(entries: readonly LegendEntry[], note: string): PlacedLegend {
  const placed = entries.map((entry, row) => ({ entry, x: 0, row }));
  return {
    entries: placed,
    sample: widest.sample,
    after: widest.after,
    note: { text: note, x: 0, row: entries.length, anchor: 'start' },
    rows: entries.length + (note === '' ? 0 : 1),
    width: Math.max(textWidth(words(note)), ...entries.map((entry) => entryWidth(entry, widest))),
  };
}

/** As SVG, the middle of its first row at `top`; an entry appears with the step in which its kind is first seen. */
export function legendMarkup({ entries, sample: length, after, note }: PlacedLegend, top: number): readonly string[] {
  const samples = entries.map(({ entry, x, row }) => {
    const y = top + row * rowHeight;
    const gap = startGap[entry.line];
    const long = sampleOf(entry, length);
    const sample = { style: entry.line, from: x - gap, to: x + long + gap, y, colour: svgInk, mutual: false };
    const name = textLine(x + long + after, y + 7, [words(entry.name)]);
    return inStep(entry.step, lineShape(sample) + name);
  });
  if (note.text === '') return samples;
  return [...samples, textLine(note.x, top + note.row * rowHeight + 7, [words(note.text)], svgMuted, note.anchor)];
}

function inRows(entries: readonly LegendEntry[], note: string, spacing: Spacing, room: number): PlacedLegend {
  const { gap, grid, sample, after } = spacing;
  const placed: PlacedEntry[] = [];
  let row = 0;
  let end = 0;
  let width = 0;
  for (const entry of entries) {
    const long = entryWidth(entry, spacing);
    const next = end === 0 ? 0 : Math.ceil((end + gap) / grid) * grid;
    const fits = next + long <= room;
    if (!fits && end > 0) row += 1;
    const x = fits ? next : 0;
    placed.push({ entry, x, row });
    end = x + long;
    width = Math.max(width, end);
  }
  if (note !== '' && end + noteGap + textWidth(words(note)) > room) row += 1;
  const placedNote = { text: note, x: room, row, anchor: 'end' as const };
  return { entries: placed, sample, after, note: placedNote, rows: row + 1, width };
}

function sampleOf({ line }: LegendEntry, sample: number): number {
  return line === 'dashed' ? widest.sample : sample;
}

function entryWidth(entry: LegendEntry, { sample, after }: Pick<Spacing, 'sample' | 'after'>): number {
  return sampleOf(entry, sample) + after + textWidth(words(entry.name));
}
