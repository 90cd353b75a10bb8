import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { run } from './support/command.js';
import { fixtureFolder } from './support/twins.js';

const folder = mkdtempSync(join(tmpdir(), 'pilcrow-inputs-'));
cpSync(fixtureFolder('many-decks'), folder, { recursive: true });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('what a deck is made from is printed, what would count if it were there too', async () => {
  const { code, printed } = await run(['inputs', 'decks/harbour'], folder);
  expect(code).toBe(0);
  expect(printed).toEqual(
    expect.arrayContaining([
      'decks/harbour/deck.md',
      'decks/harbour/references.yaml',
      'decks/harbour/sources/*',
      'shared/quay.svg',
    ]),
  );
  expect(printed.filter((file) => /node_modules|woff2|tide|^\//.test(file))).toEqual([]);
});

test('turbo.json of each deck, and of the repository where there is none', async () => {
  const { code, reported } = await run(['inputs', 'decks/harbour', 'decks/tide', '--turbo'], folder);
  expect([code, reported]).toEqual([
    0,
    [expect.stringContaining('decks/harbour/turbo.json: '), expect.stringContaining('decks/tide/turbo.json: ')],
  ]);
  const written = readFileSync(join(folder, 'decks/harbour/turbo.json'), 'utf8');
  await expect(written).toMatchFileSnapshot('fixtures/inputs/harbour.turbo.json');
  await expect(readFileSync(join(folder, 'turbo.json'), 'utf8')).toMatchFileSnapshot(
    'fixtures/inputs/repository.turbo.json',
  );
  writeFileSync(join(folder, 'turbo.json'), '{ "tasks": {} }');
  expect((await run(['inputs', 'decks/tide', '--turbo'], folder)).code).toBe(0);
  expect(readFileSync(join(folder, 'turbo.json'), 'utf8')).toBe('{ "tasks": {} }');
});

test('a name that Turborepo would read as a pattern is meant as it is', async () => {
  const text = readFileSync(join(folder, 'decks/harbour/deck.md'), 'utf8');
  writeFileSync(join(folder, 'shared/quay [old].svg'), readFileSync(join(folder, 'shared/quay.svg')));
  writeFileSync(join(folder, 'decks/harbour/deck.md'), text.replace('quay.svg', 'quay%20[old].svg'));
  await run(['inputs', 'decks/harbour', '--turbo'], folder);
  writeFileSync(join(folder, 'decks/harbour/deck.md'), text);
  expect(JSON.parse(readFileSync(join(folder, 'decks/harbour/turbo.json'), 'utf8')).tasks.build.inputs).toContain(
    '$TURBO_ROOT$/shared/quay \\[old\\].svg',
  );
});

test('a file outside the repository is said, and a deck that is no package is refused', async () => {
  const inner = join(folder, 'decks');
  const outside = await run(['inputs', 'harbour', '--turbo'], inner);
  expect([outside.code, outside.reported[0]]).toEqual([0, expect.stringContaining('shared/quay.svg lies outside')]);
  mkdirSync(join(folder, 'decks/bare'));
  writeFileSync(join(folder, 'decks/bare/deck.md'), '# Bare\n');
  const bare = await run(['inputs', 'decks/bare', '--turbo'], folder);
  expect([bare.code, bare.reported.at(-1)]).toEqual([2, expect.stringContaining('has no package.json')]);
  expect((await run(['inputs', 'decks/bare'], folder)).printed).toContain('decks/bare/deck.md');
});
