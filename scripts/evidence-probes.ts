// How often the evidence check is right: probes are claims over a paragraph of invented text, of which it is known what must be said.
//   npm run evidence:probes [file.jsonl …] [--list]
//   npm run evidence:probes -- --doc     the two tables of docs/evidence.md
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { verifyEvidence } from '../src/evidence/verify.js';
import type { Diagnostic, Source } from '../src/model.js';
import { parseDeck } from '../src/parse/deck.js';
import { readCommonWords } from '../src/read/common-words.js';
import { nodeFiles } from '../src/system/node-files.js';

/** A claim, its source, and what must be said of it: nothing, an error, or at least a warning. `hit` are the words that are wrong. */
export interface Probe {
  readonly id: string;
  readonly lang: string;
  readonly kind: string;
  readonly source: readonly string[];
  readonly claim: string;
  readonly want: 'pass' | 'error' | 'flag';
  readonly hit?: readonly string[];
}

/** What became of a probe. */
export interface Answer {
  readonly probe: Probe;
  readonly said: readonly Diagnostic[];
  readonly isRight: boolean;
}

/** Said of how a claim is cited, not of what it says: on a wrong claim it is no catch. */
const formal: ReadonlySet<string> = new Set([
  'no-anchor',
  'evidence-missing',
  'citation-syntax',
  'citation-unknown',
  'source-text',
]);
const notEvidence = new Set(['lock-stale', 'source-unknown']);

export function readProbes(file: string): readonly Probe[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): Probe => JSON.parse(line));
}

/** Checks probes as one deck a language: the names of one source are known to all, as in a deck. */
export function checkProbes(probes: readonly Probe[]): readonly Answer[] {
  const languages = [...new Set(probes.map(({ lang }) => lang))];
  return languages.flatMap((lang) =>
    checkDeck(
      lang,
      probes.filter((probe) => probe.lang === lang),
    ),
  );
}

function checkDeck(lang: string, probes: readonly Probe[]): readonly Answer[] {
  let text = '# –\n';
  const starts: number[] = [];
  probes.forEach((probe, index) => {
    text += '\n---\n\n';
    starts.push(text.split('\n').length);
    text += `${slideOf(probe, `k${index + 1}`)}\n`;
  });
  const sources = probes.map(({ source }, index) => ({
    key: `k${index + 1}`,
    path: `sources/k${index + 1}.md`,
    paragraphs: source.map((paragraph, at) => ({ number: at + 1, text: paragraph.replace(/\s*\n\s*/g, ' ') })),
  }));
  const keys = probes.flatMap(({ claim }, index) => [
    `k${index + 1}`,
    ...(claim.includes('@KEY2') ? [`unread-k${index + 1}`] : []),
  ]);
  const deck = parseDeck(deckOf(lang, text, keys));
  const dictionary = (tag: string): ReturnType<typeof readCommonWords> => readCommonWords(tag, { files: nodeFiles });
  const { diagnostics } = verifyEvidence(deck, sources, undefined, { dictionary });
  return probes.map((probe, index) => {
    const from = starts[index] ?? 0;
    const to = starts[index + 1] ?? Number.POSITIVE_INFINITY;
    const said = diagnostics.filter(
      ({ rule, severity, place }) =>
        !notEvidence.has(rule) &&
        severity !== 'note' &&
        place.path === 'deck.md' &&
        place.line >= from &&
        place.line < to,
    );
    return { probe, said, isRight: isRight(probe, said) };
  });
}

