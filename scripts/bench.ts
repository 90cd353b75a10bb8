/**
 * Measures whole processes, as a user starts them, and divides them by floors taken in the same run.
 *
 * npm run bench                      everything; writes docs/benchmarks.md and docs/benchmarks.json
 * npm run bench -- --check           everything; fails where a ratio is a fifth worse than in docs/benchmarks.json
 * npm run bench -- --only 'PDF|new'  rows of such names, and their floors; nothing is written
 * npm run bench -- --quick           each row once, without decks of 1,000 slides and of 30; nothing is written
 * PEERS=<folder> npm run bench       other tools too, from that folder's node_modules
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { basename, isAbsolute } from 'node:path';
import { parseArgs } from 'node:util';
import { findBrowser } from '../src/browser/find-browser.js';
import { compare, tolerance } from './bench/compare.js';
import { type Machine, type Measurement, middle, type Record } from './bench/measurement.js';
import { peerRows } from './bench/peers.js';
import { benchmarksPage, table } from './bench/report.js';
import { nodeRow, type Row, rowsFor } from './bench/rows.js';
import { type BrowserChoice, cli, type Workplace, workplace } from './bench/workplace.js';

const { values: options } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});
const page = 'docs/benchmarks.md';
const recordFile = 'docs/benchmarks.json';
/** A row is taken so often, or until it has taken so many seconds. */
const [times, budget] = options.quick ? [1, 0] : [5, 8];

if (!existsSync(cli)) throw new Error(`${cli} is not built; run npm run compile first.`);
if (options.check && !existsSync(recordFile)) {
  console.error(
    `${recordFile} is missing, so there is nothing to compare with. Run npm run bench on a quiet machine first.`,
  );
  process.exit(1);
}
const place = workplace();
process.on('exit', () => place.remove());
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const found = await browsersHere();
const chosen = choose(rowsFor(found.map(({ choice }) => choice)).concat(peerRows(process.env.PEERS)));
const startsOfNode: number[] = [];
const failed = new Set<string>();
let taken = await takeAll(chosen);
const quartiles = middle(startsOfNode);
const record: Record = {
  version: (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version,
  date: new Date().toISOString().slice(0, 10),
  machine: machine(quartiles.spread),
  rows: taken,
};

if (failed.size > 0) process.exitCode = 1;
if (options.check) await judge();
else if (failed.size > 0)
  console.log(`${table(taken)}\n\nNothing is written, since ${failed.size} of ${chosen.length} rows failed.`);
else if (options.quick || options.only !== undefined) console.log(table(taken));
else {
  writeFileSync(page, benchmarksPage(record));
  writeFileSync(recordFile, `${JSON.stringify(record, null, 2)}\n`);
  console.log(`${table(taken)}\n\nWritten to ${page} and ${recordFile}.`);
}

/** Rows that are worse are taken once more before they count: another process may have wanted the machine. */
async function judge(): Promise<void> {
  const { rows: before } = JSON.parse(readFileSync(recordFile, 'utf8')) as Record;
  const first = compare(before, taken);
  if (first.length > 0) {
    const again = await takeAll(withFloors(first.map(({ name }) => name)));
    const better = new Map(again.map((row) => [row.name, row]));
    taken = taken.map((row) => {
      const second = better.get(row.name);
      return second !== undefined && (second.ratio ?? second.value) < (row.ratio ?? row.value) ? second : row;
    });
  }
  const worse = compare(before, taken);
  console.log(table(taken));
  for (const { name, was, is } of worse)
    console.error(`${name}: ${is.toFixed(2)}, recorded ${was.toFixed(2)}, more than ${tolerance * 100} % worse.`);
  if (worse.length > 0) process.exitCode = 1;
  else console.log(`\nNo ratio is more than ${tolerance * 100} % worse than in ${recordFile}.`);
}

function choose(rows: readonly Row[]): readonly Row[] {
  const all = options.quick ? rows.filter(({ long }) => long !== true) : rows;
  if (options.only === undefined) return all;
  const wanted = new RegExp(options.only, 'i');
  return withFloors(
    all.filter(({ name }) => wanted.test(name)).map(({ name }) => name),
    all,
  );
}

function withFloors(names: readonly string[], rows: readonly Row[] = chosen): readonly Row[] {
  const floors = rows.filter(({ name }) => names.includes(name)).map(({ of }) => of);
  return rows.filter(({ name }) => names.includes(name) || floors.includes(name));
}

async function takeAll(rows: readonly Row[]): Promise<readonly Measurement[]> {
  const measured = new Map<string, Measurement>();
  for (const row of rows) {
    startsOfNode.push(await seconds(() => place.node('-e', '0')));
    const values = await take(row, place).catch((error: unknown) => {
      if (row.isPeer !== true) failed.add(row.name);
      process.stderr.write(`${row.name} failed: ${error instanceof Error ? error.message : String(error)}\n`);
    });
    if (values === undefined) continue;
    const { median, spread } = middle(values);
    const floor = row.of === undefined ? undefined : measured.get(row.of);
    const unit = 'unit' in row ? row.unit : 's';
    const one: Measurement = {
      name: row.name,
      value: rounded(median),
      unit,
      ...(values.length > 1 ? { spread: rounded(spread) } : {}),
      ...(floor === undefined || row.of === undefined ? {} : { of: row.of, ratio: rounded(median / floor.value) }),
      ...(row.goal === undefined ? {} : { goal: row.goal }),
    };
    measured.set(row.name, one);
    process.stderr.write(`${row.name}: ${one.value} ${unit}${one.ratio === undefined ? '' : `, ${one.ratio}×`}\n`);
  }
  // Node's own time is taken all through the run, which tells more than once at its beginning.
  const node = middle(startsOfNode).median;
  return [...measured.values()].map((row) => {
    if (row.name === nodeRow) return { ...row, value: rounded(node), spread: rounded(middle(startsOfNode).spread) };
    return row.of === nodeRow ? { ...row, ratio: rounded(row.value / node) } : row;
  });
}

async function take(row: Row, at: Workplace): Promise<readonly number[]> {
  if ('values' in row) return row.values(at, times);
  await row.ready?.(at);
  const values: number[] = [];
  while (values.length < times) {
    row.prepare?.(at);
    values.push(await seconds(() => row.work(at)));
    if (values.reduce((sum, one) => sum + one, 0) >= budget) break;
  }
  return values;
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

async function browsersHere(): Promise<readonly { readonly choice: BrowserChoice; readonly origin: string }[]> {
  const here: { choice: BrowserChoice; origin: string }[] = [];
  for (const choice of ['bundled', 'system'] as const) {
    const browser = await findBrowser(choice, process.env, new AbortController().signal).catch(() => undefined);
    if (browser !== undefined) here.push({ choice, origin: browser.origin });
  }
  return here;
}

function machine(noise: number): Machine {
  const [processor] = cpus();
  return {
    processor: processor?.model.trim() ?? 'unknown',
    cores: cpus().length,
    node: process.version,
    browsers: found.map(({ choice, origin }) => `${choice}: ${named(origin)}`),
    noise: rounded(noise),
  };
}

/** Which browser it is, without the folder of this machine that it lies in. */
function named(origin: string): string {
  return isAbsolute(origin) ? basename(origin) : origin.replace(/, unpacked in .*/, '');
}

/** To four figures: more would say nothing, and makes a record hard to read. */
function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
