import { describe, expect, test } from 'vitest';
import { lockName, readLock, reviewClaims, updateLock, writeLock } from '../src/evidence/lock.js';
import { verifyEvidence } from '../src/evidence/verify.js';
import type { Audience, Deck, Evidence } from '../src/model.js';
import { stripOf } from '../src/render/strip.js';
import { deckOf, harbourSources } from './support/evidence.js';
import { renderDeck } from './support/render-deck.js';
import { testTwins } from './support/twins.js';

async function shown(deck: Deck, evidence: Evidence | undefined, audience: Audience): Promise<string> {
  const { slides } = await renderDeck(deck, { byId: new Map(), diagnostics: [] }, { audience }, evidence);
  return slides.map(({ html }) => html).join('\n');
}

// The student's edition, and the teacher's where it differs.
testTwins('panel', 'html', async (text) => {
  const deck = deckOf(text);
  const evidence = verifyEvidence(deck, harbourSources, undefined);
  const student = await shown(deck, evidence, 'student');
  const teacher = await shown(deck, evidence, 'teacher');
  return teacher === student ? `${student}\n` : `${student}\n\n<!-- teacher -->\n\n${teacher}\n`;
});

describe('what an edition leaves out is not in its panel', () => {
  const text = `## Ports and boats {#who}

- Rautio praises "our cheapest insurance" [@ilvesson2021, ¶2]
- The convention meets again [@ilvesson2021, ¶4, "until the convention meets again"] {.teacher}
- Pilots count[, and fear for "their nets" [@ilvesson2021, ¶5]]{.teacher} [@ilvesson2021, ¶5, "near the mouth of the river"]
`;
  const deck = deckOf(text);
  const evidence = verifyEvidence(deck, harbourSources, undefined);

  test('neither its words nor what it rests on', async () => {
    expect(evidence.claims[0]?.found.map(({ words }) => words)).toContain('until the convention meets again');
    const student = await shown(deck, evidence, 'student');
    expect(student).toContain('<mark>our cheapest insurance</mark>');
    expect(student).toContain('<mark>near the mouth of the river</mark>');
    expect(student).not.toMatch(/convention|nets|¶4/);
    const teacher = await shown(deck, evidence, 'teacher');
    expect(teacher).toContain('<mark>until the convention meets again</mark>');
    expect(teacher).toContain('<mark>their nets</mark>');
  });

  test('the text of paragraphs is for the teacher, where the deck says so and the source is here', async () => {
    const full = harbourSources[0]?.paragraphs[2]?.text.slice(0, 40) ?? 'none';
    const embedding = { ...deck, settings: { ...deck.settings, embedSources: true } };
    expect(await shown(embedding, evidence, 'teacher')).toContain(full);
    expect(await shown(embedding, evidence, 'student')).not.toContain(full);
    expect(await shown(deck, evidence, 'teacher')).not.toContain(full);
  });
});

test('without the source the panel shows the words the lock has, and says so', async () => {
  const deck = deckOf('## Ports\n\n- Rautio praises "our cheapest insurance" [@ilvesson2021, ¶2]\n');
  const checked = verifyEvidence(deck, harbourSources, undefined);
  const text = writeLock(updateLock(reviewClaims(checked, 'A. Reader', '2024-02-24'), undefined));
  const { lock } = readLock({ path: lockName, file: `/deck/${lockName}`, text });
  const html = await shown(deck, verifyEvidence(deck, [], lock), 'student');
  expect(html).toContain('<mark>our cheapest insurance</mark>');
  expect(html).toContain(
    'Quotation found in ¶2, word for word; checked against the source on an earlier run; the source is not here<br>Reviewed by A. Reader on 24.02.2024',
  );
  expect(html).toContain('aria-label="paragraph 2 of 6"');
});

test('no word of the panel says that a claim is true', async () => {
  const deck = deckOf(
    '## Ports\n\n- Rautio praises "our cheapest insurance" [@ilvesson2021, ¶2]\n- So so [@inference]\n',
  );
  expect(await shown(deck, verifyEvidence(deck, harbourSources, undefined), 'teacher')).not.toMatch(
    /\btrue\b|verified/i,
  );
});

test('marks without anything to show are no controls', async () => {
  const html = await shown(deckOf('## A [@inference]\n\nNote:\nB [@ilvesson2021, ¶2]\n'), undefined, 'teacher');
  expect(html).not.toContain('<button');
  expect(html).not.toContain('data-cites');
});

describe('the row of paragraphs', () => {
  const numbers = (last: number): readonly number[] => Array.from({ length: last + 1 }, (_, number) => number);
  const row = (last: number, cited: readonly number[]): string =>
    stripOf(numbers(last), cited)
      .map((number) => number ?? '…')
      .join(' ');

  test('has all of a short source, ¶0 only where it is cited', () => {
    expect(row(11, [9])).toBe('1 2 3 4 5 6 7 8 9 10 11');
    expect(row(4, [0])).toBe('0 1 2 3 4');
  });

  test('has what stands around those cited of a long one', () => {
    expect(row(40, [9])).toBe('1 … 6 7 8 9 10 11 12 … 40');
    expect(row(40, [3, 20])).toBe('1 2 3 4 5 … 19 20 21 … 40');
    expect(stripOf([], [12])).toEqual([12]);
  });
});
