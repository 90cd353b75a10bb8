import { cpuUsage } from 'node:process';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chartSheet } from '../src/chart/chart-sheet.js';
import { chartTable } from '../src/chart/chart-table.js';
import { describeChart } from '../src/chart/describe-chart.js';
import { chartPlan, drawChart } from '../src/chart/layout/draw-chart.js';
import { type Box, boxOf, type ChartPart, overlaps, type PlacedText } from '../src/chart/layout/plan.js';
import { type ReadChart, readChart } from '../src/chart/read-chart.js';
import { formatDiagnostic } from '../src/model/diagnostic.js';
import type { ChartView } from '../src/model.js';
import { deckOf, evidenceOf } from './support/evidence.js';
import { isWhole } from './support/share.js';
import { testTwins } from './support/twins.js';

const languageOf: Readonly<Record<string, string>> = { turned: 'be', months: 'pl', 'bar-columns': 'de' };

testTwins('chart', 'txt', (text, file) => {
  const lang = languageIn(file);
  const { view, diagnostics } = read(text);
  if (view === undefined) return diagnostics.map(formatDiagnostic).join('\n');
  const { head, rows } = chartTable(view, lang);
  return [describeChart(view, lang), '', ...[head, ...rows].map((row) => row.join(' | ')), ''].join('\n');
});

testTwins('chart', 'svg', (text, file) => drawChart(sound(text), languageIn(file)).svg);

// What a program with charts of its own gets; nothing where the chart stays a picture.
testTwins('chart', 'sheet.json', (text, file) => {
  const sheet = chartSheet(sound(text), languageIn(file));
  return sheet === undefined ? 'picture\n' : `${JSON.stringify(sheet, (_, value) => value ?? null, 1)}\n`;
});

testTwins('chart/bad', 'txt', (text) => {
  const { view, diagnostics } = read(text);
  expect(view).toBeUndefined();
  return `${diagnostics.map(formatDiagnostic).join('\n')}\n`;
});

test('words never lie over each other, or over the end of a line, and none leaves the figure', () => {
  const name = fc.constantFrom(
    'Riga',
    'North Macedonia',
    'Объединённая Северная Республика',
    'Šiauliai',
    'A',
    'Nordrhein-Westfalen und Hessen',
  );
  const wish = fc.record({
    mark: fc.constantFrom('line', 'bar', 'columns', 'dot', 'slope', 'area'),
    years: fc.integer({ min: 2, max: 24 }),
    names: fc.uniqueArray(name, { minLength: 1, maxLength: 6 }),
    seed: fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 24, maxLength: 24 }),
    scale: fc.constantFrom(0.1, 1, 1000),
    gaps: fc.boolean(),
    negative: fc.boolean(),
    lang: fc.constantFrom('en', 'de', 'ru'),
    facet: fc.boolean(),
    notes: fc.boolean(),
    focus: fc.boolean(),
  });
  let drawn = 0;
  fc.assert(
    fc.property(wish, ({ lang, ...asked }) => {
      const { view } = readChart(codeOf(asked), { path: 'deck.md', line: 1 }, { file: () => undefined, fileNames: [] });
      if (view === undefined) return;
      drawn++;
      expectApart(view, lang);
    }),
    { numRuns: isWhole ? 120 : 24, seed: 17 },
  );
  expect(drawn).toBeGreaterThan(isWhole ? 60 : 12);
});

test('in small charts a gap finds its place before the faint name of the focus', () => {
  const values = {
    Mirenia: [1.4, 1.6, 1.5, 1.8, 1.9, 2.1, 2.9, 3.7, 4.9, 5.8],
    Talvik: [3.1, 3, 2.8, 2.9, 3.1, 3.3, 3.2, 3.4, 3.7, 3.9],
    Osterhaven: [2.2, 2.3, 2.1, 2.4, 2.5, 2.8, 2.7, 3, 3.3, 3.5],
    Belgarde: [1.7, 1.6, 1.2, 1, 0.9, '', '', 1.1, 1.3, 1.4],
  };
  const rows = Object.entries(values).flatMap(([port, ships]) =>
    ships.map((count, index) => `  ${2014 + index},${port},${count}`),
  );
  const how = 'x: year\ny: { field: ships }\nfacet: port\nfocus: Mirenia\n';
  for (const mark of ['area', 'line'])
    expectApart(sound(fenced(`data: |\n  year,port,ships\n${rows.join('\n')}\nmark: ${mark}\n${how}`)), 'en');
});

