import { filled, wordsIn } from '../../language/words/words.js';
import type { ChartSeries, ChartView } from '../../model.js';
import { textWidth } from '../../relations/text-width.js';
import { chartNumbers } from '../chart-numbers.js';
import { emphasisOf } from './emphasis.js';
import { legendDepth, legendParts } from './legend.js';
import { boxOf, type ChartPart, type ChartPlan, placed, rule, type Tone, tenth } from './plan.js';
import { layRows, rowFrame, rowOrder, rowsRoom, valueAt } from './rows.js';
import { valueScale } from './value-scale.js';

/**
 * One or two dots a row. Of two, the earlier is hollow and the later filled, a wedge between them, so that the direction is told without
 * colour; values stand outside the pair, the change in the column of numbers.
 */
export function dotsPlan(view: ChartView, lang: string): ChartPlan {
  const words = wordsIn(lang);
  const numbers = chartNumbers(view, lang);
  const [from, to = from] = view.series;
  const isPair = view.series.length > 1;
  const order = rowOrder(view, (point) =>
    to === undefined ? undefined : (valueAt(to, point) ?? (from === undefined ? undefined : valueAt(from, point))),
  );
  const { rows, size, bottom } = layRows(view, order, isPair ? 20 : 0);
  const right = rowsRoom.right;
  const side = widest(view, (value) => numbers.value(value), 22) + 30;
  const changes = isPair ? widest(view, (value) => numbers.change(value), size) + 24 : 0;
  const end = right - changes - side;
  const fromZero = valueScale(view, rowsRoom.from, end);
  const least = view.series.flatMap((one) => one.values.map(({ value }) => fromZero.at(value)));
  const isRoomy = fromZero.hasZero && least.every((x) => x - side >= rowsRoom.from);
  const scale = isRoomy ? fromZero : valueScale(view, rowsRoom.from + side, end);
  const zeroX = scale.hasZero ? scale.at(0) : undefined;
  const body = rows.flatMap((row): readonly ChartPart[] => {
    const { tone, isFocus, step } = emphasisOf(view, row.name);
    const y = row.middle;
    const a = isPair && from !== undefined ? valueAt(from, row.point) : undefined;
    const b = to === undefined ? undefined : valueAt(to, row.point);
    const text = (x: number, value: number, isLater: boolean, isLeft: boolean): ChartPart => {
      const look = isLater ? ({ face: 'strong' } as const) : ({ size: 20, tone: 'muted' } as const);
      return placed(x + (isLeft ? -18 : 18), y + (isLater ? 8 : 7), numbers.value(value), {
        ...look,
        anchor: isLeft ? 'end' : 'start',
        step,
      });
    };
    const hollow = (x: number): ChartPart => ({ kind: 'circle', x, y, r: 7, fill: 'paper', stroke: tone, step });
    const full = (x: number): ChartPart => ({ kind: 'circle', x, y, r: isPair ? 10 : 9, fill: tone, step });
    if (a === undefined && b === undefined)
      return [placed(rowsRoom.from + 12, y + 7, words.noData, { size: 20, face: 'remark', tone: 'muted', step })];
    if (!isPair) return b === undefined ? [] : [full(scale.at(b)), text(scale.at(b) + 2, b, true, false)];
    const change =
      a === undefined || b === undefined
        ? []
        : [
            placed(right, y + size * 0.35, numbers.change(b - a), {
              size,
              face: isFocus ? 'strong' : 'label',
              anchor: 'end',
              step,
            }),
          ];
    if (a === undefined || b === undefined) {
      const known = a ?? b ?? 0;
      const x = scale.at(known);
      const missing = a === undefined ? from : to;
      const remark = filled(words.noDataFor, { what: missing?.name ?? '' });
      const width = textWidth({ text: remark, face: 'remark', size: 20 });
      const start = x + 40 + textWidth({ text: numbers.value(known), face: 'strong', size: 22 });
      const isRight = start + width < right - changes;
      const at = isRight ? start : x - 30;
      return [
        a === undefined ? full(x) : hollow(x),
        text(x, known, a === undefined, false),
        placed(at, y + 7, remark, { size: 20, face: 'remark', tone: 'muted', anchor: isRight ? 'start' : 'end', step }),
      ];
    }
    const [xa, xb] = [scale.at(a), scale.at(b)];
    const sign = Math.sign(xb - xa);
    const pair: readonly ChartPart[] =
      numbers.value(a) === numbers.value(b)
        ? [full(xb), text(xb, b, true, false)]
        : [
            ...(Math.abs(xb - xa) < 18 ? [] : [wedge(xa, xb, y, tone, step)]),
            ...(Math.abs(xb - xa) < 18 ? [full(xb), hollow(xa)] : [hollow(xa), full(xb)]),
            text(xa, a, false, sign > 0),
            text(xb + sign * 2, b, true, sign < 0),
          ];
    return [...pair, ...change];
  });
  const heads = pairHeads(view, rows[0], from, to, scale.at);
  return {
    parts: [
      ...rowFrame(view, rows, size, right),
      ...(view.unit === '' ? [] : [placed(rowsRoom.from, 22, view.unit, { size: 20, tone: 'muted' })]),
      ...(isPair ? [placed(right, 22, words.change, { size: 20, tone: 'muted', anchor: 'end' })] : []),
      ...(zeroX === undefined ? [] : zeroLine(zeroX, bottom, [...body, ...heads])),
      ...body,
      ...heads,
      ...legendParts(view, bottom + 30),
    ],
    height: bottom + 8 + legendDepth(view),
  };
}