function slideOf({ claim, lang }: Probe, key: string): string {
  let text = claim;
  if (!/\[@KEY|cite="KEY/.test(text)) text = text.replace(/^.*$/m, (line) => `${line} [@KEY, ¶1]`);
  const isPlain = !/^(?:[-*+>#] |\||<[a-z]|!\[|```|:::)/.test(text);
  const item = isPlain ? `- ${text.replace(/^(\d+)([.)])(?=\s)/, '$1\\$2')}` : text;
  if (!text.startsWith('#')) text = `## ${titles[lang] ?? '…'} [@inference]\n\n${item}`;
  return text
    .replaceAll('KEY2', `unread-${key}`)
    .replaceAll('KEY', key)
    .replace(/\[\^([\w-]+)\]/g, `[^${key}-$1]`);
}

const titles: Readonly<Record<string, string>> = {
  en: 'In short',
  de: 'Kurz gefasst',
  fr: 'En bref',
  pl: 'W skrócie',
  uk: 'Коротко',
  ru: 'Кратко',
  be: 'Коратка',
  lt: 'Trumpai',
};

function deckOf(lang: string, text: string, keys: readonly string[]): Source {
  return {
    name: 'probes',
    folder: '/',
    entry: { path: 'deck.md', file: '/deck.md', text },
    bodyLine: 1,
    settings: {
      lang,
      mode: 'light',
      usesOwnTheme: true,
      cuts: [],
      handoutNotes: false,
      embedSources: false,
      revealOptions: {},
    },
    includes: new Map(),
    references: keys.map((id) => ({ id, place: { path: 'references.yaml', line: 1 } })),
    styles: [],
    scripts: [],
    diagnostics: [],
  };
}

function isRight({ want, ...probe }: Probe, said: readonly Diagnostic[]): boolean {
  if (want === 'pass') return said.length === 0;
  const caught = said.filter((one) => !formal.has(one.rule) && isToThePoint({ want, ...probe }, one));
  return want === 'error' ? caught.some(({ severity }) => severity === 'error') : caught.length > 0;
}

/** A false alarm on a wrong claim is no catch: a message that a name or number is not there must name what is wrong. */
function isToThePoint({ hit, want, kind }: Probe, { rule, message }: Diagnostic): boolean {
  if (/word for word, without quotation marks/.test(message)) return kind === 'copying';
  if (!['name', 'number'].includes(rule) || !message.includes(' is not in ')) return true;
  if (hit === undefined) return want !== 'flag';
  const words = partsOf(message.split(' is not in ')[0] ?? '');
  return hit.some((one) => [...partsOf(one)].some((part) => words.has(part)));
}

function partsOf(text: string): ReadonlySet<string> {
  const tokens =
    text
      .toLowerCase()
      .match(/\d+(?:[.,\u00a0\u202f ’']\d{3}(?!\d))*(?:[.,]\d+)?|[\p{L}\p{M}]+(?:[’'-][\p{L}\p{M}]+)*/gu) ?? [];
  return new Set(
    tokens.flatMap((one) => [one, ...one.split('-')]).map((one) => one.replace(/\s/g, '').replace(/['’ʼ]s?$/u, '')),
  );
}

/** How many of a group were right, by what was wanted: flagged correct claims, wrong ones caught, doubtful ones said. */
export function countsOf(
  answers: readonly Answer[],
  want: Probe['want'],
): { readonly right: number; readonly all: number } {
  const part = answers.filter(({ probe }) => probe.want === want);
  return { right: part.filter((one) => one.isRight).length, all: part.length };
}

/** A table of Markdown, a row for each value of a property. */
export function table(answers: readonly Answer[], by: 'lang' | 'kind'): string {
  const values = [...new Set(answers.map(({ probe }) => probe[by]))].sort();
  const row = (name: string, part: readonly Answer[]): string => {
    const cells = (['pass', 'error', 'flag'] as const).map((want) => {
      const { right, all } = countsOf(part, want);
      return all === 0 ? '–' : `${right} of ${all}`;
    });
    return `| ${name} | ${cells.join(' | ')} |`;
  };
  return [
    `| ${by === 'lang' ? 'language' : 'kind'} | correct, nothing said | wrong, an error | doubtful, a warning |`,
    '|---|--:|--:|--:|',
    ...values.map((value) =>
      row(
        value,
        answers.filter(({ probe }) => probe[by] === value),
      ),
    ),
    row('**all**', answers),
  ].join('\n');
}

/** The sets in the order of docs/evidence.md, and what they are called there. */
const sets: readonly (readonly [file: string, name: string])[] = [
  ['public', 'first set'],
  ['second', 'second set'],
  ['own', 'own set'],
  ['fourth', 'fourth set'],
  ['fifth', 'fifth set'],
];

const languageNames: readonly (readonly [tag: string, name: string])[] = [
  ['en', 'English'],
  ['de', 'German'],
  ['pl', 'Polish'],
  ['ru', 'Russian'],
  ['uk', 'Ukrainian'],
  ['fr', 'French'],
  ['be', 'Belarusian'],
  ['lt', 'Lithuanian'],
];

/** The tables of docs/evidence.md: each set by language, and all together by kind. */
function documentTables(files: readonly string[]): string {
  const answered = sets.map(([file]) =>
    files.filter((one) => one.endsWith(`/${file}.jsonl`)).flatMap((one) => checkProbes(readProbes(one))),
  );
  const wants = ['pass', 'error', 'flag'] as const;
  const cells = (select: (answer: Answer) => boolean): string =>
    answered
      .flatMap((answers) =>
        wants.map((want) => {
          const { right, all } = countsOf(answers.filter(select), want);
          return `${right} of ${all}`;
        }),
      )
      .join(' | ');
  const heads = sets.map(([, name], at) =>
    at === 0
      ? `${name}: correct, nothing said | wrong, an error | doubtful, a warning`
      : `${name}: correct | wrong | doubtful`,
  );
  return [
    `| language | ${heads.join(' | ')} |`,
    `|---|${'--:|'.repeat(sets.length * wants.length)}`,
    ...languageNames.map(([tag, name]) => `| ${name} | ${cells(({ probe }) => probe.lang === tag)} |`),
    `| **all** | ${cells(() => true)} |`,
    '',
    table(answered.flat(), 'kind'),
  ].join('\n');
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const folders = ['../test/evidence-probes', '../test/fixtures/evidence-probes'].map((one) =>
    join(import.meta.dirname, one),
  );
  const all = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.jsonl'))
      .map((name) => join(folder, name)),
  );
  const named = process.argv.slice(2).filter((one) => !one.startsWith('--'));
  const isDocument = process.argv.includes('--doc');
  if (isDocument) console.log(documentTables(all));
  for (const file of isDocument ? [] : named.length > 0 ? named : all) {
    const answers = checkProbes(readProbes(file));
    console.log(`\n${file}\n\n${table(answers, 'lang')}\n\n${table(answers, 'kind')}`);
    if (process.argv.includes('--list'))
      for (const { probe, said } of answers.filter((one) => !one.isRight))
        console.log(
          `\n${probe.id} [${probe.kind}] ${probe.want}: ${probe.claim}\n   ${probe.source.join(' ¶ ')}\n${said.map((one) => `   ${one.severity} ${one.rule}: ${one.message}`).join('\n')}`,
        );
  }
}
