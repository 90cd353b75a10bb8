import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkEvidence, type EvidenceOptions } from '../src/commands/evidence.js';
import { formatDiagnostic } from '../src/model/diagnostic.js';
import type { Evidence } from '../src/model.js';
import { parseDeck } from '../src/parse/deck.js';
import { locateDeck, readDeck } from '../src/read/deck.js';
import { run } from './support/command.js';
import { testEffects } from './support/effects.js';
import { fixtureFolder } from './support/twins.js';

/** A copy of the deck `harbour` with its sources and without its lock. */
function harbour() {
  const cwd = mkdtempSync(join(tmpdir(), 'pilcrow-evidence-'));
  const folder = join(cwd, 'slides', 'harbour');
  cpSync(join(fixtureFolder('evidence'), 'harbour'), folder, { recursive: true });
  const file = (name: string): string => join(folder, name);
  renameSync(file('evidence.lock.json'), file('expected.json'));
  const change = (from: string, to: string): void => {
    const text = readFileSync(file('deck.md'), 'utf8');
    expect(text).toContain(from);
    writeFileSync(file('deck.md'), text.replace(from, to));
  };
  const lock = (): string => readFileSync(file('evidence.lock.json'), 'utf8');
  const check = async (options: EvidenceOptions = {}, path = 'slides/harbour'): Promise<Evidence> => {
    const effects = testEffects(cwd);
    const location = await locateDeck(path, effects);
    if (location === undefined) throw new Error('no deck');
    return checkEvidence(parseDeck(await readDeck(location, effects)), location, options, effects);
  };
  const takeAway = (): void => renameSync(file('sources'), file('elsewhere'));
  return { cwd, folder, file, change, lock, check, takeAway };
}

function said({ diagnostics }: Evidence): readonly string[] {
  return diagnostics.map(formatDiagnostic);
}

describe('the evidence of a deck', () => {
  test('is checked against its sources; the lock is written only when asked for', async () => {
    const { check, file, lock } = harbour();
    expect(said(await check())).toEqual([
      'slides/harbour/evidence.lock.json:1:1 warning lock-stale There is no evidence.lock.json: without the sources, no claim can be verified. Write it with `pilcrow check --update-lock`.',
    ]);
    expect(existsSync(file('evidence.lock.json'))).toBe(false);
    expect(said(await check({ updateLock: true }))).toEqual([]);
    expect(lock()).toBe(readFileSync(file('expected.json'), 'utf8'));
    expect(said(await check({ frozen: true }))).toEqual([]);
  });

  test('holds without the sources, for the claims of the lock and no other', async () => {
    const { check, change, takeAway, lock } = harbour();
    await check({ updateLock: true });
    takeAway();
    const verified = lock();
    expect(said(await check({ frozen: true }))).toEqual([]);
    expect(said(await check({ updateLock: true }))).toEqual([]);
    expect(lock()).toBe(verified);
    change('1,250,000', '1,350,000');
    expect(said(await check()).join('\n')).toMatch(/^slides\/harbour\/deck\.md:\d+:\d+ error source-absent /);
  });

  test('makes a stale lock an error where it is frozen', async () => {
    const { check, change } = harbour();
    await check({ updateLock: true });
    change('bets on slower ships', 'counts on slower ships');
    expect(said(await check()).join()).toContain('warning lock-stale evidence.lock.json is not up to date');
    expect(said(await check({ frozen: true })).join()).toContain('error lock-stale');
  });

  test('is reviewed by name and day, until the claim changes', async () => {
    const { check, change } = harbour();
    const { claims } = await check({ review: 'Anna K.' });
    const passed = claims.filter(({ by }) => by === 'source');
    expect(passed.length).toBeGreaterThan(20);
    for (const { reviews } of passed) expect(reviews).toEqual([{ who: 'Anna K.', when: '2024-02-24' }]);
    change('bets on slower ships', 'counts on slower ships');
    const lapsed = (await check()).claims.filter(({ by, reviews }) => by === 'source' && reviews.length === 0);
    expect(lapsed.length).toBeGreaterThan(0);
  });

  test.each([
    ['{"format": 9}', 'The lock is of format 9'],
    ['<<<<<<< ours\n', 'The lock holds a merge conflict.'],
  ])('leaves a lock alone that it cannot read: %s', async (text, message) => {
    const { check, file, lock } = harbour();
    writeFileSync(file('evidence.lock.json'), text);
    expect(said(await check({ updateLock: true })).join()).toContain(`error lock-format ${message}`);
    expect(lock()).toBe(text);
  });

  test('is nothing to a deck without sources, and to a file by itself', async () => {
    const { cwd, check } = harbour();
    mkdirSync(join(cwd, 'slides/plain'));
    const text = '## One\n\n- "Two" in 2031 [@nobody, ¶3]';
    writeFileSync(join(cwd, 'slides/plain/deck.md'), text);
    writeFileSync(join(cwd, 'slides/harbour/other.md'), text);
    for (const path of ['slides/plain', 'slides/harbour/other.md']) {
      const { claims, diagnostics } = await check({ updateLock: true, frozen: true }, path);
      expect([claims, diagnostics]).toEqual([[], []]);
    }
    expect(existsSync(join(cwd, 'slides/plain/evidence.lock.json'))).toBe(false);
  });
});

