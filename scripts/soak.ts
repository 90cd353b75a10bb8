import { parseArgs } from 'node:util';
import { makeArena } from '../test/support/faults/arena.js';
import { type Fault, faults } from '../test/support/faults/faults.js';
import { canMount } from '../test/support/faults/workplace.js';

/**
 * Every fault, many times, at moments and places drawn from a seed; prints the README's table. The same faults strike once or
 * twice in `npm test`. `--times 20`, `--seed 1`, `--only "disk full"`.
 */
const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
  },
});

const arena = await makeArena();
const rows: string[] = [];
let failed = 0;
try {
  for (const fault of faults.filter(({ name }) => name.includes(values.only))) rows.push(await tryOften(fault));
} finally {
  arena.place.remove();
}
console.log(['| fault | how it is caused | times | outcome |', '|---|---|--:|---|', ...rows].join('\n'));
process.exitCode = failed === 0 ? 0 : 1;

async function tryOften(fault: Fault): Promise<string> {
  const { name, how, mounts = false } = fault;
  if (mounts && !canMount) return `| ${name} | ${how} | 0 | not tried: no mounts may be made here |`;
  const counts = { made: 0, refused: 0, broken: 0 };
  for (let time = 0; time < Number(values.times); time += 1) {
    try {
      counts[await fault.strike(arena, seeded(Number(values.seed) * 1000 + time))] += 1;
    } catch (error) {
      counts.broken += 1;
      failed += 1;
      console.error(`${name}, seed ${values.seed}, time ${time}:\n${error instanceof Error ? error.message : error}\n`);
    }
  }
  const outcome = Object.entries(counts).filter(([, count]) => count > 0);
  const words = outcome.map(([what, count]) => `${count} ${what}`).join(', ');
  console.error(`${name}: ${words}`);
  return `| ${name} | ${how} | ${values.times} | ${words} |`;
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
