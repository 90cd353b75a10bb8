import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { jsonReport } from '../src/check/report/json.js';
import { sarifReport } from '../src/check/report/sarif.js';
import { merge } from '../src/commands/merge.js';
import type { Diagnostic } from '../src/model.js';
import { testEffects } from './support/effects.js';

const root = mkdtempSync(join(tmpdir(), 'pilcrow-merge-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const entry = (name: string): string =>
  JSON.stringify({
    name,
    title: `About ${name}`,
    lang: 'en',
    slides: 3,
    source: name,
    files: ['deck.json', 'index.html'],
  });

/** A folder as a machine leaves it that made these decks. */
function made(folder: string, decks: readonly string[], page = 'a page'): void {
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, folder, path)), { recursive: true });
    writeFileSync(join(root, folder, path), text);
  };
  for (const deck of decks) {
    put(`site/${deck}/index.html`, `${page} of ${deck}`);
    put(`site/${deck}/deck.json`, entry(deck));
    put(`export/${deck}/${deck}.html`, deck);
  }
  put('site/index.html', `a list of ${decks.join()}`);
  put('site/assets/deck-0123456789.css', 'of the list');
}

test('decks of all machines are listed in one place, each with its files', async () => {
  made('one', ['a', 'b']);
  made('two', ['c']);
  const effects = testEffects(root);
  await merge(['one', 'two'], { out: 'all' }, effects);
  expect(readdirSync(join(root, 'all/site')).sort()).toEqual(['a', 'assets', 'b', 'c', 'index.html']);
  expect(readdirSync(join(root, 'all/export')).sort()).toEqual(['a', 'b', 'c']);
  const list = readFileSync(join(root, 'all/site/index.html'), 'utf8');
  for (const name of ['a', 'b', 'c']) expect(list).toContain(`About ${name}`);
  expect(readdirSync(join(root, 'all/site/assets'))).not.toContain('deck-0123456789.css');
  expect(effects.reported).toEqual(['9 files of 2 folders joined in all']);
});

test('into a folder that is one of them', async () => {
  made('here', ['a']);
  made('there', ['b']);
  await merge(['here', 'there'], { out: 'here', quiet: true }, testEffects(root));
  expect(readFileSync(join(root, 'here/site/index.html'), 'utf8')).toContain('About b');
});

test('a deck that two machines made differently is an error, and nothing is written', async () => {
  made('old', ['a']);
  made('new', ['a'], 'another page');
  await expect(merge(['old', 'new'], { out: 'none' }, testEffects(root))).rejects.toMatchObject({
    code: 'usage',
    message: expect.stringContaining('new/site/a/index.html and old/site/a/index.html are of one deck and differ'),
  });
  expect(readdirSync(root)).not.toContain('none');
  await merge(['old', 'old'], { out: 'same', quiet: true }, testEffects(root));
});

const found = (path: string, severity: 'error' | 'warning'): Diagnostic => ({
  rule: 'overflow',
  severity,
  message: 'Too much.',
  place: { path, line: 3 },
});

/** A folder as a machine leaves it that saved reports of these. */
function reported(folder: string, diagnostics: readonly Diagnostic[], version = '1.0.0'): void {
  mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, folder, 'report.json'), `${jsonReport(diagnostics)}\n`);
  writeFileSync(join(root, folder, 'report.sarif'), `${sarifReport(diagnostics, version)}\n`);
}

describe('reports of shards', () => {
  const [a, b, c] = [found('a/deck.md', 'error'), found('b/deck.md', 'warning'), found('c/deck.md', 'error')];
  const read = (path: string): string => readFileSync(join(root, path), 'utf8').trimEnd();

  test('are one, as if one machine had checked all decks', async () => {
    reported('checked-1', [a, b]);
    reported('checked-2', [c]);
    const effects = testEffects(root);
    await merge(['checked-1', 'checked-2'], { out: 'checked' }, effects);
    expect(read('checked/report.json')).toBe(jsonReport([a, b, c]));
    expect(read('checked/report.sarif')).toBe(sarifReport([a, b, c], '1.0.0'));
    expect(readdirSync(join(root, 'checked')).sort()).toEqual(['report.json', 'report.sarif']);
    expect(effects.reported).toEqual(['4 files of 2 folders joined in checked']);
  });

  test('lie beside what was made, and are joined again with what comes later', async () => {
    made('both-1', ['a']);
    reported('both-1', [a]);
    made('both-2', ['b']);
    reported('both-2', [b]);
    for (let times = 0; times < 2; times++)
      await merge(['both-1', 'both-2'], { out: 'both-1', quiet: true }, testEffects(root));
    expect(read('both-1/report.json')).toBe(jsonReport([a, b]));
    expect(readdirSync(join(root, 'both-1/site')).sort()).toEqual(['a', 'assets', 'b', 'index.html']);
  });

  test('may be saved by the shell of Windows', async () => {
    reported('windows', []);
    writeFileSync(join(root, 'windows/report.json'), Buffer.from(`\uFEFF${jsonReport([a])}`, 'utf16le'));
    await merge(['windows'], { out: 'from-windows', quiet: true }, testEffects(root));
    expect(read('from-windows/report.json')).toBe(jsonReport([a]));
  });

  test.each([
    ['what a command printed as text', 'report.json', 'a/deck.md:1:1 error', 'no report of `check --format json`'],
    ['nothing', 'report.json', '', 'no report of `check --format json`'],
    ['the other form', 'report.sarif', jsonReport([a]), 'no report of `check --format sarif`'],
    ['another version', 'report.sarif', sarifReport([a], '2.0.0'), 'of another version of Pilcrow'],
  ])('%s: nothing is joined, and it is said which', async (_what, name, text, why) => {
    reported('fine', [b]);
    reported('wrong', [a]);
    writeFileSync(join(root, 'wrong', name), text);
    await expect(merge(['fine', 'wrong'], { out: 'not-joined' }, testEffects(root))).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining(`wrong/${name} is ${why}`),
    });
    expect(readdirSync(root)).not.toContain('not-joined');
  });
});

test('what the decks of all machines cost is in one file, the greater where two made one', async () => {
  made('cost-1', ['a']);
  writeFileSync(join(root, 'cost-1/costs.json'), '{"a": 2, "c": 1}');
  made('cost-2', ['b']);
  writeFileSync(join(root, 'cost-2/costs.json'), '{"b": 3.25, "c": 4}');
  await merge(['cost-1', 'cost-2'], { out: 'costs', quiet: true }, testEffects(root));
  expect(JSON.parse(readFileSync(join(root, 'costs/costs.json'), 'utf8'))).toEqual({ a: 2, b: 3.3, c: 4 });
  writeFileSync(join(root, 'cost-2/costs.json'), 'none');
  await expect(merge(['cost-1', 'cost-2'], { out: 'no-costs' }, testEffects(root))).rejects.toMatchObject({
    code: 'usage',
    message: expect.stringContaining('cost-2/costs.json records no costs'),
  });
});

test('a folder that holds nothing of ours is an error', async () => {
  mkdirSync(join(root, 'empty'));
  for (const folder of ['empty', 'nowhere'])
    await expect(merge([folder], { out: 'none' }, testEffects(root))).rejects.toMatchObject({ code: 'usage' });
});
