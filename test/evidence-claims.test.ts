import { describe, expect, test } from 'vitest';
import { coverageOf } from '../src/evidence/coverage.js';
import { isOfPlace } from '../src/evidence/place-adjective.js';
import { wordsOf } from '../src/evidence/words.js';
import { readingLanguage } from '../src/language/languages.js';
import type { Evidence, SourceText } from '../src/model.js';
import { readSourceText } from '../src/read/source-text.js';
import { evidenceOf } from './support/evidence.js';

function source(text: string): SourceText {
  return readSourceText({ path: 'ilvesson2021.md', file: '/ilvesson2021.md', text: `¶1 ${text}\n` }).source;
}

/** What a deck's text comes to over a source of one paragraph. */
function over(text: string, markdown: string): Evidence {
  return evidenceOf(markdown, { sources: [source(text)] });
}

/** `line:column rule` of what a claim of one item is told, with what is said of it. */
function told({ diagnostics }: Evidence, rule: string): readonly string[] {
  return diagnostics
    .filter((one) => one.rule === rule)
    .map(({ place, message }) => `${place.line}:${place.column ?? 1} ${message}`);
}

const item = (text: string): string => `# Ports\n\n---\n\n- ${text} [@ilvesson2021, ¶1]\n`;

describe('two numbers the other way round than in the source are doubted', () => {
  test.each([
    ['The crews won 3:1 in the race.', '1:3', true],
    ['The crews won 3 : 1 in the race.', '1:3', true],
    ['The crews won 3-1 in the race.', '1-3', true],
    ['The crews won 3–1 in the race.', '1 – 3', true],
    ['The crews won 3:1 in the race.', '3:1', false],
    ['The crews won 3, 1 of them in the race.', '1:3', false],
    ['The crews won 3 then - 1 in the race.', '1:3', false],
    ['The crews won 3 - then 1 in the race.', '1:3', false],
    ['The crews won 3 (1) in the race.', '1:3', false],
  ])('%s, claimed as %s', (text, score, isDoubted) => {
    const said = told(over(text, item(`The crews won ${score} in the race`)), 'evidence-direction');
    expect(said.length > 0).toBe(isDoubted);
  });
});

test('what is wrong in the second line of an item’s second paragraph is at that line', () => {
  const deck = '# Ports\n\n---\n\n- The port\n  opened\n\n  with tugs\n  and 77 pilots [@ilvesson2021, ¶1]\n';
  expect(told(over('The port opened with tugs and pilots.', deck), 'number')[0]).toMatch(/^9:/);
});

describe('the title of a work that the deck cites is no quotation of it', () => {
  const titled = '"HARBOUR masters explain the new berth rules"';

  test('in a claim, in letters of any size', () => {
    expect(told(over('The article is read widely.', item(`The article ${titled}`)), 'quotation')).toEqual([]);
    expect(told(over('The article is read widely.', item('The article "Harbour masters"')), 'quotation')).toHaveLength(
      1,
    );
  });

  test('alone where no claims are held', () => {
    const section = (text: string): string => `## ${text} {layout=section}\n`;
    expect(over('It is read widely.', section(titled)).claims).toEqual([]);
    expect(over('It is read widely.', section('"Harbour masters"')).claims.map(({ kind }) => kind)).toEqual([
      'quotation',
    ]);
  });
});

test('claims count as reviewed where somebody read them', () => {
  const evidence = over('The port opened in 2021.', item('The port opened in 2021'));
  const reviewed = evidence.claims.map((one) => ({ ...one, reviews: [{ who: 'Ann', when: '2024-02-24' }] }));
  expect(coverageOf(evidence).claims).toMatchObject({ reviewed: 0, reviewable: 1 });
  expect(coverageOf({ ...evidence, claims: reviewed }).claims).toMatchObject({ reviewed: 1, reviewable: 1 });
});

test('a season is looked for where the source names one, and let be where it names none', () => {
  const said = (text: string): readonly string[] => told(over(text, item('The port opens in winter')), 'number');
  expect(said('The port opens in summer.')).toHaveLength(1);
  expect(said('The port opens on Monday.')).toEqual([]);
  expect(said('The port opens in winter.')).toEqual([]);
});

test('a weekday is looked for where the source names none', () => {
  const said = (text: string): readonly string[] => told(over(text, item('The port opens on Monday')), 'number');
  expect(said('The port opens soon.')).toHaveLength(1);
  expect(said('The port opens on Monday.')).toEqual([]);
});

test('a scale or a numbered part is no name', () => {
  const said = (text: string): readonly string[] => told(over('The port grew.', item(text)), 'name');
  expect(said('The port grew, as Fig. 7 says')).toEqual([]);
  expect(said('The port grew, as Art. XII says')).toEqual([]);
  expect(said('The port grew, as Art. Kalvik says')).toHaveLength(2);
  expect(said('The port grew, as Fig. Long says')).toHaveLength(2);
  expect(said('The port grew, as Fig says')).toHaveLength(1);
  expect(said('The port grew, as Art. 7 says of Kalvik')).toHaveLength(1);
  expect(said('The port grew, in Mln')).toEqual([]);
});

test.each([
  ['pl', 'łucki', 'Łuck', true],
  ['pl', 'Łuckiewicz', 'Łuck', false],
  ['ru', 'рижский', 'Рига', true],
  ['uk', 'одеський', 'Одеса', true],
])('%s: whether %s is of %s', (tag, word, place, isIts) => {
  const language = readingLanguage(tag) ?? expect.unreachable();
  expect(isOfPlace(word, place, language)).toBe(isIts);
});

test('a French word without its vowel is a word, and so is what follows it', () => {
  expect(wordsOf('à l’Estonie d’abord').map(({ text }) => text)).toEqual(['à', 'l', 'Estonie', 'd', 'abord']);
});
