import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attributes, blocks } from '../scripts/reference/attributes.js';
import { referenceDocument } from '../scripts/reference/reference-document.js';
import { createPilcrow, type Pilcrow } from '../src/api/create-pilcrow.js';
import { chartShape } from '../src/chart/chart-schema.js';
import { createProgram } from '../src/cli.js';
import { type Diagnostic, formatDiagnostic } from '../src/model/diagnostic.js';
import { rules } from '../src/model/rules.js';
import { knownContainers } from '../src/parse/balance-containers.js';
import { root } from './support/command.js';
import { documentExamples, documents, writeNamedFiles } from './support/documents.js';
import { testEffects } from './support/effects.js';

const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'pilcrow-documents-'));
let pilcrow: Pilcrow;

beforeAll(async () => {
  writeNamedFiles(join(folder, 'cited'));
  const cited = join(folder, 'cited');
  appendFileSync(join(cited, 'references.yaml'), '  - { id: sipri2024, type: dataset, title: Spending }\n');
  writeFileSync(join(cited, 'sources/sipri2024.md'), '¶5 Poland spent 2.2 % in 2022 and 3.8 % in 2023.\n');
  mkdirSync(join(cited, 'data'));
  writeFileSync(join(cited, 'data/spending.csv'), 'year,country,share\n2022,Poland,2.2\n2023,Poland,3.8\n');
  mkdirSync(join(folder, 'plain'));
  writeFileSync(join(folder, 'plain/quay.svg'), '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
  pilcrow = await createPilcrow({ browser: 'none', cache: false });
});
afterAll(async () => {
  await pilcrow.dispose();
  rmSync(folder, { recursive: true, force: true });
});

/** The rules that say what is not understood; an example is no whole talk, so other warnings are none of its own. */
const ofForm: ReadonlySet<string> = new Set(
  rules.filter(({ group }) => ['settings', 'writing', 'diagrams'].includes(group)).map(({ name }) => name),
);

/** What is wrong with an example beside the files that examples name. Mermaid is not drawn. */
async function wrongWith(text: string): Promise<readonly string[]> {
  const whole = text.startsWith('---\n') ? text : `---\nlang: en\ncuts: [15]\n---\n\n${text}`;
  const undrawn = whole.replace(/^```mermaid.*?^```$/gms, '');
  const cites = /\w+20\d\d, |^```relations|source=/m.test(undrawn);
  const baseFolder = join(folder, cites ? 'cited' : 'plain');
  const { diagnostics } = await pilcrow.render(undrawn, { baseFolder, edition: { audience: 'teacher' } });
  const counts = ({ severity, rule }: Diagnostic): boolean =>
    severity === 'error' || (severity === 'warning' && ofForm.has(rule));
  return diagnostics.filter(counts).map(formatDiagnostic);
}

describe('examples', () => {
  const examples = documentExamples();
  test('are found in the documents', () => {
    expect(examples.length).toBeGreaterThan(20);
  });

  test.each(examples.filter(({ language, file }) => language === 'markdown' && file === undefined))(
    '$at compiles',
    async ({ text }) => {
      expect(await wrongWith(text)).toEqual([]);
    },
  );

  test.each(examples.filter(({ language }) => language === 'sh'))('$at names commands there are', ({ text }) => {
    for (const line of text.split('\n')) expect(commandTrouble(line)).toBeUndefined();
  });

  test.each(Object.entries(attributes).flatMap(([on, all]) => all.map((one) => ({ on, ...one }))))(
    'of the attribute $name ($on) compiles',
    async ({ example }) => {
      expect(await wrongWith(example)).toEqual([]);
    },
  );
});

describe('the reference', () => {
  test('is made from the schemas as they are', () => {
    expect(read('docs/reference.md'), 'Run npx tsx scripts/reference-doc.ts.').toBe(referenceDocument());
  });

  test('says what each key may be and does', () => {
    expect(referenceDocument()).not.toMatch(/Invalid input|\| {2}\|$/m);
  });

  test('has each key of a chart on its own page', () => {
    const page = read('docs/charts.md');
    for (const key of Object.keys(chartShape)) expect(page).toMatch(new RegExp(`\`${key}[\`:]`));
  });

  test('has each block that the parser knows', () => {
    const typed = knownContainers.filter((name) => name !== 'pause');
    expect(blocks.flatMap(([all]) => all.split(', '))).toEqual(expect.arrayContaining(typed));
  });
});

