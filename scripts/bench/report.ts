import type { Measurement, Record } from './measurement.js';
import { slopes } from './slopes.js';

/** The record as a page for readers. */
export function benchmarksPage({ version, date, machine, rows }: Record): string {
  const { processor, cores, node, browsers, noise } = machine;
  return `# Benchmarks

Whole processes, as a user starts them, on decks that were made up. \`npm run bench\` wrote this page on ${date}, with version ${version},
in one run on ${cores} cores (${processor}), Node ${node}; ${browsers.join('; ')}. Values are medians. *Apart* is how far
the middle half of the runs lay apart, as a share of the median. Over the whole run Node alone varied by ${percent(noise)}: differences
below that say nothing. *Of* is a floor that was measured in the same run: Node that does nothing, Chromium that prints the finished HTML, one
that takes a picture of it. \`npm run bench -- --check\` compares these ratios with a new run, and fails where one is a fifth worse.

${table(rows)}

## A slide more

What each further slide adds, between two decks of other lengths.

| what | from, to | a slide |
|---|---|--:|
${slopes(rows)
  .map(({ what, from, to, milliseconds }) => `| ${what} | ${from}, ${to} | ${milliseconds.toFixed(1)} ms |`)
  .join('\n')}
`;
}

/** The rows as a Markdown table. */
export function table(rows: readonly Measurement[]): string {
  const cells = rows.map((row) => [
    row.name,
    `${shown(row)} ${row.unit}`,
    row.spread === undefined ? '' : percent(row.spread),
    row.ratio === undefined ? '' : `${row.ratio.toFixed(2)}× ${row.of ?? ''}`,
    row.goal ?? '',
  ]);
  return ['| what | median | apart | of | goal |', '|---|--:|--:|---|---|']
    .concat(cells.map((row) => `| ${row.join(' | ')} |`))
    .join('\n');
}

function shown({ value, unit }: Measurement): string {
  return value.toFixed(unit === 's' ? 2 : unit === 'KB' ? 1 : 0);
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
