import type { ChartShape } from './presentation.js';
import { allBelow, childAt, childrenOf, numberOf, textIn, type XmlElement } from './xml-element.js';

type Chart = Pick<ChartShape, 'type' | 'title' | 'categories' | 'series'>;

/** The numbers of a chart part, as it keeps them for programs that do not open its workbook. */
export function readChart(root: XmlElement | undefined): Chart {
  const chart = childAt(root, 'c:chart');
  const kinds = childrenOf(childAt(chart, 'c:plotArea')).filter(({ name }) => name.endsWith('Chart'));
  const all = kinds.flatMap((kind) => childrenOf(kind).filter(({ name }) => name === 'c:ser'));
  const axis = all.map((one) => pointsOf(childAt(one, 'c:cat') ?? childAt(one, 'c:xVal')));
  const longest = axis.reduce((a, b) => (b.length > a.length ? b : a), []);
  const series = all.map((one) => ({
    name: oneLine(allBelow(childAt(one, 'c:tx'), 'c:v')[0]),
    values: pointsOf(childAt(one, 'c:val') ?? childAt(one, 'c:yVal')),
  }));
  const rows = Math.max(longest.length, ...series.map(({ values }) => values.length), 0);
  return {
    type: [...new Set(kinds.map(({ name }) => name.slice(2).replace(/3?D?Chart$/, '')))].join(' '),
    title: allBelow(childAt(chart, 'c:title'), 'a:t')
      .map((one) => textIn(one))
      .join('')
      .trim(),
    categories: Array.from({ length: rows }, (_, index) => longest[index] ?? String(index + 1)),
    series,
  };
}

/** The values of a sequence by their places; a gap is undefined. Of names of several levels the nearest is taken. */
function pointsOf(sequence: XmlElement | undefined): readonly (string | undefined)[] {
  const levels = allBelow(sequence, 'c:lvl');
  const holder = levels[0] ?? allBelow(sequence, 'c:strCache', 'c:numCache', 'c:strLit', 'c:numLit')[0];
  const isDate = /[dy]/i.test(textIn(childAt(holder, 'c:formatCode')).replace(/"[^"]*"|\[[^\]]*\]|General/g, ''));
  const points: (string | undefined)[] = [];
  const most = Math.min(numberOf(childAt(holder, 'c:ptCount'), 'val') ?? 0, 10_000);
  for (let index = 0; index < most; index++) points.push(undefined);
  for (const point of allBelow(holder, 'c:pt')) {
    const value = oneLine(childAt(point, 'c:v'));
    const index = numberOf(point, 'idx') ?? points.length;
    if (index < 10_000) points[index] = isDate ? dayOf(value) : value;
  }
  return points;
}

/** Excel counts days from the last but one of 1899 (ECMA-376 part 1, 18.17.4.1). */
function dayOf(value: string): string {
  const days = Number(value);
  if (!Number.isFinite(days) || days < 1 || days > 2_958_465) return value;
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(days) * 86_400_000).toISOString().slice(0, 10);
}

function oneLine(element: XmlElement | undefined): string {
  return textIn(element).replace(/\s+/g, ' ').trim();
}
