import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { installed, runInstalled } from '../support/command.js';

const folder = mkdtempSync(join(tmpdir(), 'pilcrow-cli-'));
const deck = (name: string, text: string): void => {
  mkdirSync(join(folder, 'slides', name), { recursive: true });
  writeFileSync(join(folder, 'slides', name, 'deck.md'), `---\nlang: en\n---\n${text}`);
};
deck('clean', '# Clean\n\n```mermaid {alt="A ship"}\nflowchart LR\n    ship\n```\n');
deck('remote', '# Remote\n\n![The sea](https://pictures.example/sea.jpg)\n');
deck('wrong', '# Wrong\n\n![](none.png)\n\n::: colums\n:::\n');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the installed command, where no terminal is', () => {
  test('says each stage on a plain line, on standard error', async () => {
    const { code, printed, reported } = await runInstalled(['export', 'clean', '--force', '--to', 'html,pdf'], folder);
    expect([code, ...printed]).toEqual([0]);
    const stages = reported.map((line) => line.replace(/\d+\.\d\d s/, 'N s'));
    // The two editions are laid out side by side.
    expect(stages.sort()).toEqual([
      'Open dist/export/clean/clean.html',
      expect.stringMatching(/^clean: draw: 1 diagram.*, N s$/),
      'clean: measure: 1 slide, N s',
      'clean: print: 1 slide, N s',
      'clean: write: 2 files in dist, N s',
    ]);
  });

  test('uses no colour and no control character, asked for or not', async () => {
    for (const env of [{}, { NO_COLOR: '1' }, { FORCE_COLOR: '3' }]) {
      const { printed, reported } = await runInstalled(['check', 'wrong', '--force'], folder, env);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
      expect([...printed, ...reported].join('\n')).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
    }
  });

  test('says only what is wrong when it is to be quiet', async () => {
    expect(await runInstalled(['build', 'clean', '--quiet', '--force'], folder)).toEqual({
      code: 0,
      printed: [],
      reported: [],
    });
    expect(await runInstalled(['check', 'clean', '--quiet'], folder)).toEqual({ code: 0, printed: [], reported: [] });
    const { code, reported } = await runInstalled(['build', 'remote', '--quiet'], folder);
    expect(code).toBe(0);
    expect(reported).toEqual([
      expect.stringMatching(/^slides\/remote\/deck\.md:6:1 warning remote-resource /),
      'slides/remote/deck.md: 1 warning',
    ]);
  });

  test('checks all decks, says what is wrong on standard output, each line with its place', async () => {
    const { code, printed } = await runInstalled(['check', '--quiet'], folder);
    expect(code).toBe(1);
    const said = printed.filter((line) => !line.startsWith('    '));
    expect(said.map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual([
      'slides/remote/deck.md:6:1 warning remote-resource',
      'slides/remote/deck.md: 1 warning',
      'slides/wrong/deck.md:6:1 error alt-text',
      'slides/wrong/deck.md:6:1 error image-missing',
      'slides/wrong/deck.md:8:1 warning unknown-directive',
      'slides/wrong/deck.md: 2 errors,',
    ]);
  });

  test('names places from the folder one stands in', async () => {
    const { printed } = await runInstalled(['check', '--quiet'], join(folder, 'slides/wrong'));
    expect(printed[0]).toMatch(/^deck\.md:6:1 error /);
  });

  test('is content when nobody reads on', async () => {
    const child = spawn(process.execPath, [installed, 'check', '--quiet'], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (data) => {
      said += String(data);
    });
    child.stdout.destroy();
    await new Promise((resolve) => child.on('exit', resolve));
    expect(said).toBe('');
  });
});
