import type { Drawing, Relations, RelationsView } from '../model.js';
import { figureHeight, figureWidth } from './lanes-plan.js';
import { relationsLegend } from './legend.js';
import { legendDepth, legendInColumn, legendInRows, legendMarkup, type PlacedLegend } from './placed-legend.js';
import { familyOf } from './typeface.js';

/** Distances to the legend, px. */
const above = 48;
const before = 64;
/** Where notes beside a figure stand, columns 9 to 12. */
const notes = 768;
/** px: labels larger than the theme's body text would shout. */
const largestLabel = 26;

/**
 * A graph view as Mermaid drew it, with its legend: one figure, so that both grow with the same steps. The legend stands below, or beside a
 * drawing that is tall, whichever leaves the drawing larger; its words have their size on the stage.
 */
export function withLegend(drawing: Drawing, view: RelationsView, data: Relations, lang: string): Drawing {
  const { entries, colour } = relationsLegend(view, data, lang);
  const isColoured = view.actors.some(({ id }) => data.actors.find((actor) => actor.id === id)?.hue !== 'grey');
  const note = isColoured ? colour : '';
  const below = legendInRows(entries, note);
  const beside = legendInColumn(entries, note);
  const scaleAbove = scaleIn(drawing, figureWidth, figureHeight - above - legendDepth(below));
  const besideX = Math.min(notes, figureWidth - beside.width);
  const scaleBefore = scaleIn(drawing, besideX - before, figureHeight);
  return scaleBefore > scaleAbove
    ? joined(drawing, scaleBefore, beside, besideX, 24)
    : joined(drawing, scaleAbove, below, 0, drawing.height * scaleAbove + above);
}

/** The largest scale at which it fits, so that its labels stay quiet. */
function scaleIn({ width, height, smallestLabel }: Drawing, roomX: number, roomY: number): number {
  return Math.min(roomX / width, roomY / height, largestLabel / smallestLabel);
}

function joined(drawing: Drawing, scale: number, legend: PlacedLegend, x: number, y: number): Drawing {
  const [width, height] = [drawing.width * scale, drawing.height * scale].map((length) => Math.round(length * 10) / 10);
  const bottom = Math.ceil(Math.max(height ?? 0, y + legendDepth(legend)));
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${figureWidth} ${bottom}" font-family="${familyOf('sans')}">`,
    drawing.svg.replace(/^<svg/, `<svg width="${width}" height="${height}" overflow="visible"`),
    `<g transform="translate(${Math.floor(x)},${Math.round(y)})">`,
    ...legendMarkup(legend, 0),
    '</g>',
    '</svg>',
  ];
  const smallestLabel = Math.min(20, drawing.smallestLabel * scale);
  return { ...drawing, svg: svg.join('\n'), width: figureWidth, height: bottom, smallestLabel };
}
