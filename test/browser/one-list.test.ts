import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dev } from '../../src/commands/dev.js';
import { run } from '../support/command.js';
import { testEffects } from '../support/effects.js';
import { writeDeck } from '../support/rule-examples.js';
import { fixtureFolder } from '../support/twins.js';

/** Every fixture of a rule that has errors, as a deck of ours and as another tool's. */
const folder = mkdtempSync(join(tmpdir(), 'pilcrow-one-list-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const names: string[] = [];
/** By command and deck: its errors, as `path:line:column rule`. */
const errors = new Map<string, ReadonlyMap<string, ReadonlySet<string>>>();

beforeAll(async () => {
  const fixtures = fixtureFolder('check');
  for (const file of readdirSync(fixtures).filter((one) => one.endsWith('.md'))) {
    const name = file.slice(0, -3);
    if (!readFileSync(join(fixtures, `${name}.txt`), 'utf8').includes(' error ')) continue;
    const text = readFileSync(join(fixtures, file), 'utf8');
    writeDeck(join(folder, 'slides', name), text);
    writeFileSync(join(folder, `foreign-${file}`), text);
    names.push(name, `foreign-${file}`);
  }
  errors.set('text', await checked('--no-browser'));
  errors.set('check', await checked());
  errors.set('build', errorsIn((await run(['build', '--quiet', ...names], folder)).reported));
  errors.set('export', errorsIn((await run(['export', '--to', 'html', '--quiet', ...names], folder)).reported));
  errors.set('dev', errorsIn(await served()));
}, 600_000);

async function checked(...options: readonly string[]): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const { printed } = await run(['check', '--quiet', '--format', 'json', ...options, ...names], folder);
  const { diagnostics }: { readonly diagnostics: readonly Record<string, string>[] } = JSON.parse(printed.join('\n'));
  return errorsIn(diagnostics.map((one) => `${one.path}:${one.line}:${one.column} ${one.severity} ${one.rule}`));
}

/** What `dev` says of all decks at first. */
async function served(): Promise<readonly string[]> {
  const end = new AbortController();
  const env = { ...process.env, PILCROW_BROWSER: 'bundled' };
  const effects = testEffects(folder, { env, signal: end.signal });
  const last = names.at(-1)?.replace(/\.md$/, '') ?? '';
  const report = (line: string): void => {
    effects.reported.push(line);
    if (line.includes(last)) setTimeout(() => end.abort(), 2_000);
  };
  await dev(names, { port: 4870 }, { ...effects, report });
  return effects.reported;
}

function errorsIn(lines: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>(names.map((name) => [name, new Set()]));
  for (const line of lines) {
    const [, path = '', place = '', rule = ''] = /^(.+?):(\d+:\d+) error (\S+)/.exec(line) ?? [];
    const name = path.startsWith('slides/') ? path.split('/')[1] : path;
    if (rule !== '') found.get(name ?? '')?.add(`${place} ${rule}`);
  }
  return found;
}

test('there are more than forty decks with errors', () => {
  expect([...(errors.get('check')?.values() ?? [])].filter(({ size }) => size > 0).length).toBeGreaterThan(40);
});

/** What lies beyond the stage for one reader stops what is made for that reader. */
const ofLayout = (error: string): boolean => error.endsWith(' overflow');

test.each(['build', 'export'])('%s stops at the errors that check finds, and at no others', (command) => {
  const text = (of: string, name: string): readonly string[] => listed(of, name).filter((one) => !ofLayout(one));
  expect(names.map((name) => [name, text(command, name)])).toEqual(names.map((name) => [name, text('check', name)]));
  const others = names.filter((name) => listed(command, name).some((one) => !listed('check', name).includes(one)));
  expect(others).toEqual([]);
});

test('dev says all that is found in the text, and nothing else', () => {
  const missing = names.filter((name) => listed('text', name).some((one) => !listed('dev', name).includes(one)));
  const others = names.filter((name) => listed('dev', name).some((one) => !listed('check', name).includes(one)));
  expect([missing, others]).toEqual([[], []]);
});

function listed(command: string, name: string): readonly string[] {
  return [...(errors.get(command)?.get(name) ?? [])].sort();
}
