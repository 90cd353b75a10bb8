import type { ChartView, Drawing } from '../../model.js';
import { mostLines } from '../check-chart.js';
import { areaPlan } from './area-plan.js';
import { barsPlan } from './bars-plan.js';
import { chartSvg } from './chart-svg.js';
import { columnsPlan } from './columns-plan.js';
import { dotsPlan } from './dots-plan.js';
import { linePlan } from './line-plan.js';
import { multiplesPlan } from './multiples-plan.js';
import { type ChartPlan, figure } from './plan.js';
import { slopePlan } from './slope-plan.js';

/** Draws a chart with words and numbers of a language; no browser, no data but the view's. */
export function drawChart(view: ChartView, lang: string): Drawing {
  const plan = chartPlan(view, lang);
  const sizes = plan.parts.flatMap((part) => (part.kind === 'text' ? [part.size] : []));
  return {
    svg: chartSvg(plan),
    width: figure.width,
    height: plan.height,
    smallestLabel: sizes.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY),
    isAtTop: true,
    steps: view.clicks,
  };
}

/** What is drawn where. */
export function chartPlan(view: ChartView, lang: string): ChartPlan {
  const { mark, facets, series, axis } = view;
  if (mark === 'dot') return dotsPlan(view, lang);
  if (mark === 'slope') return slopePlan(view, lang);
  if (mark === 'bar') return axis !== 'names' && series.length === 1 ? columnsPlan(view, lang) : barsPlan(view, lang);
  if (facets.length > 0 || series.length > mostLines) return multiplesPlan(view, lang);
  return mark === 'area' ? areaPlan(view, lang) : linePlan(view, lang);
}
