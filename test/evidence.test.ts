import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { coverageLines, coverageOf } from '../src/evidence/coverage.js';
import { verifyEvidence } from '../src/evidence/verify.js';
import type { Diagram, Relations, RelationsView } from '../src/model.js';
import { readRelations } from '../src/read/relations.js';
import { deckOf, evidenceOf, harbourSources, saidOf } from './support/evidence.js';
import { fixtureFolder, testTwins } from './support/twins.js';

testTwins('evidence', 'txt', (markdown) => {
  const evidence = evidenceOf(markdown);
  const claims = evidence.claims.map(({ place, kind, status, text, found }) => {
    const words = found.map(({ kind, paragraph, words }) => `${kind} ¶${paragraph} "${words}"`);
    return `${place.line} ${kind} ${status} | ${text.replaceAll('\n', ' / ')}${words.map((one) => `\n    ${one}`).join('')}`;
  });
  return `${[...claims, '', ...saidOf(evidence)].join('\n')}\n`;
});

const harbour = readFileSync(join(fixtureFolder('evidence'), 'harbour', 'deck.md'), 'utf8');

test('a correct deck is told nothing but that it has no lock', () => {
  expect(evidenceOf(harbour).diagnostics.map(({ rule }) => rule)).toEqual(['lock-stale']);
});

test('a deck without references and sources makes no claims', () => {
  const deck = { ...deckOf('## One\n\n- "Two" 3'), references: [] };
  expect(verifyEvidence(deck, [], undefined)).toEqual({ claims: [], sources: [], diagnostics: [] });
});

describe('relations', () => {
  const place = { path: 'relations.yaml', line: 1 };
  const wording = (text: string, byLang = {}) => ({ text, byLang });
  const actor = (id: string, text: string, aka: string[], byLang = {}) =>
    ({ id, name: wording(text, byLang), aka, hue: 'grey', place }) as const;
  const citation = { key: 'ilvesson2021', locators: [[4, 4] as const], place };
  const relation = {
    id: 'a',
    from: 'kalvik',
    to: 'gothia',
    kind: 'warns',
    citations: [citation],
    mutual: false,
    place,
  };
  const relations: Relations = {
    actors: [actor('kalvik', 'Kalvik', ['Rautio'], { ru: 'Калвик' }), actor('gothia', 'Gothia', ['Gothland'])],
    groups: [],
    kinds: [{ id: 'warns', name: wording('warns'), line: 'solid', sentence: wording('{from} warns {what} {to}') }],
    relations: [
      { ...relation, what: wording('35 ships of') },
      { ...relation, id: 'b', unsourced: 'inference', citations: [] },
    ],
  };
  const at = (id: string) => ({ id, step: 0 });
  const view: RelationsView = {
    layout: 'graph',
    direction: 'LR',
    actors: [at('kalvik'), at('gothia')],
    relations: [at('a'), at('b')],
    clicks: 0,
    place,
  };

  test('that are drawn are claims, read as their sentences', () => {
    const deck = deckOf('## Captains everywhere [@ilvesson2021, ¶1, "slower ships and better"]');
    const diagram: Diagram = { id: 'd', language: 'relations', code: '', view, place, alt: '' };
    const slides = deck.slides.map((slide) => ({ ...slide, diagrams: [diagram] }));
    const evidence = verifyEvidence({ ...deck, slides, relations }, harbourSources, undefined);
    expect(evidence.claims.slice(1).map(({ kind, text, status }) => `${kind} ${status} ${text}`)).toEqual([
      'relation failed Kalvik warns 35 ships of Gothia',
      'relation inference Kalvik warns  Gothia',
    ]);
    expect(saidOf(evidence).join()).toContain(
      'relations.yaml:1:1 error number The number 35 is not in ilvesson2021 ¶4',
    );
  });

  test('are wrong where their own words stand', () => {
    const text = [
      'actors:',
      '  kalvik: { name: Kalvik }',
      '  gothia: { name: Gothia }',
      'kinds:',
      '  warns: { name: warns, line: solid, sentence: "{from} warns {what} of {to}" }',
      'relations:',
      '  - id: a',
      '    from: kalvik',
      '    to: gothia',
      '    kind: warns',
      '    what: 35 ships',
      '    cite: "ilvesson2021, ¶4"',
      '  - id: b',
      '    from: kalvik',
      '    to: gothia',
      '    kind: warns',
      '    what: ships',
      '    sentence: "{from} warns {what} of {to} and Zorbia"',
      '    cite: "ilvesson2021, ¶4"',
    ].join('\n');
    const deck = deckOf('## Captains everywhere [@ilvesson2021, ¶1, "slower ships and better"]');
    const read = readRelations({ path: 'relations.yaml', file: '/relations.yaml', text }, deck.references).relations;
    const diagram: Diagram = { id: 'd', language: 'relations', code: '', view, place, alt: '' };
    const slides = deck.slides.map((slide) => ({ ...slide, diagrams: [diagram] }));
    const told = saidOf(verifyEvidence({ ...deck, slides, relations: read }, harbourSources, undefined));
    const places = told.map((line) =>
      /^(relations\.yaml:\d+)(?::\d+)? \w+ (?:number|name) The (?:number|name) (\S+)/.exec(line),
    );
    expect(places.flatMap((found) => (found === null ? [] : [`${found[1]} ${found[2]}`]))).toEqual(
      expect.arrayContaining(['relations.yaml:11 35', 'relations.yaml:18 Zorbia']),
    );
  });

  test("give an actor's other names, which count as the actor in every language", () => {
    const deck = deckOf('## Калвик speaks to Kalvik and Gothland [@pilots, ¶¶1–2, "получает ледовые сводки Калвика"]');
    expect(saidOf(verifyEvidence(deck, harbourSources, undefined)).join()).toContain('The name Kalvik is not in');
    const told = saidOf(verifyEvidence({ ...deck, relations }, harbourSources, undefined)).join();
    expect(told).not.toContain('Kalvik');
    expect(told).toContain('The name Gothland is not in pilots ¶1 or ¶2');
    const names = [{ name: 'Gothland', forms: ['Готия'] }];
    expect(saidOf(verifyEvidence(deck, harbourSources, undefined, { names })).join()).not.toContain('Gothland');
  });
});