describe('links', () => {
  test.each(documents)('of %s lead somewhere', (document) => {
    for (const [, target = ''] of withoutCode(read(document)).matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^https?:/.test(target)) continue;
      const [file = '', heading] = target.split('#');
      const path = file === '' ? join(root, document) : join(root, dirname(document), file);
      expect(existsSync(path), `${document}: ${target}`).toBe(true);
      if (heading !== undefined) expect(headingsOf(path), `${document}: ${target}`).toContain(heading);
    }
  });

  test('of the README lead to every document', () => {
    for (const document of documents.filter((name) => name.startsWith('docs/'))) {
      expect(read('README.md')).toContain(`](${document})`);
    }
  });

  test('stand on a page of 150 lines at most', () => {
    expect(read('README.md').split('\n').length).toBeLessThanOrEqual(151);
  });
});

function withoutCode(text: string): string {
  return text.replace(/^(`{3,}).*?^\1$/gms, '').replace(/(`+) ?.*? ?\1/g, '');
}

/** As GitHub names them. */
function headingsOf(file: string): readonly string[] {
  return [...readFileSync(file, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, words = '']) =>
    words
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** What is wrong with a line of a shell example; undefined where it runs nothing of ours, or all is right. */
function commandTrouble(line: string): string | undefined {
  const [, said = ''] = /^(?:npm run pilcrow -- |pilcrow )(.*?)(?: {2,}#.*)?$/.exec(line) ?? [];
  if (said === '' || said === '--version') return undefined;
  let command: Command = createProgram(testEffects(root), () => undefined);
  for (const word of said.split(' ')) {
    const [flag = ''] = word.split('=');
    const inner = command.commands.find((one) => one.name() === word);
    if (inner !== undefined) command = inner;
    else if (command.parent === null) return `There is no command ${word}.`;
    else if (flag.startsWith('--') && !command.options.some(({ long }) => long === flag))
      return `${command.name()} has no option ${flag}.`;
  }
  return undefined;
}

describe('what a merge could bring back', () => {
  test('decisions stand in their own document, each once', () => {
    expect(rowsOf('src/README.md').filter((row) => /^\| \d{4}-/.test(row))).toEqual([]);
    const choices = rowsOf('docs/decisions.md').map((row) => row.split(' | ').slice(0, 2).join(' | '));
    expect(choices.length).toBeGreaterThan(100);
    expect(choices.filter((choice, index) => choices.indexOf(choice) < index)).toEqual([]);
  });

  test('rooms stand once, and each file that is named is there', () => {
    const rows = rowsOf('src/README.md').map((row) => row.split('|')[1]);
    expect(rows.filter((name, index) => /^ `\w+\/`/.test(name ?? '') && rows.indexOf(name) < index)).toEqual([]);
    for (const document of ['src/README.md', 'CONTRIBUTING.md']) {
      for (const [, path = ''] of read(document).matchAll(/`((?:src|scripts|test|docs)\/[\w./-]+)`/g)) {
        expect(existsSync(join(root, path)), `${document}: ${path}`).toBe(true);
      }
    }
  });

  test('no line of the changelog stands twice', () => {
    const lines = read('CHANGELOG.md')
      .split('\n')
      .filter((line) => line.length > 40);
    expect(lines.filter((line, index) => lines.indexOf(line) < index)).toEqual([]);
  });
});

/** Rows of tables, without heads and rules. */
function rowsOf(file: string): readonly string[] {
  return read(file)
    .split('\n')
    .filter((line) => /^\| /.test(line) && !/^\| (?:date|room|token) /.test(line));
}
