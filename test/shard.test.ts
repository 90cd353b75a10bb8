import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Costs, likelyCosts, readCosts } from '../src/commands/costs.js';
import { deal, type Shard, shardOf } from '../src/commands/shard.js';
import { findDecks } from '../src/commands/targets.js';
import { run } from './support/command.js';
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

describe('decks are divided by what they cost last time', () => {
  const costs = (of: Readonly<Record<string, number>>): Costs => new Map(Object.entries(of));
  const part = async (index: number, known: Costs): Promise<readonly string[]> => {
    const effects = testEffects(root);
    return (await shardOf(await findDecks([], effects), { index, count: 2 }, effects, known)).map(({ name }) => name);
  };

  test('whatever their sizes', async () => {
    const known = costs({ a: 90, b: 20, c: 20, d: 20, e: 20 });
    expect([await part(1, known), await part(2, known)]).toEqual([['a'], ['b', 'c', 'd', 'e']]);
  });

  test('those that are new by their size, as the others cost', () => {
    const decks = ['old', 'older', 'new', 'constructor'].map((name, index) => ({ name, size: 100 * (index + 1) }));
    expect(likelyCosts(decks, costs({ old: 5, older: 10, gone: 900 }))).toEqual([5, 10, 15, 20]);
    expect(likelyCosts(decks, costs({}))).toEqual([100, 200, 300, 400]);
  });

  test('which a shard writes of its own decks beside what it made', async () => {
    const out = join(root, 'part');
    const made = async (more: readonly string[]): Promise<unknown> => {
      const { code } = await run(['export', 'a', 'b', '--to', 'md', '--shard', '1/1', '--out', out, ...more], root);
      expect(code).toBe(0);
      return JSON.parse(readFileSync(join(out, 'costs.json'), 'utf8'));
    };
    expect(await made([])).toEqual({ a: expect.any(Number), b: expect.any(Number) });
    writeFileSync(join(root, 'before.json'), JSON.stringify({ a: 7, b: 8, c: 9 }));
    expect(await made(['--costs', 'before.json'])).toEqual({ a: expect.any(Number), b: expect.any(Number) });
    const alone = join(root, 'alone');
    await run(['export', 'a', '--to', 'md', '--out', alone], root);
    expect(existsSync(join(alone, 'costs.json'))).toBe(false);
  });

  test('a file that is not there yet is said, and one that records none is an error', async () => {
    const effects = testEffects(root);
    expect([...(await readCosts('none.json', effects))]).toEqual([]);
    expect(effects.reported).toEqual([
      'pilcrow: none.json is not there, so decks are divided by the size of their texts.',
    ]);
    for (const text of ['', '[]', '{"a": "1 s"}', '{"a": -1}']) {
      writeFileSync(join(root, 'wrong.json'), text);
      await expect(readCosts('wrong.json', effects)).rejects.toMatchObject({
        code: 'usage',
        message: expect.stringContaining('wrong.json records no costs'),
      });
    }
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
