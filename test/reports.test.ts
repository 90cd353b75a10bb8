import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv from 'ajv';
import draft04 from 'ajv/lib/refs/json-schema-draft-04.json' with { type: 'json' };
import { describe, expect, test } from 'vitest';
import { githubLine } from '../src/check/report/github.js';
import { jsonReport } from '../src/check/report/json.js';
import { sarifReport } from '../src/check/report/sarif.js';
import { countWords, textLines } from '../src/check/report/text.js';
import type { Diagnostic } from '../src/model/diagnostic.js';
import { rules } from '../src/model/rules.js';
import { levels } from '../src/model/severity.js';

/** The schema of the OASIS standard as Microsoft's own matchers carry it; `rtm.5` is the approved text. */
const schemaFile = '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';

const diagnostic: Diagnostic = {
  rule: 'number',
  severity: 'error',
  message: 'It says 100 %: wrong,\nand more.',
  place: { path: 'decks/Мой deck, 1:2/deck.md', line: 3, column: 7 },
  cure: 'Correct it.',
};
const warning: Diagnostic = { ...diagnostic, rule: 'timing', severity: 'warning', place: { path: 'deck.md', line: 1 } };
const line = 'abc\tdéfghi';

function said(one: Diagnostic, text: string | undefined = line): readonly string[] {
  return textLines(one, { lineAt: () => text, paint: (words) => words });
}

describe('the report for people', () => {
  test('begins with the place, and shows the line with a mark below the column, then the cure', () => {
    expect(said({ ...diagnostic, message: 'Wrong.' })).toEqual([
      'decks/Мой deck, 1:2/deck.md:3:7 error number Wrong.',
      '    3 | abc défghi',
      '      |       ^',
      '    Correct it.',
    ]);
  });

  test('marks no column where none is known, and shows no line that is empty or not there', () => {
    expect(said(warning).slice(1)).toEqual(['    1 | abc défghi', '    Correct it.']);
    expect(said(warning, '  ').slice(1)).toEqual(['    Correct it.']);
    expect(textLines(warning, { lineAt: () => undefined, paint: (words) => words }).slice(1)).toEqual([
      '    Correct it.',
    ]);
  });

  test('shows of a long line what is around the column', () => {
    const place = { path: 'deck.md', line: 12, column: 301 };
    const [, shown = '', mark = ''] = said({ ...warning, place }, `${'x'.repeat(300)}Y${'z'.repeat(300)}`);
    expect(shown.length).toBeLessThan(120);
    expect(shown[mark.indexOf('^')]).toBe('Y');
  });

  test('paints severity, rule and place, and nothing else', () => {
    const lines = textLines(warning, { lineAt: () => line, paint: (words, as) => `<${as}>${words}</>` });
    expect(lines[0]).toMatch(/^<strong>deck\.md:1:1<\/> <warning>warning<\/> <faint>timing<\/> It says/);
  });

  test('counts', () => {
    expect(countWords([diagnostic, warning, warning])).toBe('1 error, 2 warnings');
  });
});

test('JSON has each with its place, and counts', () => {
  expect(JSON.parse(jsonReport([diagnostic, warning]))).toEqual({
    errors: 1,
    warnings: 1,
    notes: 0,
    diagnostics: [
      {
        path: diagnostic.place.path,
        line: 3,
        column: 7,
        severity: 'error',
        rule: 'number',
        message: diagnostic.message,
        cure: 'Correct it.',
      },
      {
        path: 'deck.md',
        line: 1,
        column: 1,
        severity: 'warning',
        rule: 'timing',
        message: warning.message,
        cure: 'Correct it.',
      },
    ],
  });
});

test('a workflow command of GitHub is one line, its values escaped', () => {
  expect(githubLine(diagnostic)).toBe(
    '::error file=decks/Мой deck%2C 1%3A2/deck.md,line=3,col=7,title=number::It says 100 %25: wrong,%0Aand more. Correct it.',
  );
  expect(githubLine({ ...warning, severity: 'note' })).toMatch(/^::notice file=deck\.md,line=1,col=1,/);
});

describe('SARIF', () => {
  const log = JSON.parse(sarifReport([diagnostic, warning], '0.1.0'));
  const [run] = log.runs;
  const ajv = new Ajv({ schemaId: 'id', meta: false, allErrors: true, format: 'full' });
  ajv.addMetaSchema(draft04);
  const validate = ajv.compile(JSON.parse(readFileSync(createRequire(import.meta.url).resolve(schemaFile), 'utf8')));

  test.each([
    ['an error and a warning', [diagnostic, warning]],
    ['nothing', []],
    ['every rule', rules.map(({ name }) => ({ ...diagnostic, rule: name }))],
    ['every severity', levels.map((severity) => ({ ...diagnostic, severity }))],
    ['a place outside the folder', [{ ...diagnostic, place: { path: '../a "b"/%?#\\.md', line: 1 } }]],
  ] satisfies [string, Diagnostic[]][])('is valid with %s', (_, diagnostics) => {
    const faults = (text: string): unknown => (validate(JSON.parse(text)) ? [] : validate.errors);
    const report = sarifReport(diagnostics, '0.1.0');
    expect(faults(report)).toEqual([]);
    expect(faults(report.replace('"driver"', '"drivers"'))).not.toEqual([]);
    const negative = expect.arrayContaining([expect.objectContaining({ keyword: 'minimum' })]);
    expect(faults(report.replaceAll('"startLine": ', '"startLine": -'))).toEqual(
      diagnostics.length === 0 ? [] : negative,
    );
  });

  test('names each rule it knows, with its level and its words', () => {
    expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(rules.map(({ name }) => name));
    for (const result of run.results) {
      expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
      expect(result.message.text).toContain('Correct it.');
      const { artifactLocation } = result.locations[0].physicalLocation;
      expect(new URL(artifactLocation.uri, 'file:///here/').href).toMatch(/^file:\/\/\/here\//);
    }
  });

  test('escapes a path, so that it is a relative address', () => {
    expect(run.results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(
      'decks/%D0%9C%D0%BE%D0%B9%20deck%2C%201%3A2/deck.md',
    );
  });
});