test('a chart of 200 values takes 4 KB, and more take 6 bytes a value', () => {
  const size = (years: number): number => {
    const values = Array.from(
      { length: years },
      (_, year) =>
        `  ${1000 + year},${(50 + 40 * Math.sin(year * 1.7) + (year % 7)).toFixed(1)},${(30 + ((year * 37) % 23)).toFixed(1)}`,
    );
    return gzipSync(
      drawChart(sound(fenced(`data: |\n  year,Riga,Gdynia\n${values.join('\n')}\nmark: line\n`)), 'en').svg,
    ).length;
  };
  expect(size(100)).toBeLessThan(4096);
  expect(size(900) - size(100)).toBeLessThan(1600 * 6);
});

test('bars are as long as their values, from zero', () => {
  const view = sound(fenced('data: |\n  port,ships\n  Riga,1.1\n  Gdynia,4.4\n  Reval,-2.2\nmark: bar\n'));
  const bars = chartPlan(view, 'en').parts.flatMap((part) => (part.kind === 'rect' ? [part] : []));
  const [most = 0, middle = 0, below = 0] = bars.map(({ width }) => width);
  expect(most / middle).toBeCloseTo(4);
  expect(below / middle).toBeCloseTo(2);
  const [zero = 0] = bars.map(({ x }) => x);
  expect(bars.map(({ x, width }) => [Math.round(x), Math.round(x + width)].includes(Math.round(zero)))).toEqual([
    true,
    true,
    true,
  ]);
});

test('two readings of one chart give the same bytes', () => {
  const text = fenced('data: |\n  year,Riga\n  2020,1\n  2021,2\n');
  expect(drawChart(sound(text), 'en').svg).toBe(drawChart(sound(text), 'en').svg);
});

/** No word lies over another or on a line of the ground, and none leaves the figure. Words with an edge of their own found no free place. */
function expectApart(view: ChartView, lang: string): void {
  const { parts } = chartPlan(view, lang);
  const rules = parts.flatMap(ruleBox);
  const boxes = parts
    .filter((part): part is PlacedText => part.kind === 'text' && part.hasHalo !== true)
    .map((text) => ({ text: text.text, ...boxOf(text) }));
  for (const [index, one] of boxes.entries()) {
    expect(one.x1, one.text).toBeGreaterThanOrEqual(-1);
    expect(one.x2, one.text).toBeLessThanOrEqual(1121);
    expect(one.y1, one.text).toBeGreaterThanOrEqual(-1);
    expect(rules.some((line) => overlaps(one, line)) ? `${one.text} on a line` : '').toBe('');
    for (const other of boxes.slice(index + 1))
      expect(overlaps(one, other) ? `${one.text} / ${other.text}` : '').toBe('');
  }
}

/** Gridlines, axes and rules of rows. */
function ruleBox(part: ChartPart): readonly Box[] {
  if (part.kind !== 'path' || (part.stroke !== 'ink' && part.stroke !== 'hair')) return [];
  const [, x = '0', y = '0', way, to = '0'] = /^M(-?[\d.]+),(-?[\d.]+)([HV])(-?[\d.]+)$/.exec(part.d) ?? [];
  if (way === undefined) return [];
  const [x1, y1, end] = [Number(x), Number(y), Number(to)];
  return [way === 'H' ? { x1, x2: end, y1, y2: y1 } : { x1, x2: x1, y1: Math.min(y1, end), y2: Math.max(y1, end) }];
}

interface Asked {
  readonly mark: string;
  readonly years: number;
  readonly names: readonly string[];
  readonly seed: readonly number[];
  readonly scale: number;
  readonly gaps: boolean;
  readonly negative: boolean;
  readonly facet: boolean;
  readonly notes: boolean;
  readonly focus: boolean;
}

