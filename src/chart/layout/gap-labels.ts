import type { Words } from '../../language/words/words.js';
import { textWidth } from '../../relations/text-width.js';
import type { Emphasis } from './emphasis.js';
import { boxOf, type ChartPart, overlaps, type PlacedText, placed } from './plan.js';
import { type Spot, touches } from './runs.js';

/** The part of a figure that lines run through, and the heights of its gridlines. */
export interface PlotRoom {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly grid: readonly number[];
  /** Other words that stand there. */
  readonly words?: readonly ChartPart[];
  /** Further lines that words keep away from. */
  readonly others?: readonly (readonly Spot[])[];
}

/**
 * "no data" where a line stops and goes on, as near to its place as leaves all lines and other words free. A gap too narrow for words, with
 * no free place above or below, shows by its dots alone; the text alternative and the table name it.
 */
export function gapLabels(
  drawn: readonly { readonly runs: readonly (readonly Spot[])[]; readonly emphasis: Emphasis }[],
  { noData }: Words,
  { top, bottom, left, right, grid, words = [], others = [] }: PlotRoom,
  size = 20,
): readonly PlacedText[] {
  const lines = [...drawn.flatMap(({ runs }) => runs), ...others];
  const taken = words.flatMap((part) => (part.kind === 'text' ? [boxOf(part)] : []));
  const width = textWidth({ text: noData, face: 'remark', size });
  return drawn.flatMap(({ runs, emphasis: { step } }) =>
    runs.slice(1).flatMap((run, index): PlacedText[] => {
      const before = runs[index]?.at(-1);
      const [after] = run;
      if (before === undefined || after === undefined) return [];
      const x = (before.x + after.x) / 2;
      const middle = (before.y + after.y) / 2 + 7;
      const isWide = after.x - before.x >= width + 24;
      const away = isWide ? 0 : size;
      const offsets = Array.from(
        { length: 16 },
        (_, turn) => (turn % 2 === 0 ? -1 : 1) * (away + Math.ceil(turn / 2) * 6),
      );
      for (const offset of offsets) {
        const label = placed(x, middle + offset, noData, {
          size,
          face: 'remark',
          tone: 'muted',
          anchor: 'middle',
          step,
        });
        const box = boxOf(label);
        const isFree =
          box.x1 > left &&
          box.x2 < right &&
          box.y1 > top &&
          box.y2 < bottom - 2 &&
          !touches(box, lines, 6) &&
          !taken.some((one) => overlaps(box, one, 6)) &&
          !grid.some((y) => y > box.y1 - 2 && y < box.y2 + 2);
        if (!isFree) continue;
        taken.push(box);
        return [label];
      }
      return [];
    }),
  );
}
