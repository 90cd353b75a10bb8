import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('a temporary folder is gone after a listener that came later has written to it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pilcrow-leftovers-'));
  const module = new URL('../src/system/leftovers.ts', import.meta.url).href;
  const program = `
    import { mkdirSync } from 'node:fs';
    import { removeAtExit } from ${JSON.stringify(module)};
    removeAtExit(${JSON.stringify(folder)});
    process.on('exit', () => mkdirSync(${JSON.stringify(join(folder, 'profile'))}, { recursive: true }));
    await 0;
    process.exit(3);`;
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program]);
  const left = existsSync(folder);
  rmSync(folder, { recursive: true, force: true });
  expect({ status, left }).toEqual({ status: 3, left: false });
});
