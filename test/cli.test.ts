import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { nodeFiles } from '../src/system/node-files.js';
import { run } from './support/command.js';

const folder = mkdtempSync(join(tmpdir(), 'pilcrow-cli-'));
mkdirSync(join(folder, 'slides/harbour'), { recursive: true });
writeFileSync(join(folder, 'slides/harbour/deck.md'), '# Harbour\n');
mkdirSync(join(folder, 'empty'));
mkdirSync(join(folder, 'odd/deck.md'), { recursive: true });
mkdirSync(join(folder, 'other'));
writeFileSync(join(folder, 'other/harbour.md'), '# Another harbour\n');
symlinkSync('loop', join(folder, 'loop'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const lines = async (...args: readonly string[]): Promise<readonly (string | number)[]> => {
  const { code, printed, reported } = await run(args, folder);
  return [code, ...printed, ...reported];
};

describe('help', () => {
  test('lists the commands, on standard output', async () => {
    const { code, printed, reported } = await run(['--help'], folder);
    expect([code, ...reported]).toEqual([0]);
    for (const command of ['build', 'export', 'check', 'dev'])
      expect(printed.join('\n')).toMatch(new RegExp(`^  ${command} `, 'm'));
  });

  test('of a command lists its options', async () => {
    const { code, printed } = await run(['export', '--help'], folder);
    expect(code).toBe(0);
    for (const option of ['--out', '--to', '--steps', '--cut', '--draft', '--force', '--quiet', '--browser']) {
      expect(printed.join('\n')).toContain(option);
    }
  });

  test('comes on standard error when nothing was asked', async () => {
    const { code, printed, reported } = await run([], folder);
    expect([code, ...printed]).toEqual([2]);
    expect(reported[0]).toMatch(/^Usage: pilcrow/);
  });
});

describe('wrong usage is exit code 2 and one clear message', () => {
  const help = 'Run pilcrow --help for the commands and their options.';
  test.each([
    [['biuld'], "error: unknown command 'biuld'", '(Did you mean build?)'],
    [
      ['check', '--browser', 'bundled', '--no-browser'],
      'error: --browser and --no-browser exclude each other. Give one of them.',
    ],
    [
      ['check', '--no-browser', '--browser', 'bundled'],
      'error: --browser and --no-browser exclude each other. Give one of them.',
    ],
    [['build', '--darft'], "error: unknown option '--darft'", '(Did you mean --draft?)'],
    [
      ['export', '--to', 'doc'],
      `error: option '--to <formats>' argument 'doc' is invalid. There is no format "doc"; formats are html, pdf, handout, worksheet, ticket, key, reader, docx, epub, glossary, md, png, pptx, quiz, svg, txt, and all.`,
    ],
    [
      ['export', '--to', ''],
      `error: option '--to <formats>' argument '' is invalid. There is no format ""; formats are html, pdf, handout, worksheet, ticket, key, reader, docx, epub, glossary, md, png, pptx, quiz, svg, txt, and all.`,
    ],
    [
      ['export', '--steps', 'some'],
      "error: option '--steps <which>' argument 'some' is invalid. Allowed choices are final, all.",
    ],
    [
      ['build', '--cut', 'short'],
      "error: option '--cut <minutes>' argument 'short' is invalid. Expected a number of minutes, or all.",
    ],
    [
      ['build', '--cut', '0'],
      "error: option '--cut <minutes>' argument '0' is invalid. Expected a number of minutes, or all.",
    ],
    [
      ['dev', '--cut', 'all'],
      "error: option '--cut <minutes>' argument 'all' is invalid. Expected a number of minutes.",
    ],
    [['build', '--out'], "error: option '--out <folder>' argument missing"],
    [
      ['dev', '--port', '99999'],
      "error: option '--port <number>' argument '99999' is invalid. Expected a port from 0 to 65535.",
    ],
  ] as const)('%j', async (args, ...said) => {
    expect(await lines(...args)).toEqual([2, ...said, help]);
  });

  test('two decks that would write the same files', async () => {
    expect(await lines('build', 'harbour', 'other/harbour.md')).toEqual([
      2,
      'pilcrow: Two decks are called harbour and would write the same files. Make them one after the other with different --out.',
    ]);
  });
});

describe('a deck that is not there is exit code 1 and one line', () => {
  test.each([
    ['harbor', 'pilcrow: There is no deck harbor: no such file or folder, nor slides/harbor. Did you mean harbour?'],
    [
      'nothing/like/it',
      'pilcrow: There is no deck nothing/like/it: no such file or folder, nor slides/nothing/like/it. Name a folder with deck.md or a Markdown file.',
    ],
    ['empty', 'pilcrow: empty is a folder without a deck.md. A deck is a folder that holds one.'],
    ['odd', 'pilcrow: odd is a folder without a deck.md. A deck is a folder that holds one.'],
  ])('%s', async (name, said) => {
    for (const command of ['build', 'export', 'check']) expect(await lines(command, name)).toEqual([1, said]);
  });

  test('a link that leads to itself', async () => {
    expect(await lines('check', 'loop')).toEqual([
      1,
      `pilcrow: ${join(folder, 'loop')} could not be read: its links lead back to it; put that in order and run the command again.`,
    ]);
  });

  test('no deck at all', async () => {
    const { code, reported } = await run(['build'], join(folder, 'empty'));
    expect([code, reported.length]).toEqual([1, 1]);
    expect(reported[0]).toContain("Name a deck's folder or a Markdown file.");
  });
});

test('a bug is printed with its stack, and asks to be reported', async () => {
  const { code, reported } = await run(['check', 'harbour'], folder, {
    files: {
      read: () => Promise.reject(new TypeError('not a trouble of the user')),
      readNow: () => undefined,
      sizeNow: () => undefined,
      hashNow: () => undefined,
      stream: nodeFiles.stream,
      kind: () => Promise.resolve('file'),
      list: () => Promise.resolve([]),
      replace: () => Promise.resolve(),
      remove: () => Promise.resolve(),
    },
  });
  expect(code).toBe(1);
  expect(reported[0]).toBe('pilcrow: this is a bug in Pilcrow, please report it.');
  expect(reported.join('\n')).toMatch(/TypeError: not a trouble of the user\n\s+at /);
});
