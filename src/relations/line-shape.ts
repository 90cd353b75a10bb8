import { svgPaper } from './hues.js';
import { type LineStyle, lineLooks } from './line-styles.js';

/** A horizontal line of a relation, px: it starts on one block's edge and its head meets the other's. */
export interface Line {
  readonly style: LineStyle;
  readonly from: number;
  readonly to: number;
  readonly y: number;
  /** A colour as SVG takes it. */
  readonly colour: string;
  readonly mutual: boolean;
}

/** How far a head reaches from the edge it meets, px: words beside it keep clear of that. */
export const headLength: Readonly<Record<LineStyle, number>> = {
  thick: 28,
  solid: 18,
  dashed: 20,
  dotted: 28,
  unsourced: 16,
};

/** How far a line that ends in nothing keeps from the edge it starts on: round dots stand clear of it. */
export const startGap: Readonly<Record<LineStyle, number>> = { thick: 0, solid: 0, dashed: 0, dotted: 8, unsourced: 0 };

/** The line and its head as SVG. */
export function lineShape({ style, from, to, y, colour, mutual }: Line): string {
  const { width, dash, round } = lineLooks[style];
  const way = to > from ? 1 : -1;
  const start = from + way * (mutual ? lineEnd[style] : startGap[style]);
  const end = wholeDash(style, start, to - way * lineEnd[style]);
  const stroke = `stroke="${colour}" stroke-width="${width}"`;
  const dashes = `${dash === undefined ? '' : ` stroke-dasharray="${dash}"`}${round ? ' stroke-linecap="round"' : ''}`;
  const line = `<path d="M${start},${y}H${end}" fill="none" ${stroke}${dashes}/>`;
  return line + headAt(style, to, y, way, colour) + (mutual ? headAt(style, from, y, -way, colour) : '');
}

/** Where a line stops before the edge its head meets; a dashed one stops before its head, a solid one under it. */
const lineEnd: Readonly<Record<LineStyle, number>> = { thick: 24, solid: 14, dashed: 24, dotted: 30, unsourced: 15 };

/** A dashed line ends with a whole dash, so that it never seems to touch its head or to hang in the air. */
function wholeDash(style: LineStyle, start: number, end: number): number {
  const [on = 0, off = 0] = (lineLooks[style].dash ?? '').split(' ').map(Number);
  const room = Math.abs(end - start);
  if (on === 0 || room < on) return end;
  const length = Math.floor((room - on) / (on + off)) * (on + off) + on;
  return start + (Math.sign(end - start) * Math.round(length * 10)) / 10;
}

/** A head whose tip meets `x` coming from the left (`way` 1) or the right (−1). */
function headAt(style: LineStyle, x: number, y: number, way: number, colour: string): string {
  const outline = `fill="none" stroke="${colour}"`;
  switch (lineLooks[style].head) {
    case 'large':
      return `<path d="M${x},${y}l${-28 * way},-15v30z" fill="${colour}"/>`;
    case 'small':
      return `<path d="M${x},${y}l${-18 * way},-9v18z" fill="${colour}"/>`;
    case 'open':
      return `<path d="M${x - 20 * way},${y - 10}l${17 * way},10l${-17 * way},10" ${outline} stroke-width="3.5"/>`;
    case 'cross':
      return `<path d="M${x - 18 * way - 10},${y - 10}l20,20m0,-20l-20,20" ${outline} stroke-width="4"/>`;
    case 'ring':
      return `<circle cx="${x - 8 * way}" cy="${y}" r="6.5" fill="${svgPaper}" stroke="${colour}" stroke-width="2"/>`;
  }
}