/** Lines over years in long form; rows of names with up to two columns for the others. */
function codeOf({ mark, years, names, seed, scale, gaps, negative, facet, notes, focus }: Asked): string {
  const value = (index: number): string => {
    const raw = (seed[index % seed.length] ?? 0) - (negative ? 150 : 0);
    return gaps && index % 5 === 3 ? '' : String(Number((raw * scale).toPrecision(6)));
  };
  const isOfYears = mark === 'line' || mark === 'area';
  const rows = isOfYears
    ? Array.from({ length: years }, (_, year) =>
        names.map((name, index) => `  ${2000 + year};${name};${value(year * 3 + index * 7).replace('.', ',')}`),
      ).flat()
    : names.map((name, index) => `  ${name};${value(index)};${value(index + 9)}`.replaceAll('.', ','));
  const isOfBars = mark === 'columns';
  const head = isOfYears ? '  year;port;ships' : isOfBars ? '  year;ships' : '  port;2014;2023';
  const bars = Array.from({ length: years }, (_, year) => `  ${2000 + year};${value(year).replace('.', ',')}`);
  const how = isOfYears
    ? `x: year\ny: { field: ships, unit: "% of GDP" }\n${facet ? 'facet' : 'series'}: port\n`
    : 'y: { unit: "% of GDP" }\n';
  const across = isOfYears || isOfBars ? '{ x: 2000, text: the first year of all }, { x: 2001, text: after it }, ' : '';
  const noted = notes ? `annotations: [${across}{ y: ${120 * scale}, text: "2 % goal" }]\n` : '';
  const focused = focus && isOfYears ? `focus: ${JSON.stringify(names[0])}\n` : '';
  return `data: |\n${head}\n${(isOfBars ? bars : rows).join('\n')}\nmark: ${isOfBars ? 'bar' : mark}\n${how}${noted}${focused}`;
}

function languageIn(file: string): string {
  return languageOf[file.replace(/^.*\/|\.md$/g, '')] ?? 'en';
}

function fenced(code: string): string {
  return `\`\`\`chart\n${code}\`\`\`\n`;
}

function read(text: string): ReadChart {
  const code = text.replace(/^```chart\n|```\n$/g, '');
  return readChart(code, { path: 'deck.md', line: 2 }, { file: () => undefined, fileNames: ['data/spending.csv'] });
}

function sound(text: string): ChartView {
  const { view, diagnostics } = read(text);
  if (view === undefined) throw new Error(diagnostics.map(formatDiagnostic).join('\n'));
  return view;
}

test('a table with {chart=dot} is drawn, keeps its rows as claims, and papers print it once', async () => {
  const markdown = `## Ships [@lecturer]

| port | 2022 | 2023 |
|------|-----:|-----:|
| Kalvik | 240 | 260 [@ilvesson2021, ¶3] |
| Sola | 9,5 | |

: Ships a month

{#ships chart=dot unit="ships" focus="Kalvik, Sola" hues="Kalvik:teal"}
`;
  const deck = deckOf(markdown);
  const [chart] = deck.slides[0]?.diagrams ?? [];
  expect(deck.diagnostics).toEqual([]);
  expect(deck.slides[0]?.layout).toBe('figure');
  expect(chart).toMatchObject({
    id: 'ships',
    caption: 'Ships a month',
    isOfTable: true,
    chart: { mark: 'dot', unit: 'ships', focus: ['Kalvik', 'Sola'] },
  });
  expect(chart?.alt).toBe(
    'Dot chart: Ships a month, ships. Kalvik: 240.0 (2022), 260.0 (2023); Sola: 9.5 (2022), no data (2023).',
  );
  const claims = evidenceOf(markdown).claims.map(
    ({ kind, status, text }) => `${kind} ${status} ${text.replaceAll('\n', ' / ')}`,
  );
  expect(claims).toEqual(['heading lecturer Ships', 'row found Kalvik / 240 / 260', 'row lecturer Sola / 9,5 / ']);
});

test('what is wrong with the attributes of a drawn table is said at it', () => {
  const { diagnostics } = deckOf(
    '## Ships\n\n| port | ships |\n|---|---|\n| Riga | 1 |\n{chart=pie hues="Riga:navy"}\n',
  );
  expect(diagnostics.map(formatDiagnostic).map((one) => one.replace(/ Write for example.*/, ''))).toEqual([
    'deck.md:3:1 error chart `chart`: expected line, bar, dot, slope, area; nearest is line.',
    'deck.md:3:1 error chart `Riga`: expected blue, red, teal, amber, violet, grey.',
  ]);
});

test.each([
  ['10,000 rows', 10_000, 'chart-fit "ships" has 10,000 values; a figure has room for 1,000.'],
  ['30,000 rows', 30_000, 'chart-data The data has 30,000 rows; a chart reads 20,000 at most.'],
])('%s are said within a second of work, and nothing is drawn', (_what, count, said) => {
  const rows = Array.from(
    { length: count },
    (_, index) => `  ${new Date(index * 864e5).toISOString().slice(0, 10)},${index % 97}`,
  );
  const start = cpuUsage();
  const { view, diagnostics } = read(fenced(`data: |\n  day,ships\n${rows.join('\n')}\nmark: line\n`));
  const { user, system } = cpuUsage(start);
  expect((user + system) / 1000).toBeLessThan(1000);
  expect(view).toBeUndefined();
  expect(diagnostics.map(({ rule, message }) => `${rule} ${message}`)).toEqual([said]);
});
