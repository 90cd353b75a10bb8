import { env } from 'node:process';
import { defineConfig } from 'vitest/config';

/** Tests of large sets: `unit` tries a share of each, `long` all of it (test/support/share.ts). */
const sharedOut = [
  'chart',
  'check-rules',
  'evidence-decks',
  'evidence-probes',
  'map',
  'marker-unread',
  'quiz',
  'relations-stacks',
  'slide-document',
  'words',
].map((name) => `test/${name}.test.ts`);

export default defineConfig({
  test: {
    globalSetup: 'test/support/own-temporary-folder.ts',
    // What was transformed is kept beside the packages, by its content: a second run takes 4 s of processor time less.
    experimental: { fsModuleCache: true },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/*.test.ts'],
          exclude: ['test/*.long.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // What is tested is made and dropped at once; with more room for the new, less of it is moved before it is dropped.
          execArgv: ['--max-semi-space-size=64'],
          // What is tested keeps no state of its own; loading it anew for each file took half of the time.
          isolate: false,
          maxWorkers: '100%',
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'long',
          include: ['test/*.long.test.ts', ...sharedOut],
          env: { PILCROW_TESTS: 'whole' },
          testTimeout: 60_000,
          hookTimeout: 60_000,
          isolate: false,
          maxWorkers: '100%',
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 300_000,
          // A shared machine can starve a browser for seconds; what fails twice is broken.
          retry: env.CI === undefined ? 0 : 1,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
