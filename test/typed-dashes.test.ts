import { expect, test } from 'vitest';
import { normalise } from '../src/evidence/normalise.js';
import { typographic } from '../src/render/passes/typography.js';
import { deckOf } from './support/evidence.js';

const settingsOf = (front: string) => deckOf(`---\n${front}---\n# A\n`).settings;
const ours = { ...settingsOf('lang: en\n'), usesOwnTheme: true };

test('hyphens and points a source has as dashes and ellipses are the same to the evidence', () => {
  for (const [typed, ...written] of [
    ['in 2014--2016', 'in 2014–2016', 'in 2014-2016'],
    ['wary -- and tense', 'wary — and tense', 'wary – and tense', 'wary—and tense'],
    ['wary---and tense', 'wary—and tense', 'wary — and tense'],
    ['no more...', 'no more…'],
  ])
    for (const one of written) expect(normalise(typed ?? '').text).toBe(normalise(one).text);
});

test('what is shown is the same to the evidence as what was typed, beside words and numbers', () => {
  for (const typed of ['wary -- and', 'wary --- and', 'wary---and', '2014--2016', 'wait... what', '1 -- 2'])
    expect(normalise(typographic(typed, ours)).text).toBe(normalise(typed).text);
});

test('a deck for another tool keeps its hyphens, unless it is divided as Pandoc does', () => {
  const foreign = { ...ours, usesOwnTheme: false };
  expect(typographic('a -- "b"...', foreign)).toBe('a -- "b"...');
  expect(typographic('a -- "b"...', { ...foreign, slideLevel: 2 })).toBe('a – "b"…');
});
