import { wordsIn } from '../../language/words/words.js';
import type { ChartSeries, ChartView } from '../../model.js';
import { textWidth } from '../../relations/text-width.js';
import { type ChartNumbers, chartNumbers } from '../chart-numbers.js';
import { emphasisOf } from './emphasis.js';
import { legendDepth, legendParts } from './legend.js';
import { nameLines } from './name-lines.js';
import { type ChartPart, type ChartPlan, figure, placed, rule } from './plan.js';
import { type ChartRow, layRows, rowFrame, rowOrder, rowsRoom, valueAt } from './rows.js';

/** A column of bars: one series, on the scale of all. */
interface BarColumn {
  readonly series: ChartSeries;
  /** What stands above it: the unit, or the series' name. */
  readonly head: string;
  readonly left: number;
  /** Where its numbers end. */
  readonly right: number;
}

/**
 * Bars lie, from zero, with their names at the left and their numbers in a column at the right; several series are columns beside each
 * other on one scale, so that no legend is needed. Rows stand by value.
 */
export function barsPlan(view: ChartView, lang: string): ChartPlan {
  const words = wordsIn(lang);
  const numbers = chartNumbers(view, lang);
  const [leading] = view.series;
  const order = rowOrder(view, (point) => (leading === undefined ? undefined : valueAt(leading, point)));
  const isMany = view.series.length > 1;
  const { rows, size, bottom } = layRows(view, order);
  const right = isMany ? figure.width : rowsRoom.right;
  const columns = columnsOf(view, right);
  const numberWidth = widestNumber(view, numbers, size);
  const extent = extentOf(view);
  const room = Math.min(650, (columns[0]?.right ?? right) - (columns[0]?.left ?? 0) - numberWidth - 24);
  const scale = room / (extent.to - extent.from || 1);
  const body = columns.flatMap((column) => {
    const zero = column.left + -extent.from * scale;
    return [
      ...rows.flatMap((row) => barParts(view, column, row, { zero, scale, size, numbers, noData: words.noData })),
      ...(isMany ? [] : goalParts(view, rows, zero, scale, bottom)),
      rule([zero, rowsRoom.top], [zero, bottom], 'ink', 2),
    ];
  });
  const goals = view.annotations.flatMap(({ y, text }) =>
    y === undefined ? [] : [{ x: (columns[0]?.left ?? 0) + (y - extent.from) * scale, text }],
  );
  return {
    parts: [
      ...rowFrame(view, rows, size, right),
      ...columns.flatMap((column) => headParts(column, view, extent.from < 0, isMany ? [] : goals)),
      ...body,
      ...legendParts(view, bottom + 30),
    ],
    height: bottom + 8 + legendDepth(view),
  };
}

function columnsOf(view: ChartView, right: number): readonly BarColumn[] {
  const [only] = view.series;
  if (view.series.length === 1 && only !== undefined)
    return [{ series: only, head: view.unit, left: rowsRoom.from, right }];
  const pitch = (right - rowsRoom.from) / view.series.length;
  return view.series.map((series, index) => ({
    series,
    head: [series.name, series.facet].filter((part) => part !== undefined && part !== '').join(', '),
    left: rowsRoom.from + index * pitch,
    right: rowsRoom.from + (index + 1) * pitch - (index + 1 === view.series.length ? 0 : 32),
  }));
}

/** From the lowest value or zero to the highest or zero. */
function extentOf({ series, annotations }: ChartView): { readonly from: number; readonly to: number } {
  const values = series.flatMap((one) => one.values.map(({ value }) => value));
  const all = [...values, ...annotations.flatMap(({ y }) => (y === undefined ? [] : [y]))];
  return {
    from: all.reduce((least, one) => Math.min(least, one), 0),
    to: all.reduce((most, one) => Math.max(most, one), 0),
  };
}

function widestNumber({ series }: ChartView, numbers: ChartNumbers, size: number): number {
  const texts = series.flatMap((one) => one.values.map(({ value }) => numbers.value(value)));
  return texts.reduce((most, text) => Math.max(most, textWidth({ text, face: 'strong', size })), 0);
}

