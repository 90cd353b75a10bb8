import { parseArgs } from 'node:util';
import { type Arena, makeArena } from '../test/support/faults/arena.js';
import { type Fault, faults } from '../test/support/faults/faults.js';
import { canMount } from '../test/support/faults/workplace.js';
import { soakMemory } from './soak-memory.js';
import { soakRequests } from './soak-requests.js';
import { soakTurbo } from './soak-turbo.js';

/**
 * Every fault, many times, at moments and places drawn from a seed, and a walk through every deck that records its requests; prints
 * the README's table and, last, one line that sums up. The same faults strike once or twice in `npm test`. `--times 20`, `--seed 1`,
 * `--only "disk full"`; `--only requests` is the walk alone, `--only turbo` a repository of decks built by Turborepo, `--only memory` what
 * decks with large files take.
 */
const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
  },
});

const chosen = faults.filter(({ name }) => name.includes(values.only));
const rows: string[] = [];
const sum = { made: 0, refused: 0, broken: 0 };
if (chosen.length > 0) {
  const arena = await makeArena();
  try {
    for (const fault of chosen) rows.push(await tryOften(fault, arena));
  } finally {
    arena.place.remove();
  }
}
const isWalked = values.only === '' || values.only === 'requests';
const { walks, asked } = isWalked ? await soakRequests((line) => console.error(line)) : { walks: 0, asked: 0 };
const isTurbo = values.only === '' || values.only === 'turbo';
const isTurboRight = !isTurbo || (await soakTurbo((line) => console.error(line)));
const isWeighed = values.only === '' || values.only === 'memory';
const { decks, tooMuch } = isWeighed ? await soakMemory((line) => console.error(line)) : { decks: 0, tooMuch: 0 };
console.log(['| fault | how it is caused | times | outcome |', '|---|---|--:|---|', ...rows].join('\n'));
console.log(
  `${sum.made + sum.refused + sum.broken} faults: ${wordsOf(sum)}; ${walks} walks: ${asked} requests to others; ${decks} decks with large files: ${tooMuch} took too much memory`,
);
process.exitCode = sum.broken === 0 && asked === 0 && isTurboRight && tooMuch === 0 ? 0 : 1;

async function tryOften(fault: Fault, arena: Arena): Promise<string> {
  const { name, how, mounts = false } = fault;
  if (mounts && !canMount) return `| ${name} | ${how} | 0 | not tried: no mounts may be made here |`;
  const counts = { made: 0, refused: 0, broken: 0 };
  for (let time = 0; time < Number(values.times); time += 1) {
    try {
      counts[await fault.strike(arena, seeded(Number(values.seed) * 1000 + time), time)] += 1;
    } catch (error) {
      counts.broken += 1;
      console.error(`${name}, seed ${values.seed}, time ${time}:\n${error instanceof Error ? error.message : error}\n`);
    }
  }
  for (const what of ['made', 'refused', 'broken'] as const) sum[what] += counts[what];
  const words = wordsOf(counts);
  console.error(`${name}: ${words}`);
  return `| ${name} | ${how} | ${values.times} | ${words} |`;
}

function wordsOf(counts: Readonly<Record<string, number>>): string {
  const outcome = Object.entries(counts).filter(([, count]) => count > 0);
  return outcome.map(([what, count]) => `${count} ${what}`).join(', ') || 'none';
}

/** Mulberry32: the same numbers for the same seed. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