test('a source without a reference is named, with its place', () => {
  const stray = { key: 'stray', path: 'sources/stray.md', paragraphs: [{ number: 1, text: 'Nothing.' }] };
  expect(saidOf(evidenceOf('# A', { sources: [...harbourSources, stray] }))).toEqual([
    'sources/stray.md:1:1 warning source-unknown references.yaml does not describe this source, `stray`. Add an entry with `id: stray`, or remove the file.',
  ]);
});

describe('coverage', () => {
  test('counts each quoted word once, whichever claims rest on it', () => {
    const markdown =
      '## One\n\n- A "limit of eleven knots" [@ilvesson2021, ¶3]\n- "eleven knots inside" [@ilvesson2021, ¶3]';
    const [source] = coverageOf(evidenceOf(markdown)).sources;
    expect(source?.paragraphs[3]).toEqual({
      number: 3,
      words: 77,
      quotedWords: 5,
      use: 'quoted',
      slides: [1],
      quotedOn: [1],
    });
    expect(source?.paragraphs[5]?.use).toBe('unused');
  });

  test('is readable in a terminal', async () => {
    const lines = coverageLines(coverageOf(evidenceOf(harbour)));
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(
      join(fixtureFolder('evidence'), 'harbour', 'coverage.txt'),
    );
  });
});

test('a source is read in the language it is plainly written in, whatever its reference says of it', () => {
  const text =
    'Der Hafen von Kalvik hat zwölf Schlepper, und der Direktor sagt, dass sie nicht für den Winter reichen. Im März kamen die ersten Schiffe.';
  const deck = deckOf(
    '## Tugs [@hafen, ¶1, "Kalvik hat zwölf Schlepper"]\n\n- Kalvik has 12 tugs [@hafen, ¶1]\n- Ships came in March [@hafen, ¶1]\n- Kalvik has 13 tugs [@hafen, ¶1]',
  );
  const references = [{ id: 'hafen', language: 'fr', place: { path: 'references.yaml', line: 1 } }];
  const source = { key: 'hafen', path: 'sources/hafen.md', paragraphs: [{ number: 1, text }] };
  const told = saidOf(verifyEvidence({ ...deck, references }, [source], undefined));
  expect(told).toEqual([
    expect.stringContaining('The number 13 is not in hafen ¶1'),
    expect.stringContaining('references.yaml says that hafen is in French; its words are German'),
  ]);
});
