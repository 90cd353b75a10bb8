import { filled, type Words } from '../../language/words/words.js';
import type { ChartView } from '../../model.js';
import { textWidth } from '../../relations/text-width.js';
import type { ChartNumbers } from '../chart-numbers.js';
import { type ChartPart, placed, rule } from './plan.js';
import type { ValueScale } from './value-scale.js';

/** Gridlines with their numbers standing on them, at the left; the unit behind the top one, zero in ink. */
export function gridParts(
  view: ChartView,
  scale: ValueScale,
  numbers: ChartNumbers,
  right: number,
  words: Words,
  size = 20,
): readonly ChartPart[] {
  return scale.ticks.flatMap((tick): readonly ChartPart[] => {
    const y = scale.at(tick);
    const isZero = tick === 0;
    return [
      rule([0, isZero ? y : y + 0.5], [right, isZero ? y : y + 0.5], isZero ? 'ink' : 'hair', isZero ? 2 : 1),
      placed(0, y - 8, tickText(tick, scale, numbers, view, words), { size, tone: 'muted' }),
    ];
  });
}

/** "6 % of GDP" at the top, "from 40" below where the scale does not begin at zero. */
export function tickText(
  tick: number,
  scale: ValueScale,
  numbers: ChartNumbers,
  view: ChartView,
  words: Words,
): string {
  const written = numbers.tick(tick, view.isLog ? tick : scale.step);
  const [first] = scale.ticks;
  if (tick === scale.ticks.at(-1)) {
    const unit = view.unit === '' ? written : `${written}${view.unit.startsWith('%') ? '\u00A0' : ' '}${view.unit}`;
    return view.isLog ? `${unit}; ${words.logScale}` : unit;
  }
  return tick === first && !scale.hasZero && !view.isLog ? filled(words.scaleFrom, { n: written }) : written;
}

/** px of the widest number below the top, which lines may not cross. */
export function widestTick(scale: ValueScale, numbers: ChartNumbers, view: ChartView): number {
  return scale.ticks.slice(0, -1).reduce((most, tick) => {
    const text = numbers.tick(tick, view.isLog ? tick : scale.step);
    const from = tick === scale.ticks[0] && !scale.hasZero && !view.isLog ? 56 : 0;
    return Math.max(most, from + textWidth({ text, face: 'label', size: 20 }));
  }, 0);
}

/** The heights of all lines along: gridlines, and what an author notes. */
export function linesAlong({ annotations }: ChartView, scale: ValueScale): readonly number[] {
  return [...scale.ticks, ...annotations.flatMap(({ y }) => (y === undefined ? [] : [y]))].map((value) =>
    scale.at(value),
  );
}