function barParts(
  view: ChartView,
  { series, right }: BarColumn,
  row: ChartRow,
  {
    zero,
    scale,
    size,
    numbers,
    noData,
  }: {
    readonly zero: number;
    readonly scale: number;
    readonly size: number;
    readonly numbers: ChartNumbers;
    readonly noData: string;
  },
): readonly ChartPart[] {
  const value = valueAt(series, row.point);
  const { tone, isFocus, step } = emphasisOf(view, row.name, series.name);
  if (value === undefined)
    return [placed(zero + 12, row.middle + 7, noData, { size: 20, face: 'remark', tone: 'muted', step })];
  const height = Math.min(18, row.height - 10);
  const length = Math.abs(value) * scale;
  const bar = {
    kind: 'rect' as const,
    x: value < 0 ? zero - length : zero,
    y: row.middle - height / 2,
    width: length,
    height,
    step,
  };
  const isHollow = tone === 'context' && Object.values(view.hues).includes('amber');
  const drawn: ChartPart = isHollow
    ? {
        ...bar,
        x: bar.x + 1,
        y: bar.y + 1,
        width: Math.max(1, length - 2),
        height: height - 2,
        fill: 'paper',
        stroke: 'context',
      }
    : { ...bar, fill: tone };
  return [
    drawn,
    placed(right, row.middle + size * 0.35, numbers.value(value), {
      size,
      face: isFocus ? 'strong' : 'label',
      anchor: 'end',
      step,
    }),
  ];
}

/** Reference lines through all rows, with the ground's colour beside them where they cross a bar. */
function goalParts(
  view: ChartView,
  rows: readonly ChartRow[],
  zero: number,
  scale: number,
  bottom: number,
): readonly ChartPart[] {
  return view.annotations.flatMap(({ y }) => {
    if (y === undefined || y === 0) return [];
    const x = zero + y * scale;
    const crossed = rows.filter(({ point }) => {
      const value = view.series[0] === undefined ? undefined : valueAt(view.series[0], point);
      return value !== undefined && (y > 0 ? value > y : value < y);
    });
    const halos = crossed.map(({ middle, height }) => {
      const half = Math.min(18, height - 10) / 2;
      return rule([x, middle - half], [x, middle + half], 'paper', 6);
    });
    return [...halos, rule([x, rowsRoom.top - 8], [x, bottom], 'ink', 2)];
  });
}

/** The unit stands above zero, or above the numbers where bars go both ways or a line's name is near. */
function headParts(
  { head, left, right }: BarColumn,
  view: ChartView,
  isBothWays: boolean,
  goals: readonly { readonly x: number; readonly text: string }[],
): readonly ChartPart[] {
  const isMany = view.series.length > 1;
  const unitWidth = textWidth({ text: head, face: 'label', size: 20 });
  const isNear = goals.some(({ x }) => x < left + unitWidth + 24);
  const names = goals.map(({ x, text }) =>
    placed(Math.min(x, right - textWidth({ text, face: 'label', size: 22 })), 22, text),
  );
  if (!isMany) {
    if (head === '') return names;
    const atRight = isBothWays || isNear;
    return [
      placed(atRight ? right : left, 22, head, { size: 20, tone: 'muted', anchor: atRight ? 'end' : 'start' }),
      ...names,
    ];
  }
  const { isFocus, step } = emphasisOf(view, head);
  const [first = '', second] = nameLines(head, right - left, 20, isFocus);
  const lines = second === undefined ? [first] : [first, second];
  const unit =
    left === rowsRoom.from && view.unit !== '' ? [placed(0, 22, view.unit, { size: 20, tone: 'muted' })] : [];
  return [
    ...unit,
    ...lines.map((text, index) =>
      placed(left, 22 - (lines.length - 1 - index) * 20, text, { size: 20, face: isFocus ? 'strong' : 'label', step }),
    ),
  ];
}
