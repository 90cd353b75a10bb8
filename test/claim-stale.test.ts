import { expect, test } from 'vitest';
import { claimStale } from '../src/check/rules/claim-stale.js';
import { deckOf } from './support/evidence.js';

const today = new Date('2022-04-01T00:00:00Z');

function found(text: string, front = 'stale-after: 12 months\nlang: en'): readonly (readonly [number, string])[] {
  const deck = deckOf(`---\n${front}\n---\n\n${text}\n`);
  return claimStale({ deck, glyphs: new Set(), today }).map(({ place, message }) => [place.line, message] as const);
}

test('a claim of the present whose newest source is older than the deck allows is old, once a slide', () => {
  const text = '## Ports\n\n- Kalvik pays for pilots [@ilvesson2021, ¶2]\n- Sola pays too [@ilvesson2021, ¶2]';
  expect(found(text)).toEqual([
    [
      8,
      '"Kalvik pays for pilots" speaks of the present, and its newest source is 13 months old. 1 more on this slide.',
    ],
  ]);
  expect(found(text, 'stale-after: 13 months\nlang: en')).toEqual([]);
  expect(found(text, 'stale-after: 2 years\nlang: en')).toEqual([]);
  expect(found(text, 'lang: en')).toEqual([]);
});

test('one that says of when it speaks is not, nor one of the past, nor one whose source has no date', () => {
  const claims = [
    'Kalvik pays for pilots [@ilvesson2021, ¶2] {asof=2021-03}',
    'Sola paid for pilots [@ilvesson2021, ¶2]',
    'Lindhamn pays for pilots [@pilots, ¶1]',
    'Lindhamn pays for pilots [@ilvesson2021, ¶2; @pilots, ¶1]',
    'Lindhamn pays for pilots [@lecturer]',
  ];
  expect(found(`## Ports\n\n${claims.map((claim) => `- ${claim}`).join('\n')}`)).toEqual([]);
  expect(found('## Ports {asof=2021}\n\n- Kalvik pays for pilots [@ilvesson2021, ¶2]')).toEqual([]);
});

test('where the past is not read every claim counts', () => {
  expect(found('## Ports\n\n- Sola paid [@ilvesson2021, ¶2]', 'stale-after: 1 year\nlang: nl')).toHaveLength(1);
});
