import type { ChartView, DataTable, Diagnostic, Place } from '../model.js';
import { isMapping, readYaml, schemaDiagnostics, type YamlText } from '../read/yaml.js';
import { unknownKeys } from '../relations/shape.js';
import { chartError } from './chart-error.js';
import { type ChartFence, chartKeys, chartSchema } from './chart-schema.js';
import { chartView } from './chart-view.js';
import { checkChart } from './check-chart.js';
import { tableOf } from './read-json-table.js';
import { nearestOf, type ReadTable, readTable } from './read-table.js';

/** What a chart is read with: the files it may name, and what a fence's own attributes say. */
export interface ChartSource {
  /** A data file's text and path; undefined where there is none. */
  readonly file: (name: string) => { readonly text: string; readonly path: string } | undefined;
  /** The files there are, for "did you mean". */
  readonly fileNames: readonly string[];
}

/** A chart that can be drawn, or why it cannot. */
export interface ReadChart {
  readonly view?: ChartView;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a `chart` fence: YAML that names its data and how they are shown. `place` is that of the code's first line. */
export function readChart(code: string, place: Place, source: ChartSource): ReadChart {
  const yaml = readYaml(code, place.path, place.line);
  if (yaml.diagnostics.length > 0) return { diagnostics: yaml.diagnostics };
  if (!isMapping(yaml)) {
    const cure = 'Write for example `data: data/spending.csv`, `mark: line`, `x: year`, `y: value`, one a line.';
    return { diagnostics: [chartError('chart', 'A chart is written as keys with values.', place, cure)] };
  }
  const parsed = chartSchema.safeParse(yaml.value);
  const wrong = [
    ...schemaDiagnostics(
      'chart',
      parsed.error?.issues.filter(({ code: kind }) => kind !== 'unrecognized_keys') ?? [],
      yaml,
    ),
    ...unknownKeys('chart', yaml.value, chartKeys.chart, [], yaml),
    ...unknownKeys('chart', 'y' in yaml.value ? yaml.value.y : undefined, chartKeys.y, ['y'], yaml),
  ];
  if (parsed.data === undefined || wrong.length > 0) return { diagnostics: wrong };
  const { table, diagnostics } = dataOf(parsed.data, yaml, place, source);
  if (table === undefined) return { diagnostics };
  const read = readChartOf(parsed.data, table, yaml.placeOf, place);
  return { ...read, diagnostics: [...diagnostics, ...read.diagnostics] };
}

/** The same for data that were read already: a table on the slide. */
export function readChartOf(
  fence: ChartFence,
  table: DataTable,
  placeOf: YamlText['placeOf'],
  place: Place,
): ReadChart {
  const { view, diagnostics } = chartView(fence, table, placeOf, place);
  if (view === undefined) return { diagnostics };
  const unfit = checkChart(view);
  return unfit.length > 0 ? { diagnostics: unfit } : { view, diagnostics };
}

function dataOf({ data }: ChartFence, yaml: YamlText, place: Place, { file, fileNames }: ChartSource): ReadTable {
  const at = yaml.placeOf(['data']);
  if (data === undefined) {
    const message = 'The chart names no data.';
    const cure = 'Name a file, `data: data/spending.csv`, or write the table below `data: |`.';
    return { diagnostics: [chartError('chart', message, place, cure)] };
  }
  if (typeof data !== 'string') return tableOf(data, at);
  if (data.includes('\n') || data.trim() === '') return readTable(data, { path: at.path, line: at.line + 1 });
  const found = file(data);
  if (found !== undefined) return readTable(found.text, { path: found.path, line: 1 });
  const known = fileNames.length === 0 ? '' : ` ${nearestOf(data, fileNames, 'data files')}`;
  const message = `The data file "${data}" is not there.`;
  return {
    diagnostics: [chartError('chart-data', message, at, `Put it into the deck's folder, or correct its name.${known}`)],
  };
}
