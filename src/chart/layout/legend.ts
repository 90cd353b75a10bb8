import type { ChartView } from '../../model.js';
import { textWidth } from '../../relations/text-width.js';
import { type ChartPart, placed } from './plan.js';

const chip = 18;

/** px a legend takes at the foot; none without one. */
export function legendDepth({ legend }: ChartView): number {
  return legend.length === 0 ? 0 : 36;
}

/** What colours mean, in one row: a chip and its words. */
export function legendParts({ legend }: ChartView, baseline: number): readonly ChartPart[] {
  let x = 0;
  return legend.flatMap(({ hue, text }): readonly ChartPart[] => {
    const from = x;
    x += chip + 10 + textWidth({ text, face: 'label', size: 20 }) + 36;
    return [
      { kind: 'rect', x: from, y: baseline - chip + 2, width: chip, height: chip, fill: hue, step: 0 },
      placed(from + chip + 10, baseline, text, { size: 20 }),
    ];
  });
}
