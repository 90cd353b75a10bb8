import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Example, Rule } from '../../src/model/rules/rule.js';
import { rules } from '../../src/model/rules.js';
import { run } from './command.js';
import { shareOf } from './share.js';
import { fixtureFolder } from './twins.js';

const harbour = join(fixtureFolder('evidence'), 'harbour');
/** On one line, so that a fixture's own first line is the third. */
const frontMatter = '---\nlang: en\n---\n';
const actors = 'actors:\n  kalvik: { name: Kalvik, hue: blue }\n  gothia: { name: Gothia, hue: red }\n';
const kinds = 'kinds:\n  warns: { name: warns, line: solid, sentence: "{from} warns {to} of {what}" }\n';
const relations = 'relations:\n  - { id: ice, from: kalvik, to: gothia, kind: warns, what: ice }\n';
const view = '## Kalvik warns Gothia\n\n```relations {layout=lanes}\nshow: [kalvik, gothia]\n```\n';

/** The rules that have examples, by what they need. */
export function rulesWithExamples(needs: Rule['needs']): readonly Rule[] {
  return (rules as readonly Rule[]).filter((rule) => rule.needs === needs && rule.wrong !== undefined);
}

/** What `pilcrow check` finds, as `line:column severity rule message`, by the names the decks are given. */
export async function checkDecks(
  decks: ReadonlyMap<string, Example>,
  folder: string,
  options: readonly string[],
): Promise<ReadonlyMap<string, readonly Found[]>> {
  for (const [name, deck] of decks) writeDeck(join(folder, 'slides', name), deck);
  const { printed, reported } = await run(['check', '--quiet', '--format', 'json', ...options], folder);
  if (printed.length === 0) throw new Error(reported.join('\n'));
  const report: { readonly diagnostics: readonly Reported[] } = JSON.parse(printed.join('\n'));
  const of = (name: string): readonly Found[] =>
    report.diagnostics
      .filter(({ path }) => path.split('/')[1] === name)
      .map(({ line, column, severity, rule, message }) => ({
        rule,
        said: `${line}:${column} ${severity} ${rule} ${message}`,
      }));
  return new Map([...decks.keys()].map((name) => [name, of(name)]));
}

export interface Found {
  readonly rule: string;
  readonly said: string;
}

interface Reported {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly severity: string;
  readonly rule: string;
  readonly message: string;
}

/**
 * A test for each rule's examples, and one for each fixture that shows it: `<rule>.md` beside `<rule>.txt`. With `nth` above 1 the quick tests
 * try the examples of every so many rules alone.
 */
export function testRules(needs: Rule['needs'], options: readonly string[], nth = 1): void {
  const chosen = shareOf(rulesWithExamples(needs), nth);
  const fixtures = rulesWithExamples(needs)
    .map(({ name }) => name)
    .filter((name) => existsSync(join(fixtureFolder('check'), `${name}.md`)));
  const folder = mkdtempSync(join(tmpdir(), 'pilcrow-rules-'));
  let found: ReadonlyMap<string, readonly Found[]>;
  beforeAll(async () => {
    const decks = new Map<string, Example>();
    for (const { name, wrong = '', right = '' } of chosen)
      decks.set(`${name}-wrong`, wrong).set(`${name}-right`, right);
    for (const name of fixtures) {
      decks.set(`${name}-fixture`, readFileSync(join(fixtureFolder('check'), `${name}.md`), 'utf8'));
    }
    found = await checkDecks(decks, folder, options);
  }, 300_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(chosen.map(({ name }) => name))('%s is found in its wrong example and not in its right one', (name) => {
    expect(found.get(`${name}-wrong`)?.map(({ rule }) => rule)).toContain(name);
    expect(found.get(`${name}-right`)?.map(({ rule }) => rule)).not.toContain(name);
  });

  test.each(fixtures)('%s is said of its fixture, where it is to be said', async (name) => {
    const said = (found.get(`${name}-fixture`) ?? []).filter(({ rule }) => rule === name).map((one) => one.said);
    await expect(`${said.join('\n')}\n`).toMatchFileSnapshot(join(fixtureFolder('check'), `${name}.txt`));
  });
}

/** An example shows what matters; the rest of its deck is written here. */
export function writeDeck(folder: string, example: Example): void {
  const files = typeof example === 'string' ? { 'deck.md': example } : example;
  const deck = files['deck.md'] ?? (files['relations.yaml'] === undefined ? '# Ports\n' : view);
  const data = files['relations.yaml'] ?? '';
  const missing = [actors, kinds, relations].filter((part) => !data.includes(part.slice(0, part.indexOf('\n'))));
  const all: Readonly<Record<string, string>> = {
    ...files,
    'deck.md': deck.startsWith('---\n') ? deck : frontMatter + deck,
    ...(deck.includes('```relations') ? { 'relations.yaml': missing.join('') + data } : {}),
  };
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  if (!deck.includes('ilves')) return;
  cpSync(join(harbour, 'references.yaml'), join(folder, 'references.yaml'));
  cpSync(join(harbour, 'sources'), join(folder, 'sources'), { recursive: true });
}
