import type { Measurement } from './measurement.js';

export interface Slope {
  readonly what: string;
  /** Slides. */
  readonly from: number;
  readonly to: number;
  readonly milliseconds: number;
}

/** What each further slide adds, from rows that differ in nothing but how many slides they name. */
export function slopes(rows: readonly Measurement[]): readonly Slope[] {
  const series = new Map<string, { readonly slides: number; readonly ms: number }[]>();
  for (const { name, value, unit } of rows) {
    const slides = /\b(\d[\d,]*) slides?\b/.exec(name);
    if (slides === null || (unit !== 's' && unit !== 'ms')) continue;
    const what = name.replace(slides[0], 'slides');
    const points = series.get(what) ?? [];
    points.push({ slides: Number(slides[1]?.replaceAll(',', '')), ms: unit === 's' ? value * 1000 : value });
    series.set(what, points);
  }
  return [...series].flatMap(([what, points]) => {
    const sorted = points.sort((one, other) => one.slides - other.slides);
    return sorted.slice(1).map((to, index) => {
      const from = sorted[index] ?? to;
      return {
        what,
        from: from.slides,
        to: to.slides,
        milliseconds: (to.ms - from.ms) / (to.slides - from.slides),
      };
    });
  });
}
