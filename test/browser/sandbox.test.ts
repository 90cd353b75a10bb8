import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { run } from '../support/command.js';

const root = mkdtempSync(join(tmpdir(), 'pilcrow-sandbox-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
mkdirSync(join(root, 'slides/talk'), { recursive: true });
writeFileSync(join(root, 'slides/talk/deck.md'), '---\nlang: en\n---\n# Talk\n');

/** Root's browser never has a sandbox; elsewhere it depends on the system. */
const isRoot = process.getuid?.() === 0;

test.runIf(isRoot)('without a sandbox a deck that is not trusted is not shown', async () => {
  for (const command of ['check', 'build', 'export']) {
    const { code, reported } = await run([command, 'talk', '--untrusted', '--quiet', '--force'], root);
    expect([command, code]).toEqual([command, 1]);
    expect(reported).toEqual([
      expect.stringMatching(/^pilcrow: The browser has no sandbox here: root cannot have one\..* with --no-sandbox /),
    ]);
  }
});

test('where that is given by name it is shown, and check --verbose says so', async () => {
  const { code, reported } = await run(['check', 'talk', '--untrusted', '--no-sandbox', '--verbose', '--force'], root);
  expect(code).toBe(0);
  expect(reported).toContainEqual(
    expect.stringMatching(/^pilcrow: the browser was .+, without its sandbox: --no-sandbox was given\.$/),
  );
});

test.runIf(isRoot)(
  'a trusted deck is shown, check --verbose says why there is no sandbox, and a build is quiet',
  async () => {
    const checked = await run(['check', 'talk', '--verbose', '--force'], root);
    expect(checked.reported).toContainEqual(expect.stringMatching(/without its sandbox: root cannot have one\.$/));
    const built = await run(['build', 'talk', '--quiet', '--force'], root);
    expect([built.code, built.reported]).toEqual([0, []]);
  },
);

test('where nothing has to be shown, that is said', async () => {
  await run(['check', 'talk', '--quiet'], root);
  const { reported } = await run(['check', 'talk', '--verbose', '--quiet'], root);
  expect(reported).toEqual(['pilcrow: no browser was started: drawings and layouts came from the cache.']);
});