describe('pilcrow coverage', () => {
  test('prints the strip, for readers and for programs', async () => {
    const { cwd, file } = harbour();
    const { code, printed } = await run(['coverage', 'harbour'], cwd);
    expect(code).toBe(0);
    const expected = readFileSync(file('coverage.txt'), 'utf8').split('\n');
    expect(printed).toEqual(expected.filter((line) => line !== ''));
    const json = JSON.parse((await run(['coverage', 'harbour', '--json'], cwd)).printed.join('\n'));
    expect(json.sources[0]).toMatchObject({ key: 'ilvesson2021', isHere: true });
    expect(json.claims.total).toBeGreaterThan(20);
  });

  test('works from the lock alone, and says when a deck has no sources', async () => {
    const { cwd, check, takeAway } = harbour();
    await check({ updateLock: true });
    takeAway();
    expect((await run(['coverage', 'harbour'], cwd)).printed[0]).toContain(
      'ilvesson2021 (from the lock): 6 paragraphs',
    );
    writeFileSync(join(cwd, 'plain.md'), '## One');
    expect(await run(['coverage', 'plain.md'], cwd)).toMatchObject({
      code: 0,
      printed: ['plain.md has no sources. Add one with `pilcrow source add`.'],
    });
  });

  test('says what is wrong with the claims it cannot count', async () => {
    const { cwd, change } = harbour();
    change('1,250,000', '1,350,000');
    const { code, reported } = await run(['coverage', 'harbour'], cwd);
    expect(code).toBe(1);
    expect(reported[0]).toContain('error number The number 1,350,000 crowns is not in ilvesson2021 ¶2');
  });
});

describe('pilcrow source add', () => {
  test('adds a numbered source and says so', async () => {
    const { cwd, file } = harbour();
    writeFileSync(join(cwd, 'new.txt'), 'A paragraph of a new source, long enough to be one.\n');
    const added = await run(['source', 'add', 'harbour', 'new.txt', '--key', 'new2024'], cwd);
    expect(added).toMatchObject({
      code: 0,
      printed: [
        'slides/harbour/sources/new2024.md: 1 paragraph. Keep it out of git unless the text is yours.',
        'references: new2024 is described; complete its entry.',
      ],
    });
    expect(readFileSync(file('sources/new2024.md'), 'utf8')).toMatch(/^¶1 A paragraph/);
    const again = await run(['source', 'add', 'harbour', 'new.txt', '--key', 'new2024'], cwd);
    expect(again.code).toBe(2);
    expect(again.reported.join()).toContain('overwrite it with --replace');
    expect((await run(['source', 'add', 'harbour', 'new.txt', '--key', 'new2024', '--replace'], cwd)).code).toBe(0);
  });
});

test('pilcrow source add makes a key of who wrote the text and when, or of the file', async () => {
  const { cwd, file } = harbour();
  const body =
    'The harbour of Talvik opened in autumn. In its first year 1,240 ships came in, a third more than planned.';
  writeFileSync(join(cwd, 'new.txt'), `Talvik opens\n\nBy Anna Brévan\n\n14 March 2022\n\n${body}\n`);
  writeFileSync(join(cwd, 'My notes.txt'), `${body}\n`);
  writeFileSync(join(cwd, 'ships.csv'), 'year,ships\n2020,3\n2021,5\n');
  for (const [name, key] of [
    ['new.txt', 'brevan2022.md'],
    ['My notes.txt', 'mynotes.md'],
    ['ships.csv', 'ships.csv'],
  ] as const) {
    expect(await run(['source', 'add', 'harbour', name], cwd)).toMatchObject({ code: 0 });
    expect(existsSync(file(`sources/${key}`))).toBe(true);
  }
});

test.each([
  [['source', 'add', 'harbour', 'x.txt', '--replace'], 'Name it with --key.'],
  [['check', 'harbour', '--frozen', '--update-lock'], "'--update-lock' cannot be used with option '--frozen'"],
  [['check', 'harbour', '--review', ' '], 'Expected the name of who has read them.'],
  [['coverage'], "missing required argument 'deck'"],
])('%j is wrong usage', async (args, message) => {
  const { code, reported } = await run(args, harbour().cwd);
  expect(code).toBe(2);
  expect(reported.join()).toContain(message);
});
