import { svgTone } from './hues.js';
import type { Block, Lane } from './lanes-plan.js';
import { lineShape } from './line-shape.js';
import { inStep, textLine } from './svg-markup.js';

/** An actor's block with its name, as SVG. */
export function blockMarkup({ actor, name, nameHeight, x, width, top, bottom }: Block): string {
  const { fill, on } = svgTone(actor.hue);
  const rect = (inset: number, look: string): string =>
    `<rect x="${x + inset}" y="${top + inset}" width="${width - 2 * inset}" height="${bottom - top - 2 * inset}" ${look}/>`;
  const edge = `stroke="${on}" stroke-width="2"`;
  const second = actor.hue === 'violet' ? rect(6, `fill="none" ${edge}`) : '';
  const box = actor.hue === 'grey' ? rect(1, `fill="${fill}" ${edge}`) : rect(0, `fill="${fill}"`) + second;
  const first = (top + bottom) / 2 + Math.round(nameHeight * 0.28) - ((name.length - 1) / 2) * nameHeight;
  const lines = name.map((runs, index) => textLine(x + width / 2, first + index * nameHeight, runs, on, 'middle'));
  return inStep(actor.step, box + lines.join(''));
}

/** A relation's line and its words, as SVG; where it is `blank`, a bare ¶ for words. */
export function laneMarkup({ relation, x1, x2, rightwards, y, label }: Lane, blank: boolean): string {
  const { mark } = svgTone(relation.mutual ? 'grey' : relation.from.hue);
  const [from, to] = rightwards ? [x1, x2] : [x2, x1];
  const line = lineShape({ style: relation.kind.line, from, to, y, colour: mark, mutual: relation.mutual });
  const words = blank
    ? [textLine(x2 - 48, y - 20, [{ text: '¶', face: 'strong', size: 20 }])]
    : label.map((placed) => textLine(placed.x, placed.y, placed.runs));
  return inStep(relation.step, line + words.join(''));
}
