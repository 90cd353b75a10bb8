import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readLock, updateLock, writeLock } from '../src/evidence/lock.js';
import { readSourceText } from '../src/read/source-text.js';
import { evidenceOf, harbourSources, saidOf } from './support/evidence.js';
import { fixtureFolder, testTwins } from './support/twins.js';

const folder = fixtureFolder('locators');
const path = 'sources/ilvesson2021.md';
const { source: report, diagnostics } = readSourceText({
  path,
  file: `/deck/${path}`,
  text: readFileSync(join(folder, 'report.source'), 'utf8'),
});
const pilots = harbourSources.filter(({ key }) => key === 'pilots');

testTwins('locators', 'txt', (markdown) => {
  const evidence = evidenceOf(markdown, { sources: [report, ...pilots] });
  const claims = evidence.claims.map(({ place, status, citations, found }) => {
    const words = found.map(({ kind, paragraph, words }) => `${kind} ¶${paragraph} "${words}"`);
    const cited = citations
      .map(({ parts }) => (parts ?? []).map(({ paragraphs }) => `¶${paragraphs?.join(', ¶') ?? ' –'}`).join(' + '))
      .join('; ');
    return `${place.line} ${status} ${cited}${words.map((one) => `\n    ${one}`).join('')}`;
  });
  return `${[...claims, '', ...saidOf(evidence)].join('\n')}\n`;
});

test('marks of pages and headings are no part of the text', () => {
  expect(diagnostics).toEqual([]);
  expect(report.paragraphs.find(({ number }) => number === 3)?.text).toBe(
    'The quays of Gothia are older, and the oldest of them was built in 1871 by a com-\npany from Norland that no longer exists.',
  );
  expect(report.paragraphs.map(({ text }) => text).join()).not.toMatch(/\[Page|#/);
});

test('where the source is not here, the lock knows its pages', () => {
  const deck = '## Quays [@ilvesson2021, p. 2]\n\n- Gothia counted 320 ships [@ilvesson2021, p. 2]\n';
  const { lock } = readLock({
    path: 'evidence.lock.json',
    file: '/deck/evidence.lock.json',
    text: writeLock(updateLock(evidenceOf(deck, { sources: [report] }), undefined)),
  });
  const { claims, diagnostics } = evidenceOf(deck, { sources: [], ...(lock === undefined ? {} : { lock }) });
  expect(diagnostics).toEqual([]);
  expect(claims.map(({ status, by }) => `${status} ${by}`)).toEqual(['cited lock', 'found lock']);
  expect(claims[1]?.citations[0]?.parts?.[0]?.paragraphs).toEqual([3, 4, 5]);
  const wrong = evidenceOf(deck.replaceAll('p. 2', 'p. 3'), { sources: [], ...(lock === undefined ? {} : { lock }) });
  expect(saidOf(wrong).join()).toContain('has no p. 3; nearest are p. 2 and p. 4.');
});
