import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deal, type Shard, shardOf } from '../src/commands/shard.js';
import { findDecks } from '../src/commands/targets.js';
import { testEffects } from './support/effects.js';

const root = mkdtempSync(join(tmpdir(), 'pilcrow-shard-'));
const names = ['a', 'b', 'c', 'd', 'e'];

beforeAll(() => {
  for (const [index, name] of names.entries()) {
    mkdirSync(join(root, 'slides', name), { recursive: true });
    writeFileSync(join(root, 'slides', name, 'deck.md'), `# ${name}\n\n${'word '.repeat(100 * (index + 1))}\n`);
  }
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function shard(asked: Shard | undefined, env: Record<string, string> = {}): Promise<readonly string[]> {
  const effects = testEffects(root, { env });
  return (await shardOf(await findDecks([], effects), asked, effects)).map(({ name }) => name);
}

describe('decks are divided', () => {
  test('by their sizes, each to one shard', async () => {
    expect(await shard({ index: 1, count: 2 })).toEqual(['a', 'b', 'e']);
    expect(await shard({ index: 2, count: 2 })).toEqual(['c', 'd']);
    expect(await shard(undefined)).toEqual(names);
    expect(await shard({ index: 7, count: 8 })).toEqual([]);
  });

  test('whatever the sizes, so that each is in one part and no part waits long for another', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 1000 }), { maxLength: 60 });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 9 }), (sizes, count) => {
        const parts = deal(sizes, count);
        expect(parts.flat().sort((a, b) => a - b)).toEqual(sizes.map((_, index) => index));
        const sums = parts.map((part) => part.reduce((sum, position) => sum + (sizes[position] ?? 0), 0));
        // Of dealing to whoever has least: no part has more than another and the one deck it was given last.
        expect(Math.max(...sums) - Math.min(...sums)).toBeLessThanOrEqual(Math.max(0, ...sizes));
      }),
    );
  });
});

describe('a scheduler says which shard this is', () => {
  test.each([
    ['Kubernetes, first', { JOB_COMPLETION_INDEX: '0' }, 1],
    ['Kubernetes, last', { JOB_COMPLETION_INDEX: '1' }, 2],
    ['Slurm, first', { SLURM_ARRAY_TASK_ID: '10', SLURM_ARRAY_TASK_MIN: '10' }, 1],
    ['Slurm, last', { SLURM_ARRAY_TASK_ID: '11', SLURM_ARRAY_TASK_MIN: '10' }, 2],
    ['Slurm by steps', { SLURM_ARRAY_TASK_ID: '15', SLURM_ARRAY_TASK_MIN: '10', SLURM_ARRAY_TASK_STEP: '5' }, 2],
    ['GitLab, first', { CI_NODE_INDEX: '1' }, 1],
    ['GitLab, last', { CI_NODE_INDEX: '2' }, 2],
  ])('%s', async (_name, env, index) => {
    const expected = await shard({ index, count: 2 });
    expect(await shard({ count: 2 }, env)).toEqual(expected);
    expect(await shard(undefined, { ...env, PILCROW_SHARDS: '2' })).toEqual(expected);
  });

  test.each([
    ['a shard that there is not', { index: 3, count: 2 }, {}, 'Shard 3/2 is none'],
    ['a number of Slurm beyond the count', { count: 2 }, { SLURM_ARRAY_TASK_ID: '2' }, 'Shard 3/2 is none'],
    ['what is no number', { count: 2 }, { CI_NODE_INDEX: 'two' }, 'Shard NaN/2 is none'],
    ['nothing that says it', { count: 2 }, {}, 'nothing says which one this is'],
    ['two that say it', { count: 2 }, { CI_NODE_INDEX: '1', JOB_COMPLETION_INDEX: '1' }, 'each may say which'],
    ['a count that is none', undefined, { PILCROW_SHARDS: 'many' }, 'PILCROW_SHARDS is "many"'],
  ])('not %s', async (_name, asked, env, message) => {
    await expect(shard(asked, env)).rejects.toMatchObject({ code: 'usage', message: expect.stringContaining(message) });
  });
});