/** The line of zero, broken where a number near to it stands. */
function zeroLine(x: number, bottom: number, parts: readonly ChartPart[]): readonly ChartPart[] {
  const texts = parts.flatMap((part) => (part.kind === 'text' ? [boxOf(part)] : []));
  const breaks = texts.filter(({ x1, x2 }) => x1 < x + 6 && x2 > x - 6).sort((a, b) => a.y1 - b.y1);
  const lines: ChartPart[] = [];
  let from: number = rowsRoom.top;
  for (const { y1, y2 } of breaks) {
    if (y1 - 6 > from) lines.push(rule([x, from], [x, y1 - 6], 'ink', 2));
    from = Math.max(from, y2 + 6);
  }
  return from < bottom ? [...lines, rule([x, from], [x, bottom], 'ink', 2)] : lines;
}

/** What the two dots are, above those of the first row. */
function pairHeads(
  view: ChartView,
  row: { readonly point: number; readonly middle: number; readonly name: string } | undefined,
  from: ChartSeries | undefined,
  to: ChartSeries | undefined,
  at: (value: number) => number,
): readonly ChartPart[] {
  if (view.series.length < 2 || row === undefined || from === undefined || to === undefined) return [];
  const { step } = emphasisOf(view, row.name);
  const heads = [from, to].flatMap((series) => {
    const value = valueAt(series, row.point);
    return value === undefined
      ? []
      : [{ x: at(value), text: series.name, width: textWidth({ text: series.name, face: 'label', size: 20 }) }];
  });
  const [one, other] = heads.toSorted((a, b) => a.x - b.x);
  if (one === undefined) return [];
  const y = row.middle - 18;
  const overlap = other === undefined ? 0 : Math.max(0, (one.width + other.width) / 2 + 16 - (other.x - one.x));
  const placedHeads = [
    { ...one, x: one.x - overlap / 2 },
    ...(other === undefined ? [] : [{ ...other, x: other.x + overlap / 2 }]),
  ];
  return placedHeads.map(({ x, text }) => placed(x, y, text, { size: 20, anchor: 'middle', step }));
}

/** Widens from the earlier value to the later. */
function wedge(from: number, to: number, y: number, tone: Tone, step: number): ChartPart {
  const start = from + Math.sign(to - from) * 8;
  const d = `M${tenth(start)},${tenth(y - 1.5)}L${tenth(to)},${tenth(y - 7)}V${tenth(y + 7)}L${tenth(start)},${tenth(y + 1.5)}z`;
  return { kind: 'path', d, fill: tone, step };
}

function widest({ series }: ChartView, write: (value: number) => string, size: number): number {
  const values = series.flatMap((one) => one.values.map(({ value }) => value));
  return values.reduce((most, value) => Math.max(most, textWidth({ text: write(value), face: 'strong', size })), 0);
}
