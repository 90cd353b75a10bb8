import { wordsIn } from '../../language/words/words.js';
import type { ChartView } from '../../model.js';
import { textWidth } from '../../relations/text-width.js';
import type { chartNumbers } from '../chart-numbers.js';
import { acrossDepth, acrossLabels } from './annotations.js';
import { axisDepth, pointScale } from './axis-labels.js';
import { tickText, widestTick } from './grid.js';
import { legendDepth } from './legend.js';
import { figure } from './plan.js';
import { valueScale } from './value-scale.js';

type ChartNumbers = ReturnType<typeof chartNumbers>;

/** Where lines and areas are drawn, in px of the figure. */
export interface PlotArea {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** How wide the label of the top gridline is. */
  readonly unit: number;
  readonly axis: ReturnType<typeof pointScale>;
  readonly scale: ReturnType<typeof valueScale>;
  readonly across: ReturnType<typeof acrossLabels>;
}

/** The room between the numbers on the left and `right`, what stands above the top gridline, and the axis with its legend below. */
export function plotArea(view: ChartView, right: number, lang: string, numbers: ChartNumbers): PlotArea {
  const depth = axisDepth(view, pointScale(view, 96, right, lang, numbers));
  const bottom = figure.height - 16 - depth - legendDepth(view);
  const flat = valueScale(view, bottom, 32);
  const left = Math.max(96, widestTick(flat, numbers, view) + 16);
  const axis = pointScale(view, left, right, lang, numbers);
  const topTick = tickText(flat.ticks.at(-1) ?? 0, flat, numbers, view, wordsIn(lang));
  const unit = textWidth({ text: topTick, face: 'label', size: 20 });
  const across = acrossLabels(view, axis.at, right, unit);
  const top = 32 + acrossDepth(across);
  return { left, right, top, bottom, unit, axis, scale: valueScale(view, bottom, top), across };
}
