import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Arena, makeArena } from '../support/faults/arena.js';
import { moments, strikeAt } from '../support/faults/signal-faults.js';

let arena: Arena;
beforeAll(async () => {
  arena = await makeArena();
});
afterAll(() => arena.place.remove());

// One of the signals each; `npm run soak` sends both at every moment.
const strikes = moments.map((moment, index) => [index % 2 === 0 ? 'SIGINT' : 'SIGTERM', moment.what, moment] as const);
test.each(strikes)('%s is survived when %s', async (signal, _, moment) => {
  expect(['made', 'refused']).toContain(await strikeAt(arena, moment, signal));
});

test('the set moments are ten and more', () => {
  expect(new Set(moments.map(({ what }) => what)).size).toBeGreaterThanOrEqual(10);
});
