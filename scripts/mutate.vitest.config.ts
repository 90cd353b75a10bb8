import { env } from 'node:process';
import { defineConfig } from 'vitest/config';

/** The tests that look at a changed room (scripts/mutate.ts). */
export default defineConfig({
  test: {
    include: [env.PILCROW_MUTATED_TESTS ?? 'test/*.test.ts'],
    exclude: ['test/*.long.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
