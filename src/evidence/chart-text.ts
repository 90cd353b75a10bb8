import type { ChartView, ClaimValue } from '../model.js';

/** What a chart says in words, one name a line: its series, small charts and rows, its years, and what is noted on it. */
export function chartText({ series, facets, points, axis, annotations }: ChartView): string {
  const names = series.map(({ name }) => name);
  const rows = axis === 'names' || axis === 'years' ? points.map(({ name }) => name) : [];
  return [...new Set([...facets, ...names, ...rows, ...annotations.map(({ text }) => text)])]
    .filter((name) => name !== '')
    .join('\n');
}

/** Its numbers, each with the names it stands under. */
export function chartValues({ series, points, decimals, isShare }: ChartView): readonly ClaimValue[] {
  return series.flatMap(({ name, facet, values }) =>
    values.map(({ point, value, place }) => {
      // The one series of a chart is not named in it.
      const own = series.length === 1 && facet === undefined ? '' : name;
      const names = [facet ?? '', own, points[point]?.name ?? ''].filter((one) => one !== '');
      return { value, decimals: isShare ? decimals + 2 : decimals, names, place };
    }),
  );
}
