import type { ChartView } from '../../model.js';
import { emphasisOf } from './emphasis.js';
import { legendDepth } from './legend.js';
import { nameLines } from './name-lines.js';
import { type ChartPart, figure, placed, rule } from './plan.js';

/** Names of rows stand in columns 1–3, what is drawn from column 4, numbers end at column 11. px. */
export const rowsRoom = { names: 264, from: 288, right: 1024, top: 40 } as const;

/** One row of a chart of bars or dots. */
export interface ChartRow {
  /** The index of its point. */
  readonly point: number;
  readonly name: string;
  readonly lines: readonly string[];
  readonly top: number;
  readonly height: number;
  readonly middle: number;
}

/** Rows below each other, as high as leaves all of them room; a name on two lines makes its row higher. Text is 26 px, 22 where rows are many. */
export function layRows(
  view: ChartView,
  order: readonly number[],
  firstExtra = 0,
): { readonly rows: readonly ChartRow[]; readonly size: number; readonly bottom: number } {
  const room = figure.height - rowsRoom.top - 8 - legendDepth(view) - firstExtra;
  const widths = [26, 22, 20].map((size) => ({
    size,
    lines: order.map((point) => nameLines(view.points[point]?.name ?? '', rowsRoom.names, size, isFocus(view, point))),
  }));
  const need = ({ size, lines }: (typeof widths)[number]): number =>
    lines.reduce((sum, one) => sum + Math.max(1, one.length) * (size + 4) + 6, 0);
  const fitting = widths.find((one) => need(one) <= room) ?? {
    size: 20,
    lines: order.map((point) => nameLines(view.points[point]?.name ?? '', rowsRoom.names, 20, false).slice(0, 2)),
  };
  const { size, lines } = fitting;
  const extra = lines.reduce((sum, one) => sum + (Math.max(1, one.length) - 1) * (size + 2), 0);
  const pitch = Math.min(56, Math.max(size + 6, Math.floor((room - extra) / Math.max(1, order.length))));
  let top: number = rowsRoom.top;
  const rows = order.map((point, index): ChartRow => {
    const own = lines[index] ?? [];
    const height = pitch + (Math.max(1, own.length) - 1) * (size + 2) + (index === 0 ? firstExtra : 0);
    const row = {
      point,
      name: view.points[point]?.name ?? '',
      lines: own,
      top,
      height,
      middle: top + height / 2 + (index === 0 ? firstExtra / 2 : 0),
    };
    top += height;
    return row;
  });
  return { rows, size, bottom: top };
}

/** The rules and names that all charts of rows have: ink above, hairlines between, names at the left. */
export function rowFrame(
  view: ChartView,
  rows: readonly ChartRow[],
  size: number,
  right: number,
): readonly ChartPart[] {
  return [
    rule([0, rowsRoom.top], [right, rowsRoom.top], 'ink', 2),
    ...rows.flatMap(({ name, lines, top, middle }, index) => {
      const { isFocus: strong, step } = emphasisOf(view, name);
      const first = middle + size * 0.35 - ((lines.length - 1) * (size + 2)) / 2;
      return [
        ...(index === 0 ? [] : [rule([0, top + 0.5], [right, top + 0.5], 'hair', 1)]),
        ...lines.map((text, line) =>
          placed(0, first + line * (size + 2), text, { size, face: strong ? 'strong' : 'label', step }),
        ),
      ];
    }),
  ];
}

/** By value, falling, rows without one last; else in the order of the data. */
export function rowOrder(view: ChartView, heightOf: (point: number) => number | undefined): readonly number[] {
  const all = view.points.map((_, index) => index);
  const known = all.filter((point) => view.series.some(({ values }) => values.some((one) => one.point === point)));
  const rest = all.filter((point) => !known.includes(point));
  if (!view.isSorted) return all;
  return [
    ...known.toSorted((a, b) => (heightOf(b) ?? Number.NEGATIVE_INFINITY) - (heightOf(a) ?? Number.NEGATIVE_INFINITY)),
    ...rest,
  ];
}

export function valueAt({ values }: ChartView['series'][number], point: number): number | undefined {
  return values.find((one) => one.point === point)?.value;
}

function isFocus(view: ChartView, point: number): boolean {
  return view.focus.includes(view.points[point]?.name ?? '');
}
