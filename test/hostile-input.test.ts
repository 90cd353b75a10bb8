import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { run } from './support/command.js';

const root = mkdtempSync(join(tmpdir(), 'pilcrow-hostile-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** What is said of a deck, as `line rule`, its cures and excerpts left out. */
async function saidOf(name: string, files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const folder = join(root, 'slides', name);
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  const { printed, reported } = await run(['check', name, '--no-browser', '--quiet', '--format', 'json'], root);
  expect(reported).toEqual([]);
  const report: { readonly diagnostics: readonly { line: number; rule: string; message: string }[] } = JSON.parse(
    printed.join('\n'),
  );
  return report.diagnostics.map(({ line, rule, message }) => `${line} ${rule} ${message}`);
}
const deck = (body: string, settings = ''): Readonly<Record<string, string>> => ({
  'deck.md': `---\nlang: en\n${settings}---\n# Ports\n\n${body}\n`,
});

test.each([
  ['braces', `${'{'.repeat(10_000)}${'}'.repeat(10_000)}`],
  ['powers', `${'x^{'.repeat(3000)}${'}'.repeat(3000)}`],
])('a formula nested too deep, of %s, is an error of the deck', async (name, tex) => {
  expect(await saidOf(`formula-${name}`, deck(`$${tex}$`))).toEqual([
    '6 formula Formula not understood: it is nested too deep.',
  ]);
});

test('a separator that looks for itself for ever is left out, and the others hold', async () => {
  const settings = 'separator: "(a+)+$"\nverticalSeparator: "^==$"\n';
  expect(await saidOf('separator', deck(`${'a'.repeat(60)}b\n\n==\n\n## Second\n\n---\n\n## Third`, settings))).toEqual(
    ['3 setting-value `separator` takes more than 1 s to be looked for and is left out.'],
  );
});

test('a map of the same country a thousand times is a map of it', async () => {
  const map = (fit: string): string => `\`\`\`map {alt="Belarus"}\nfit: [${fit}]\n\`\`\``;
  expect(await saidOf('map', deck(map('BY,'.repeat(5000))))).toEqual([]);
});

test('names that every object of JavaScript has are names like others', async () => {
  const names = ['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__'];
  const attributes = names.map((name) => `${name}=x`).join(' ');
  const body = [
    `<p ${attributes}>Raw</p>`,
    `## Second {${attributes}}`,
    `![A quay](quay.svg){${attributes}}`,
    ...names.map((name) => `*[${name}]: A word\n\n- ${name} [@${name}, ¶1]\n\n[^${name}]\n\n[^${name}]: A foot`),
    `| ${names.join(' | ')} |\n|${'---|'.repeat(names.length)}\n| ${names.join(' | ')} |`,
    ...names.map((name) => `\`\`\`${name} {${attributes}}\na\n\`\`\``),
    ...names.map((name) => `::: ${name} {${attributes}}\nText\n:::`),
    `\`\`\`relations\nshow: [${names.join(', ')}]\nlayout: lanes\n\`\`\``,
  ].join('\n\n');
  const said = await saidOf('names', {
    ...deck(body, `rules: { ${names.map((name) => `${name}: off`).join(', ')} }\n`),
    'quay.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'references.yaml': names.map((name) => `- { id: ${name}, title: T, issued: { date-parts: [[2020]] } }\n`).join(''),
    'relations.yaml': `actors:\n${names.map((name) => `  ${name}: { name: ${name} }\n`).join('')}kinds:\n  toString: { name: k, line: solid, sentence: "{from} {to}" }\nrelations:\n  - { id: valueOf, from: constructor, to: toString, kind: toString, what: w, cite: inference }\n`,
  });
  expect(said.length).toBeGreaterThan(0);
});
