/**
 * Measures how far the evidence rules can be trusted: makes a correct deck wrong in a thousand seeded ways and edits it harmlessly
 * in some hundred more, and counts what the check says. `npx tsx scripts/evidence-mutate.ts [deck folder]`.
 */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { verifyEvidence } from '../src/evidence/verify.js';
import { formatDiagnostic } from '../src/model/diagnostic.js';
import type { CheckedClaim, Evidence, Source, SourceText } from '../src/model.js';
import { parseDeck } from '../src/parse/deck.js';
import { locateDeck, readDeck } from '../src/read/deck.js';
import { readSources } from '../src/read/source-text.js';
import type { Effects } from '../src/system/effects.js';
import { nodeFiles } from '../src/system/node-files.js';
import type { Change, Kind, Mutable } from './evidence-changes.js';
import { harmlessKinds } from './evidence-harmless.js';
import { mutationKinds } from './evidence-mutations.js';

/** What became of one kind of change. */
export interface Row {
  readonly kind: string;
  readonly made: number;
  /** Changes after which the check said something new; `errors`: an error. */
  readonly noticed: number;
  readonly errors: number;
  /** Changes of which nothing was said, as a diff of the line. */
  readonly silent: readonly string[];
}

export interface Trial {
  readonly source: Source;
  readonly sources: readonly SourceText[];
  readonly seed: number;
}

/** Makes `count` changes, the kinds in turn, each on the unchanged deck. A kind that finds nothing to change makes fewer. */
export function tryChanges(trial: Trial, kinds: readonly Kind[], count: number): readonly Row[] {
  const random = seeded(trial.seed);
  const lines = trial.source.entry.text.split('\n');
  const base = check(trial, lines);
  const known = new Set(messages(base));
  const isTyped = ({ place }: CheckedClaim): boolean => place.path === trial.source.entry.path;
  const mutable: Mutable = {
    lines,
    claims: base.claims.filter((claim) => isOpen(claim) && isTyped(claim)),
    sources: trial.sources,
  };
  const rows = kinds.map(({ name }) => ({ kind: name, made: 0, noticed: 0, errors: 0, silent: [] as string[] }));
  for (let made = 0, tries = 0; made < count && tries < count * 40; tries++) {
    const index = tries % kinds.length;
    const [kind, row] = [kinds[index], rows[index]];
    const change = kind?.change(mutable, random);
    if (kind === undefined || row === undefined || change === undefined) continue;
    const after = check(trial, change.lines);
    if (kind.isWrong !== undefined && !kind.isWrong(change, after, mutable)) continue;
    made++;
    row.made++;
    const fresh = after.diagnostics.filter(
      (one) => one.rule !== 'lock-stale' && !known.has(withoutPlace(formatDiagnostic(one))),
    );
    if (fresh.length > 0) row.noticed++;
    if (fresh.some(({ severity }) => severity === 'error')) row.errors++;
    else if (kind.isWrong !== undefined) row.silent.push(difference(lines, change));
    if (kind.isWrong === undefined && fresh[0] !== undefined)
      row.silent.push(`${difference(lines, change)}  ->  ${fresh[0].message}`);
  }
  return rows;
}

function check({ source, sources }: Trial, lines: readonly string[]): Evidence {
  const deck = parseDeck({ ...source, entry: { ...source.entry, text: lines.join('\n') } });
  return verifyEvidence(deck, sources, undefined);
}

function messages({ diagnostics }: Evidence): readonly string[] {
  return diagnostics.map((one) => withoutPlace(formatDiagnostic(one)));
}

/** Lines move when slides do. */
function withoutPlace(message: string): string {
  return message.replace(/^\S+ /, '');
}

/** Claims that a change can make wrong: what rests on no source cannot be. */
function isOpen({ by, status }: CheckedClaim): boolean {
  return by === 'source' && status !== 'cited';
}

function difference(lines: readonly string[], { lines: changed, at }: Change): string {
  return `- ${lines[at] ?? ''}\n      + ${changed[at] ?? ''}`;
}

/** The same numbers for the same seed (a linear congruential generator, Numerical Recipes' constants). */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The rows as a Markdown table, and what went unnoticed. */
export function table(title: string, rows: readonly Row[], isHarmless: boolean): string {
  const sum = (of: (row: Row) => number): number => rows.reduce((total, row) => total + of(row), 0);
  const share = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);
  const count = (row: Row): number => (isHarmless ? row.noticed : row.errors);
  return [
    `| ${title} | made | ${isHarmless ? 'flagged' : 'detected'} | |`,
    '|---|--:|--:|--:|',
    ...rows.map((row) => `| ${row.kind} | ${row.made} | ${count(row)} | ${share(count(row), row.made)} |`),
    `| all | ${sum((row) => row.made)} | ${sum(count)} | ${share(
      sum(count),
      sum((row) => row.made),
    )} |`,
    ...rows.flatMap((row) => [...new Set(row.silent)].slice(0, 5).map((one) => `  ${row.kind}:\n      ${one}`)),
  ].join('\n');
}

/** Reads a deck and its sources for a trial. */
export async function trialOf(folder: string, seed: number): Promise<Trial> {
  const cwd = process.cwd();
  const effects: Effects = {
    cwd,
    env: process.env,
    files: nodeFiles,
    now: () => new Date(0),
    elapsed: () => 0,
    print: console.log,
    report: console.error,
    interactive: false,
    colour: false,
    signal: new AbortController().signal,
  };
  const deck = await locateDeck(folder, effects);
  if (deck === undefined) throw new Error(`There is no deck in ${folder}.`);
  const source = await readDeck(deck, effects);
  const { sources } = await readSources(deck.folder, [], effects);
  if (sources.length === 0) throw new Error(`The sources of ${folder} are not here; nothing can be measured.`);
  return { source, sources, seed };
}

/** What the project promises of itself. */
const leastDetected = 0.98;

function share(rows: readonly Row[], of: (row: Row) => number): number {
  const made = rows.reduce((sum, row) => sum + row.made, 0);
  return made === 0 ? 0 : rows.reduce((sum, row) => sum + of(row), 0) / made;
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2] ?? fileURLToPath(new URL('../test/fixtures/evidence/harbour', import.meta.url));
  const trial = await trialOf(folder, 20240224);
  const wrong = tryChanges(trial, mutationKinds, 1000);
  const harmless = tryChanges(trial, harmlessKinds, 300);
  console.log(`${table('mutation', wrong, false)}\n\n${table('harmless edit', harmless, true)}`);
  const isTrusted = share(wrong, (row) => row.errors) >= leastDetected && share(harmless, (row) => row.noticed) === 0;
  if (!isTrusted) process.exitCode = 1;
}
