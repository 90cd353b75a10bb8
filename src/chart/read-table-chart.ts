import type { DataTable, Place } from '../model.js';
import { chartError } from './chart-error.js';
import { chartSchema } from './chart-schema.js';
import { type ReadChart, readChartOf } from './read-chart.js';

/**
 * Reads the chart that `{chart=bar unit="…"}` asks of a table on the slide; lists are typed with commas, colours as
 * `Riga:blue`, steps with semicolons.
 */
export function readTableChart(table: DataTable, asked: Readonly<Record<string, string>>, place: Place): ReadChart {
  const { chart, unit, format, scale, focus, hues, sort, steps } = asked;
  const parsed = chartSchema.safeParse({
    mark: chart,
    ...(unit === undefined ? {} : { unit }),
    ...(format === undefined ? {} : { format }),
    ...(scale === undefined ? {} : { scale }),
    ...(focus === undefined ? {} : { focus: listOf(focus) }),
    ...(hues === undefined ? {} : { hues: Object.fromEntries(listOf(hues).map((one) => one.split(/\s*:\s*/))) }),
    ...(sort === undefined ? {} : { sort }),
    ...(steps === undefined ? {} : { steps: steps.split(';').map(listOf) }),
  });
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(
      ({ path, message }) => `\`${path[0] === 'mark' ? 'chart' : String(path.at(-1))}\`: ${message}`,
    );
    return {
      diagnostics: wrong.map((one) =>
        chartError('chart', `${one}.`, place, 'Write for example `{chart=bar unit="% of GDP" focus=Riga}`.'),
      ),
    };
  }
  return readChartOf(parsed.data, table, () => place, place);
}

function listOf(text: string): readonly string[] {
  return text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}
