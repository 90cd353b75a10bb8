import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Rule } from '../src/check/rule.js';
import { rules } from '../src/check/rules.js';
import { rulesDocument } from '../src/check/rules-document.js';
import { testRules } from './support/rule-examples.js';
import { fixtureFolder } from './support/twins.js';

const sources = join(import.meta.dirname, '../src');
const table: readonly Rule[] = rules;

describe('the table', () => {
  test('has each rule once, in a file of its name', () => {
    const names = table.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const files = readdirSync(join(sources, 'check/rules')).map((file) => file.replace(/\.ts$/, ''));
    expect(files.sort()).toEqual(names.toSorted());
  });

  test('has no rule that nothing finds', () => {
    const elsewhere = readdirSync(sources, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !/^check\/rules(\/|\.ts$)/.test(file))
      .map((file) => readFileSync(join(sources, file), 'utf8'))
      .join('\n');
    const unfound = table.filter(
      ({ name, check, checkPdf }) => check === undefined && checkPdf === undefined && !elsewhere.includes(`'${name}'`),
    );
    expect(unfound.map(({ name }) => name)).toEqual([]);
  });

  test('has a fixture for each rule whose example is a deck by itself', () => {
    const shown = table.filter(({ wrong }) => typeof wrong === 'string').map(({ name }) => name);
    const fixtures = readdirSync(fixtureFolder('check')).flatMap((file) => /^(.*)\.md$/.exec(file)?.[1] ?? []);
    expect(fixtures.sort()).toEqual(shown.sort());
  });
});

test('docs/rules.md says what the rules say; `npx tsx scripts/rules-doc.ts` writes it', () => {
  expect(readFileSync(join(sources, '../docs/rules.md'), 'utf8')).toBe(rulesDocument());
});

describe('without a browser', () => testRules('text', ['--no-browser']));
