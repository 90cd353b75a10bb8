import type { ChartAxis, ChartPoint } from '../model.js';
import { readNumber } from './read-number.js';

/** One form of points, and how a cell of it is read. */
interface AxisForm {
  readonly axis: ChartAxis;
  /** Undefined: the cell has another form. */
  readonly at: (cell: string) => number | undefined;
}

const day = (year: number, month = 1, date = 1): number => Date.UTC(year, month - 1, date);

/** The forms, the first that all cells have is taken. */
const forms = (hasDecimalCommas: boolean): readonly AxisForm[] => [
  { axis: 'years', at: (cell) => (/^[12]\d{3}$/.test(cell) ? Number(cell) : undefined) },
  {
    axis: 'quarters',
    at: (cell) => {
      const { year, quarter, first } =
        /^(?:(?<year>[12]\d{3})[\s/-]*Q(?<quarter>[1-4])|Q(?<first>[1-4])[\s/-]*(?<last>[12]\d{3}))$/i.exec(cell)
          ?.groups ?? {};
      const which = Number(quarter ?? first);
      const of = year ?? /[12]\d{3}$/.exec(cell)?.[0];
      return of === undefined || !(which >= 1) ? undefined : day(Number(of), which * 3 - 2);
    },
  },
  { axis: 'months', at: (cell) => dated(/^(?<year>[12]\d{3})-(?<month>\d\d)$/.exec(cell)) },
  {
    axis: 'days',
    at: (cell) =>
      dated(/^(?<year>[12]\d{3})-(?<month>\d\d)-(?<date>\d\d)(?:[T ][\d:.]+Z?)?$/.exec(cell)) ??
      dated(/^(?<date>\d{1,2})\.(?<month>\d{1,2})\.(?<year>[12]\d{3})$/.exec(cell)),
  },
  {
    axis: 'numbers',
    at: (cell) => {
      const number = readNumber(cell, hasDecimalCommas);
      return typeof number === 'number' ? number : undefined;
    },
  },
];

/** The points of an axis, each once: to scale and rising where all are years, dates or numbers, else in the order of the data. */
export function readAxis(
  cells: readonly string[],
  hasDecimalCommas: boolean,
): { readonly axis: ChartAxis; readonly points: readonly ChartPoint[]; readonly indexOf: (cell: string) => number } {
  const names = [...new Set(cells)];
  for (const { axis, at } of forms(hasDecimalCommas)) {
    const places = names.map((name) => ({ name, at: at(name) }));
    const known = places.flatMap((one) => (one.at === undefined ? [] : [{ name: one.name, at: one.at }]));
    if (known.length < names.length) continue;
    const points = [...new Map(known.map((one) => [one.at, one])).values()].sort((a, b) => a.at - b.at);
    const byName = new Map(known.map((one) => [one.name, points.findIndex((point) => point.at === one.at)]));
    return { axis, points, indexOf: (cell) => byName.get(cell) ?? -1 };
  }
  const byName = new Map(names.map((name, index) => [name, index]));
  return { axis: 'names', points: names.map((name) => ({ name })), indexOf: (cell) => byName.get(cell) ?? -1 };
}

/** Undefined where there is no such day. */
function dated(found: RegExpExecArray | null): number | undefined {
  if (found === null) return undefined;
  const { year, month = '1', date = '1' } = found.groups ?? {};
  const time = day(Number(year), Number(month), Number(date));
  const same = new Date(time);
  return same.getUTCMonth() + 1 === Number(month) && same.getUTCDate() === Number(date) ? time : undefined;
}
