import type { Diagnostic, Drawing, Relations, RelationsView } from '../model.js';
import { svgMuted } from './hues.js';
import { figureHeight, figureWidth } from './lanes-plan.js';
import { relationsLegend } from './legend.js';
import { legendDepth, legendInRows, legendMarkup } from './placed-legend.js';
import { blockMarkup, laneMarkup } from './plan-markup.js';
import { type Shown, shownIn } from './shown.js';
import { bestStacks } from './stacks-order.js';
import type { Frame, StacksPlan } from './stacks-plan.js';
import { inStep, textLine } from './svg-markup.js';
import { familyOf } from './typeface.js';

/** px from line to line, and from the blocks to the legend. */
interface Spacing {
  readonly pitch: number;
  readonly legend: number;
}

/** Wide for few relations, as the theme has it, and closer; the closest is for views with many relations. */
const wider: readonly Spacing[] = [
  { pitch: 112, legend: 64 },
  { pitch: 94, legend: 64 },
  { pitch: 76, legend: 64 },
  { pitch: 64, legend: 48 },
  { pitch: 54, legend: 40 },
  { pitch: 46, legend: 34 },
];
const closest: Spacing = { pitch: 42, legend: 32 };
/** How much larger than its place a view that is too high for it may be laid out: shown smaller, it fills the width all the same. */
const mostScale = 1.1;
/** px: of remarks and marks; and the least that is read from the back row. */
const smallestLabel = 20;
const floor = 18;
/** px: where notes stand beside it a figure has columns 1 to 8. */
const besideNotes = 736;

/** A plan with its legend, in the size it was laid out for, px. */
interface Sized {
  readonly plan: StacksPlan;
  readonly legend: ReturnType<typeof legendInRows>;
  readonly legendY: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Draws a graph view with actors in columns, one below the other where there are many, and every relation a level line under its words.
 * Colours are the theme's tokens, parts that come with a step are Reveal fragments, nothing moves between steps. Undefined where lines
 * would cross, an actor has a relation with itself, or the author asks for a direction from top to bottom.
 */
export function relationsStacks(
  view: RelationsView,
  data: Relations,
  lang: string,
  isBeside = false,
): { readonly drawing: Drawing; readonly diagnostics: readonly Diagnostic[] } | undefined {
  if (view.direction === 'TB' || view.direction === 'BT') return undefined;
  const shown = shownIn(view, data, lang);
  const ordered = view.direction === 'RL' ? { ...shown, actors: shown.actors.toReversed() } : shown;
  const width = isBeside ? besideNotes : figureWidth;
  const { entries, colour } = relationsLegend(view, data, lang);
  const note = shown.actors.every(({ hue }) => hue === 'grey') ? '' : colour;
  const lowest = inRoom(closest, 1, false);
  if (lowest === undefined) return undefined;
  if (lowest.height > figureHeight) {
    const columns = new Set(lowest.plan.blocks.map(({ x }) => x)).size;
    const larger = inRoom(closest, Math.min(lowest.height / figureHeight, mostScale), false, columns);
    return drawn(larger === undefined || larger.height * width > figureHeight * larger.width + width ? lowest : larger);
  }
  for (const spacing of wider) {
    const found = inRoom(spacing, 1, true);
    if (found !== undefined) return drawn(found);
  }
  return drawn(lowest);

  function inRoom({ pitch, legend: gap }: Spacing, scale: number, mustFit: boolean, most?: number): Sized | undefined {
    const wide = Math.round(width * scale);
    const legend = legendInRows(entries, note, wide);
    const depth = legendDepth(legend);
    const height = Math.floor(figureHeight * scale) - gap - depth;
    const plan = bestStacks(ordered, { width: wide, height, pitch, mustFit, ...(most === undefined ? {} : { most }) });
    if (plan === undefined) return undefined;
    return { plan, legend, legendY: plan.bottom + gap, width: wide, height: Math.ceil(plan.bottom + gap + depth) };
  }

  function drawn({ plan, legend, legendY, width, height }: Sized): ReturnType<typeof relationsStacks> {
    const parts = [
      ...plan.frames.map(frameMarkup),
      ...plan.blocks.map(blockMarkup),
      ...plan.lanes.map((lane) => laneMarkup(lane, false)),
      ...legendMarkup(legend, legendY),
    ];
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="${familyOf('sans')}">\n${parts.join('\n')}\n</svg>`;
    return {
      drawing: { svg, width, height, smallestLabel, isAtTop: true, steps: view.clicks },
      diagnostics: height * floor > figureHeight * smallestLabel ? [tooMuch(view, shown)] : [],
    };
  }
}

function tooMuch({ place }: RelationsView, { actors, relations }: Shown): Diagnostic {
  return {
    rule: 'relations-fit',
    severity: 'warning',
    message: `This view shows ${actors.length} actors and ${relations.length} relations, too many to be read from the back row.`,
    place,
    cure: 'Show fewer: name actors in `show`, one of them in `focus`, or kinds in `kinds`, and give the rest a slide of its own.',
  };
}

function frameMarkup({ name, step, x, width, top, bottom }: Frame): string {
  const edge = `<rect x="${x}" y="${top}" width="${width}" height="${bottom - top}" fill="none" stroke="${svgMuted}" stroke-width="1.5"/>`;
  const words = textLine(x + width / 2, top + 24, [{ text: name, face: 'label', size: 20 }], svgMuted, 'middle');
  return inStep(step, edge + words);
}
