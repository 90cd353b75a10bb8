import type { Diagnostic } from '../model/diagnostic.js';
import type { Drawing, Relations, RelationsView } from '../model.js';
import { crossing, figureHeight, figureWidth, type LanesPlan, planLanes } from './lanes-plan.js';
import { relationsLegend } from './legend.js';
import { legendDepth, legendInRows, legendMarkup, type PlacedLegend } from './placed-legend.js';
import { blockMarkup, laneMarkup } from './plan-markup.js';
import { contentError } from './shape.js';
import { type Shown, shownIn } from './shown.js';
import { familyOf } from './typeface.js';

/** Distances from line to line, and from the blocks to the legend, px. */
interface Spacing {
  readonly pitch: number;
  readonly legend: number;
}

/** Wide for views with few relations, so that these fill their slide too; as the theme draws it; then closer and closer. */
const spacings: readonly [Spacing, ...Spacing[]] = [
  { pitch: 112, legend: 64 },
  { pitch: 94, legend: 64 },
  { pitch: 76, legend: 64 },
  { pitch: 76, legend: 44 },
  { pitch: 68, legend: 44 },
  { pitch: 60, legend: 44 },
  { pitch: 54, legend: 44 },
];

export interface LanesOptions {
  /** For worksheets: a bare ¶ in the place of the words, so that they can be written in. */
  readonly blank?: boolean;
}

/**
 * Draws a view of two to four actors with a column an actor and a lane a relation. Colours are the theme's tokens, parts that appear with a
 * step are Reveal fragments, nothing moves between steps. What does not fit the figure's 1120 × 424 px is an error of the content.
 */
export function relationsLanes(
  view: RelationsView,
  data: Relations,
  lang: string,
  { blank = false }: LanesOptions = {},
): { drawing: Drawing; diagnostics: readonly Diagnostic[] } {
  const shown = shownIn(view, data, lang);
  const { entries, colour } = relationsLegend(view, data, lang);
  const note = blank || shown.actors.every(({ hue }) => hue === 'grey') ? '' : colour;
  const legend = legendInRows(entries, note);
  const { plan, legendY, height } = fitted(shown, legendDepth(legend), spacings);
  const parts = [
    ...plan.blocks.map(blockMarkup),
    ...plan.lanes.map((lane) => laneMarkup(lane, blank)),
    ...legendMarkup(legend, legendY),
  ];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${figureWidth} ${height}" font-family="${familyOf('sans')}">\n${parts.join('\n')}\n</svg>`;
  return {
    drawing: { svg, width: figureWidth, height, smallestLabel: 20, isAtTop: true, steps: view.clicks },
    diagnostics: fitDiagnostics(plan, legend, height, view),
  };
}

/** The plan in the widest spacing with which it fits the figure, or in the closest. */
function fitted(
  shown: Shown,
  legend: number,
  [spacing, next, ...closer]: readonly [Spacing, ...Spacing[]],
): { readonly plan: LanesPlan; readonly legendY: number; readonly height: number } {
  const plan = planLanes(shown, spacing.pitch);
  const legendY = plan.bottom + spacing.legend;
  const height = legendY + legend;
  return height <= figureHeight || next === undefined
    ? { plan, legendY, height }
    : fitted(shown, legend, [next, ...closer]);
}

function fitDiagnostics(
  plan: LanesPlan,
  legend: PlacedLegend,
  height: number,
  { place }: RelationsView,
): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const report = (message: string, cure: string): void => {
    found.push(contentError('relations-fit', message, place, cure));
  };
  if (height > figureHeight) {
    const less = 'Show fewer relations, say them in fewer words, or use layout=graph.';
    report(`In lanes this view is ${height} px tall; a figure has ${figureHeight}.`, less);
  }
  if (legend.width > figureWidth) {
    report(
      `The legend is ${Math.ceil(legend.width)} px wide; a figure has ${figureWidth}.`,
      'Give kinds shorter names.',
    );
  }
  const pair = crossing(plan)?.map(({ relation }) => `"${relation.id}"`);
  if (pair !== undefined) {
    const order = 'Change the order of the actors in show, or use layout=graph.';
    report(`The lines of ${pair.join(' and ')} would cross the blocks.`, order);
  }
  return found;
}
