import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { deckChecks } from '../src/check/check-deck.js';
import { pdfChecks } from '../src/check/check-pdf.js';
import { rulesDocument } from '../src/check/rules-document.js';
import type { Rule } from '../src/model/rules/rule.js';
import { rules } from '../src/model/rules.js';
import { testRules } from './support/rule-examples.js';
import { fixtureFolder } from './support/twins.js';

const sources = join(import.meta.dirname, '../src');
const table: readonly Rule[] = rules;
const checked = new Set([...Object.keys(deckChecks), ...Object.keys(pdfChecks)]);

/** The rules that no example shows, each with the test that causes it and what that test expects to be said. All others are below. */
const causes: Readonly<Record<string, readonly [file: string, expected: string]>> = {
  untrusted: ['untrusted.long.test.ts', 'warning untrusted '],
  'brand-letters': ['brand.test.ts', "'brand-letters',"],
  'picture-place': ['pictures.test.ts', 'picture-place '],
  'picture-damaged': ['pictures.test.ts', 'picture-damaged '],
  'changed-meanwhile': ['support/faults/source-faults.ts', 'error changed-meanwhile '],
  'deck-not-ready': ['browser/not-ready.test.ts', 'error deck-not-ready '],
  'deck-failed': ['hostile-input.long.test.ts', '1 deck-failed '],
  'deck-name': ['hostile-input.long.test.ts', '1 deck-name '],
  'file-unread': ['hostile-input.long.test.ts', '8 file-unread '],
  'image-costly': ['hostile-input.long.test.ts', '6 image-costly '],
  'file-left-out': ['browser/hostile-decks.test.ts', 'warning file-left-out '],
  'film-unseen': ['browser/print-colours.test.ts', 'warning film-unseen '],
  'pdf-mismatch': ['browser/publish-trouble.test.ts', 'error pdf-mismatch '],
  'source-absent': ['evidence-lock.test.ts', 'error source-absent '],
  'cut-unlisted': ['lengths.test.ts', 'warning cut-unlisted '],
  'slide-unlisted': ['browser/png.test.ts', 'warning slide-unlisted '],
  'lock-stale': ['evidence-commands.test.ts', 'warning lock-stale '],
  'address-changed': ['browser/published.test.ts', 'warning address-changed '],
  'no-questions': ['papers.test.ts', "['no-questions', 'note']"],
  'quiz-question': ['quiz.test.ts', "'quiz-question',"],
  'pdf-order': ['pdf-rules.test.ts', '1 pdf-order '],
  'pdf-drawings': ['pdf-rules.test.ts', '1 pdf-drawings '],
  ...Object.fromEntries(
    [
      ...['tags', 'language', 'title', 'metadata', 'headings', 'lists', 'tables', 'figures'],
      ...['artifacts', 'links', 'bookmarks', 'fonts', 'contrast'],
    ].map((what) => [`pdf-${what}`, ['browser/check-pdf.test.ts', `'pdf-${what}'`]]),
  ),
};

describe('the table', () => {
  test('has each rule once', () => {
    const names = table.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  test('has each function that looks in a file of its rule’s name', () => {
    const files = readdirSync(join(sources, 'check/rules')).map((file) => file.replace(/\.ts$/, ''));
    expect(files.sort()).toEqual([...checked].sort());
  });

  test('has no rule that nothing finds', () => {
    const elsewhere = readdirSync(sources, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !/^(check|model)\/rules(\/|\.ts$)/.test(file))
      .map((file) => readFileSync(join(sources, file), 'utf8'))
      .join('\n');
    const unfound = table.filter(({ name }) => !checked.has(name) && !elsewhere.includes(`'${name}'`));
    expect(unfound.map(({ name }) => name)).toEqual([]);
  });

  test('has a test that causes each rule for which an example in a deck is not enough', () => {
    expect(Object.keys(causes).sort()).toEqual(
      table.flatMap(({ name, wrong }) => (wrong === undefined ? [name] : [])).sort(),
    );
    for (const [name, [file, expected]] of Object.entries(causes)) {
      expect(expected).toContain(name);
      expect(readFileSync(join(import.meta.dirname, file), 'utf8')).toContain(expected);
    }
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

describe('without a browser', () => testRules('text', ['--no-browser'], 6));
