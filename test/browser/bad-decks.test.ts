import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Outcome, run } from '../support/command.js';
import { fixtureFolder } from '../support/twins.js';

const bad = join(fixtureFolder('decks'), 'bad');
const out = mkdtempSync(join(tmpdir(), 'pilcrow-bad-decks-'));

/** Decks by name, folders and single files; parts of others, twins and what is no deck left out. */
const decks = readdirSync(bad).filter((name) =>
  statSync(join(bad, name)).isDirectory()
    ? readdirSync(join(bad, name)).includes('deck.md')
    : name.endsWith('.md') && !['README.md', 'include-cycle-part.md'].includes(name),
);
const pathOf = (deck: string): string => (deck.endsWith('.md') ? deck : `${deck}/deck.md`);

let checked: Outcome;
/** What is said of each deck: its own lines end with one that counts them, or says that nothing was found. */
const said = new Map<string, readonly string[]>();

beforeAll(async () => {
  checked = await run(['check', ...decks], bad);
  let rest = messages(checked.printed);
  for (const deck of decks) {
    const end = rest.findIndex((line) => line.startsWith(`${pathOf(deck)}: `)) + 1;
    said.set(deck, rest.slice(0, end));
    rest = rest.slice(end);
  }
  expect(rest).toEqual([]);
});
afterAll(() => rmSync(out, { recursive: true, force: true }));

/** A message with its cure on one line; the author's own lines below it left out. */
function messages(printed: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const line of printed) {
    if (!line.startsWith('    ')) lines.push(line);
    else if (!/^ +\d* \| /.test(line)) lines.push(`${lines.pop()} ${line.trim()}`);
  }
  return lines;
}

test.each(decks)('%s', async (deck) => {
  const lines = said.get(deck) ?? [];
  expect(lines).not.toEqual([]);
  for (const line of lines.slice(0, -1)) {
    expect(line).toMatch(/^[\w./-]+:\d+:\d+ (error|warning|note) [\w-]+ \S/);
    const [, path = '', number = ''] = /^(.*?):(\d+):/.exec(line) ?? [];
    expect(readFileSync(join(bad, path), 'utf8').split('\n').length).toBeGreaterThanOrEqual(Number(number));
  }
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(join(bad, `${deck.replace(/\.md$/, '')}.txt`));
});

test('one run says all of it, and its exit code is 1', () => {
  expect(checked.code).toBe(1);
  expect(checked.reported.filter((line) => !/: (draw|measure): .* s$/.test(line))).toEqual([]);
});

describe('build', () => {
  let built: Outcome;
  let broken: readonly string[];
  beforeAll(async () => {
    broken = decks.filter((deck) => said.get(deck)?.some((line) => / error [\w-]+ /.test(line)));
    built = await run(['build', ...decks, '--out', out], bad);
  });

  test('writes the decks without an error, and no other', () => {
    const written = decks.filter((deck) => !broken.includes(deck)).map((deck) => deck.replace(/\.md$/, ''));
    expect(built.code).toBe(1);
    expect(
      readdirSync(join(out, 'site'), { withFileTypes: true }).flatMap((entry) =>
        entry.isDirectory() && entry.name !== 'assets' ? entry.name : [],
      ),
    ).toEqual(written);
    expect(readdirSync(out)).toEqual(['site']);
  });

  test('says so of each that is not written', () => {
    for (const deck of broken) {
      const name = deck.replace(/\.md$/, '');
      expect(built.reported).toContain(
        `${pathOf(deck)}:1:1 ${name} was not written: it has errors. --draft writes it all the same.`,
      );
    }
  });
});

test('a folder without a deck is one line, and exit code 1', async () => {
  expect(await run(['build', 'no-deck', '--out', out], bad)).toEqual({
    code: 1,
    printed: [],
    reported: ['pilcrow: no-deck is a folder without a deck.md. A deck is a folder that holds one.'],
  });
});
