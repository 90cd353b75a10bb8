import { dirname, join } from 'node:path';
import { DeckError } from '../error.js';
import type { DeckLocation } from '../read/deck.js';
import type { Effects } from '../system/effects.js';
import { type Costs, likelyCosts } from './costs.js';

/** `--shard 2/8`: the part of the decks that this machine works on, from 1. Without an index a scheduler's variable says it. */
export interface Shard {
  readonly index?: number;
  readonly count: number;
}

/** How each scheduler numbers the machines of one job: the variable, and its value as a number from 1. */
const schedulers: readonly {
  readonly variable: string;
  readonly index: (value: number, env: Effects['env']) => number;
}[] = [
  // kubernetes.io/docs/concepts/workloads/controllers/job, completionMode Indexed
  { variable: 'JOB_COMPLETION_INDEX', index: (value) => value + 1 },
  // slurm.schedmd.com/job_array.html
  {
    variable: 'SLURM_ARRAY_TASK_ID',
    index: (value, env) => (value - Number(env.SLURM_ARRAY_TASK_MIN ?? 0)) / Number(env.SLURM_ARRAY_TASK_STEP ?? 1) + 1,
  },
  // docs.gitlab.com/ci/variables/predefined_variables
  { variable: 'CI_NODE_INDEX', index: (value) => value },
];

/**
 * The decks that fall to this machine. Without `--shard` or PILCROW_SHARDS it is all of them. Each deck falls to one shard, on whatever
 * machine that is asked: they are dealt out by what they cost last time (`known`), or by the size of their texts, the largest first, each to
 * the shard that has least. Machines have to know the same costs. Throws a DeckError `usage` for a shard that there is not, and where nothing says which one this is.
 */
export async function shardOf(
  decks: readonly DeckLocation[],
  asked: Shard | undefined,
  { env, files, report }: Effects,
  known: Costs = new Map(),
): Promise<readonly DeckLocation[]> {
  const shard = asked ?? fromEnvironment(env);
  if (shard === undefined) return decks;
  const { count } = shard;
  const index = shard.index ?? indexFrom(env, count);
  if (!Number.isInteger(index) || index < 1 || index > count)
    throw new DeckError('usage', `Shard ${index}/${count} is none: expected a whole number from 1 to ${count}.`);
  const sized = await Promise.all(decks.map(async (deck) => ({ name: deck.name, size: await sizeOf(deck, files) })));
  const own = new Set(deal(likelyCosts(sized, known), count)[index - 1]);
  if (own.size === 0) report(`pilcrow: no deck falls to shard ${index}/${count}; there are ${decks.length}.`);
  return decks.filter((_, position) => own.has(position));
}

/** Positions of the sizes, dealt out to so many parts. */
export function deal(sizes: readonly number[], parts: number): readonly (readonly number[])[] {
  const dealt = Array.from({ length: parts }, () => ({ sum: 0, positions: [] as number[] }));
  const order = sizes.map((size, position) => ({ size, position })).sort((one, other) => other.size - one.size);
  for (const { size, position } of order) {
    const least = dealt.reduce((smallest, part) => (part.sum < smallest.sum ? part : smallest));
    least.sum += size;
    least.positions.push(position);
  }
  return dealt.map(({ positions }) => positions);
}

/** Bytes of the Markdown a deck's folder holds; of a file by itself its own. At least one, so that decks without text are dealt out too. */
async function sizeOf({ file, isFolder }: DeckLocation, files: Effects['files']): Promise<number> {
  const texts = isFolder
    ? (await files.list(dirname(file))).filter((name) => name.endsWith('.md')).map((name) => join(dirname(file), name))
    : [file];
  return texts.reduce((sum, text) => sum + (files.sizeNow(text) ?? 0), 1);
}

/** Whether decks are divided among several machines. */
export function isDivided(asked: Shard | undefined, { env }: Effects): boolean {
  return asked !== undefined || fromEnvironment(env) !== undefined;
}

function fromEnvironment({ PILCROW_SHARDS: shards = '' }: Effects['env']): Shard | undefined {
  if (shards === '') return undefined;
  if (/^[1-9]\d*$/.test(shards)) return { count: Number(shards) };
  throw new DeckError(
    'usage',
    `PILCROW_SHARDS is "${shards}", expected how many shards there are, such as 8. Correct or unset it.`,
  );
}

function indexFrom(env: Effects['env'], count: number): number {
  const set = schedulers.filter(({ variable }) => (env[variable] ?? '') !== '');
  const [only] = set;
  const cure = `Say which one this is: --shard 1/${count}.`;
  if (only === undefined) {
    const names = schedulers.map(({ variable }) => variable).join(', ');
    throw new DeckError(
      'usage',
      `There are ${count} shards, and nothing says which one this is: none of ${names} is set. ${cure}`,
    );
  }
  if (set.length > 1) {
    const names = set.map(({ variable }) => variable).join(' and ');
    throw new DeckError('usage', `${names} are set, and each may say which of ${count} shards this is. ${cure}`);
  }
  return only.index(Number(env[only.variable]), env);
}
