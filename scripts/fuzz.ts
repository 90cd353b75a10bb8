import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { searchEdits } from '../test/support/fuzz/edited-decks.js';
import { type Fuzzed, fuzzDecks, shrunkDeck } from '../test/support/fuzz/fuzz-decks.js';
import { searchRandomDecks } from '../test/support/planted/random-planted.js';

/**
 * Compiles random and damaged decks in memory; none may crash, take two seconds of processor time, or write outside its place.
 * Prints the seed, the counts and the slowest, and of each failure its number and the smallest deck that fails the same way.
 * `--decks 20000`, `--seed 1`, `--only 17` for one deck again. Then `--planted 2000` random decks with words for the teacher in them, each looked
 * for in all that students get. With `--edits 2000` so many edits of decks, after each of which what `dev` makes from what it remembers is
 * compared with what is made anew.
 */
const limit = 2;

/** A worker reads TypeScript only when it is told how. */
const bootstrap = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(import.meta.url)}); })`;

interface Work {
  readonly from: number;
  readonly to: number;
  readonly seed: number;
}

interface Outcome {
  readonly slowest: { readonly id: number; readonly seconds: number };
  readonly failures: readonly { readonly id: number; readonly why: string }[];
}

if (isMainThread) await main();
else await fuzzDecks(range(workerData as Work), (workerData as Work).seed, (fuzzed) => parentPort?.postMessage(fuzzed));

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      decks: { type: 'string', default: '20000' },
      seed: { type: 'string', default: '1' },
      only: { type: 'string' },
      planted: { type: 'string' },
      edits: { type: 'string', default: '0' },
    },
  });
  const seed = Number(values.seed);
  const [from, to] =
    values.only === undefined ? [0, Number(values.decks)] : [Number(values.only), Number(values.only) + 1];
  const { slowest, failures } = await watch({ from, to, seed });
  for (const { id, why } of failures) {
    console.log(`deck ${id} of seed ${seed}: ${why}`);
    if (!why.startsWith('hangs')) console.log(await shrunkDeck(id, seed));
  }
  console.log(
    `${to - from} decks of seed ${seed}: ${failures.length} crashed, hung or wrote elsewhere; the slowest, ${slowest.id}, took ${slowest.seconds.toFixed(2)} s`,
  );
  const planted = Number(values.planted ?? (values.only === undefined && Number(values.decks) >= 20_000 ? 2000 : 0));
  const { leaks, stopped } = await searchRandomDecks(planted, seed);
  for (const leak of leaks) console.log(leak);
  if (planted > 0)
    console.log(`${planted} planted decks of seed ${seed}: ${leaks.length} words leaked, ${stopped} decks stopped`);
  const edits = Number(values.edits);
  const differences = edits > 0 ? await searchEdits(edits, seed) : [];
  for (const difference of differences) console.log(difference);
  if (edits > 0) console.log(`${edits} edits of seed ${seed}: ${differences.length} differences`);
  process.exitCode = failures.length + leaks.length + differences.length === 0 ? 0 : 1;
}

/** Processor time, since a busy machine makes any deck slow. A worker that hangs is ended, and another goes on after its deck. */
async function watch({ from, to, seed }: Work): Promise<Outcome> {
  const failures: { id: number; why: string }[] = [];
  let slowest = { id: from, seconds: 0 };
  for (let next = from; next < to; ) {
    const worker = new Worker(bootstrap, { eval: true, workerData: { from: next, to, seed } });
    let began = process.cpuUsage();
    let id: number | undefined;
    const spent = (): number => {
      const { user, system } = process.cpuUsage(began);
      return (user + system) / 1e6;
    };
    const watchdog = setInterval(() => {
      if (id === undefined || spent() < limit) return;
      failures.push({ id, why: `hangs: more than ${limit} s` });
      void worker.terminate();
    }, 100);
    worker.on('message', (fuzzed: Fuzzed) => {
      if (fuzzed.began) {
        began = process.cpuUsage();
        id = fuzzed.id;
        return;
      }
      if (spent() > slowest.seconds) slowest = { id: fuzzed.id, seconds: spent() };
      if (fuzzed.crash !== undefined) failures.push({ id: fuzzed.id, why: fuzzed.crash });
      next = fuzzed.id + 1;
      id = undefined;
    });
    const error = await new Promise<unknown>((resolve) => {
      worker.on('error', resolve);
      worker.on('exit', () => resolve(undefined));
    });
    clearInterval(watchdog);
    if (error !== undefined && id === undefined) throw error;
    if (id !== undefined) {
      if (!failures.some((failure) => failure.id === id)) failures.push({ id, why: `crash: ${error}` });
      next = id + 1;
    }
  }
  return { slowest, failures };
}

function* range({ from, to }: Work): Iterable<number> {
  for (let id = from; id < to; id++) yield id;
}
