import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { root } from '../support/command.js';
import { compileInMemory } from '../support/fuzz/compile-in-memory.js';
import { pathological } from '../support/fuzz/pathological.js';

/** Of processor time: on a busy machine any deck is slow. */
const seconds = 15;

test('2,000 random and damaged decks neither crash nor hang nor write elsewhere', { timeout: 400_000 }, async () => {
  const args = ['--import', 'tsx', 'scripts/fuzz.ts', '--decks', '2000', '--seed', '20261'];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root });
  expect(stdout).toContain('2000 decks of seed 20261: 0 crashed, hung or wrote elsewhere');
});

describe('an input that is all of one kind comes to an end', () => {
  const beside = { 'references.yaml': '- { id: a, title: T }\n', 'sources/a.md': '¶1 a b c 1,000 words\n' };
  test.each(Object.entries(pathological))('%s', async (name, make) => {
    const size = / in |around|nested|opened|never/.test(name) ? 10_000 : 4_000;
    const before = process.cpuUsage();
    await compileInMemory({ 'deck.md': make(size), ...beside }, { cited: false });
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(seconds);
  });
});
