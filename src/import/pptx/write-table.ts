import type { ChartShape, TableShape } from '../../read/presentation/presentation.js';
import { escapeMarkdown } from './escape-markdown.js';
import { type RunSetting, writeRuns } from './write-runs.js';

/** A table with bars. What one of ours cannot have is said: cells that reach over others. */
export function writeTable({ rows, hasHead }: TableShape, setting: Omit<RunSetting, 'lineEnd'>): string {
  if (rows.length === 0) return '';
  const cells = rows.map((row) =>
    row.map(({ paragraphs, isCovered }) =>
      isCovered
        ? ''
        : paragraphs
            .map(({ runs }) => writeRuns(runs, { ...setting, lineEnd: '<br>' }))
            .filter((text) => text !== '')
            .join('<br>'),
    ),
  );
  if (rows.some((row) => row.some(({ columns, rows: down }) => columns > 1 || down > 1)))
    setting.lost('joined cells', 'Are cells by themselves: the words stand in the first, the others are empty.');
  return tableLines(cells, hasHead);
}

/** A chart's numbers with its caption, a row a category. A chart that one of ours can draw is drawn of them. */
export function writeChart({ type, categories, series }: ChartShape, caption: string): string {
  const head = ['', ...series.map(({ name }) => escapeMarkdown(name, false))];
  const rows = categories.map((category, index) => [
    escapeMarkdown(category, false),
    ...series.map(({ values }) => escapeMarkdown(values[index] ?? '', false)),
  ]);
  const table = tableLines([head, ...rows], true);
  if (!isDrawn({ type, categories, series }))
    return caption === ''
      ? table
      : `${table}

Table: ${escapeMarkdown(caption, false)}`;
  const said = caption === '' ? '' : ` caption="${caption.replaceAll('"', '&quot;')}"`;
  return `${table}
{chart=${type}${said}}`;
}

/** Whether `{chart=…}` draws it: its own kinds, within the room that it has (docs/charts.md). */
export function isDrawn({ type, categories, series }: Pick<ChartShape, 'type' | 'categories' | 'series'>): boolean {
  const numbers = series.flatMap(({ values }) => values).filter((value) => value !== undefined);
  const isNumber = numbers.length > 0 && numbers.every((value) => /^-?\d+(?:\.\d+)?$/.test(value));
  const isNamed = new Set(categories).size === categories.length && categories.every((name) => name !== '');
  const names = series.map(({ name }) => name);
  if (!isNumber || !isNamed || names.includes('') || new Set(names).size < names.length) return false;
  if (type === 'bar') return categories.length <= 12 && series.length <= 4;
  return type === 'line' && series.length <= 7 && categories.every((name) => /^\d{4}(?:-\d\d){0,2}$/.test(name));
}

function tableLines(cells: readonly (readonly string[])[], hasHead: boolean): string {
  const width = Math.max(1, ...cells.map((row) => row.length));
  const all = hasHead ? cells : [[], ...cells];
  const line = (row: readonly string[]): string =>
    `| ${Array.from({ length: width }, (_, index) => row[index] ?? '').join(' | ')} |`;
  const [head = [], ...rows] = all;
  return [line(head), `|${' --- |'.repeat(width)}`, ...rows.map(line)].join('\n');
}
