import { type Hue, hues } from '../model.js';
import { textWidth } from '../relations/text-width.js';
import { primary } from './country.js';
import type { MapMeaning, MapView } from './map-view.js';

/** What a colour of the map means, and where that stands below it, px. */
export interface MapLegendEntry {
  readonly hue: Hue;
  /** How countries of this colour are filled. */
  readonly fills: readonly ('solid' | 'tint')[];
  readonly text: string;
  readonly x: number;
  /** The middle of its row, from the top of the legend. */
  readonly y: number;
}

export interface MapLegend {
  readonly entries: readonly MapLegendEntry[];
  /** px; 0 without entries. */
  readonly depth: number;
  /** Of its widest entry, px. */
  readonly width: number;
}

/** px. */
export const legendSize = 20;
export const sample = { width: 30, height: 20, after: 10 } as const;
const gap = 36;
const row = 32;
const above = 14;

/** The author's words for the colours of a map, in rows below it. */
export function layMapLegend({ legend, highlight, size }: MapView, lang: string): MapLegend {
  const entries: MapLegendEntry[] = [];
  let [x, y, widest] = [0, above + row / 2, 0];
  for (const hue of hues) {
    const meaning = legend.get(hue);
    if (meaning === undefined) continue;
    const text = meaningIn(meaning, lang);
    const width = sample.width + sample.after + Math.ceil(textWidth({ text, face: 'label', size: legendSize }));
    if (x > 0 && x + width > size[0]) [x, y] = [0, y + row];
    const used = [...highlight.values()].filter(({ tone }) => tone === hue).map(({ fill }) => fill);
    entries.push({ hue, fills: (['solid', 'tint'] as const).filter((fill) => used.includes(fill)), text, x, y });
    x += width + gap;
    widest = Math.max(widest, width);
  }
  return { entries, depth: entries.length === 0 ? 0 : y + row / 2, width: widest };
}

/** A meaning in the deck's language. */
export function meaningIn({ text, byLang }: MapMeaning, lang: string): string {
  return byLang[lang] ?? byLang[primary(lang)] ?? text;
}
