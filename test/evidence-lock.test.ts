import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type EvidenceLock, readLock, reviewClaims, updateLock, writeLock } from '../src/evidence/lock.js';
import { formatDiagnostic } from '../src/model/diagnostic.js';
import type { Evidence } from '../src/model.js';
import { evidenceOf, harbourSources, saidOf } from './support/evidence.js';
import { fixtureFolder } from './support/twins.js';

const folder = join(fixtureFolder('evidence'), 'harbour');
const deck = readFileSync(join(folder, 'deck.md'), 'utf8');
const verified = evidenceOf(deck);
const lock = updateLock(verified, undefined);

function read(text: string): { lock?: EvidenceLock; said: readonly string[] } {
  const { lock, diagnostics } = readLock({ path: 'evidence.lock.json', file: '/evidence.lock.json', text });
  return { ...(lock === undefined ? {} : { lock }), said: diagnostics.map(formatDiagnostic) };
}

function staleness({ diagnostics }: Evidence): readonly string[] {
  return diagnostics
    .filter(({ rule }) => rule === 'lock-stale')
    .map(({ severity, message }) => `${severity} ${message}`);
}

describe('the lock', () => {
  test('is sorted, a claim a block, and reads back as written', async () => {
    await expect(writeLock(lock)).toMatchFileSnapshot(join(folder, 'evidence.lock.json'));
    expect(read(writeLock(lock))).toEqual({ lock, said: [] });
  });

  test('is the same wherever slides and items stand', () => {
    const [start = '', ...slides] = deck.split('\n---\n\n');
    const moved = [start, ...slides.toReversed()].join('\n---\n\n');
    expect(writeLock(updateLock(evidenceOf(moved), undefined))).toBe(writeLock(lock));
  });

  test('holds no sentence of a source but the quotations and anchors of the deck', () => {
    const written = writeLock(lock);
    const sentences = harbourSources.flatMap(({ paragraphs }) =>
      paragraphs.flatMap(({ text }) => text.split(/(?<=\.)\s/)),
    );
    for (const sentence of sentences.filter((one) => one.split(' ').length > 8)) {
      expect(written).not.toContain(sentence);
    }
  });

  test('stands for the sources where they are not, and only there', () => {
    const without = evidenceOf(deck, { sources: [], lock });
    expect(saidOf(without)).toEqual([]);
    expect(without.claims.map(({ status }) => status)).toEqual(verified.claims.map(({ status }) => status));
    expect(without.claims.filter(({ by }) => by === 'lock').length).toBeGreaterThan(20);
    expect(writeLock(updateLock(without, lock))).toBe(writeLock(lock));
    const changed = deck.replace('1,250,000', '1,350,000');
    expect(saidOf(evidenceOf(changed, { sources: [], lock }))).toEqual([
      'deck.md:15:1 error source-absent Not verified: the source ilvesson2021 is not here, and the lock does not know "A collision in 2013 cost Kalvik over 1,350,000 crowns". Check the deck where the source ilvesson2021 is, with --update-lock.',
    ]);
  });

  test('is of no use to a source that is here', () => {
    const changed = deck.replace('1,250,000', '1,350,000');
    const forged: EvidenceLock = { ...lock, claims: lock.claims.map((one) => ({ ...one, id: 'x' })) };
    expect(saidOf(evidenceOf(changed, { lock: forged }))[0]).toContain(
      'The number 1,350,000 crowns is not in ilvesson2021 ¶2',
    );
  });

  test('knows where a paragraph ends without the text', () => {
    const changed = deck.replace('[@ilvesson2021, ¶1,', '[@ilvesson2021, ¶8,');
    expect(saidOf(evidenceOf(changed, { sources: [], lock })).join()).toContain(
      'ilvesson2021 has no ¶8; its paragraphs are ¶0 to ¶6.',
    );
  });

  test('with one source here and one not checks what it can', () => {
    const [harbour] = harbourSources;
    if (harbour === undefined) throw new Error('no source');
    const partly = evidenceOf(deck, { sources: [harbour], lock });
    expect(saidOf(partly)).toEqual([]);
    expect(new Set(partly.claims.map(({ by }) => by))).toEqual(new Set(['source', 'lock', 'nothing']));
    expect(writeLock(updateLock(partly, lock))).toBe(writeLock(lock));
  });
});

describe('a lock is stale', () => {
  test('never where nothing has changed', () => {
    expect(staleness(evidenceOf(deck, { lock }))).toEqual([]);
  });

  test('where claims came or went: a warning, with --frozen an error', () => {
    const changed = deck.replace('Up to 35 carry', 'Some 35 carry');
    const message =
      'evidence.lock.json is not up to date: 1 verified claim is not in it, 1 of its claims does not pass or stand in the deck any more.';
    expect(staleness(evidenceOf(changed, { lock }))).toEqual([`warning ${message}`]);
    expect(staleness(evidenceOf(changed, { lock, frozen: true }))).toEqual([`error ${message}`]);
  });

  test("where a source's text has changed", () => {
    const [harbour, pilots] = harbourSources;
    if (harbour === undefined || pilots === undefined) throw new Error('no source');
    const paragraphs = harbour.paragraphs.map((one) => ({
      ...one,
      text: one.text.replace('risky', '').replace('small boats', 'little boats'),
    }));
    expect(staleness(evidenceOf(deck, { lock, sources: [{ ...harbour, paragraphs }, pilots] }))).toEqual([
      'warning evidence.lock.json is not up to date: the text of ilvesson2021 has changed.',
    ]);
  });

  test('where there is none', () => {
    expect(staleness(verified)[0]).toContain('There is no evidence.lock.json');
  });
});

describe('a lock that cannot be used', () => {
  test.each([
    ['{', 'error lock-format The lock is no valid JSON'],
    ['<<<<<<< ours\n{}', 'error lock-format The lock holds a merge conflict'],
    ['{"format": 2}', 'error lock-format The lock is of format 2; this version of pilcrow reads format 1'],
    ['{"format": 1, "sources": []}', 'error lock-format The lock is not as pilcrow writes it: `claims`'],
    ['[]', 'error lock-format The lock is not as pilcrow writes it'],
  ])('%j', (text, message) => {
    const { lock, said } = read(text);
    expect(lock).toBeUndefined();
    expect(said.join()).toContain(message);
  });
});

describe('a review', () => {
  const reviewed = updateLock(reviewClaims(verified, 'M. Reader', '2024-02-24'), undefined);

  test('is recorded for what passed against a source, and held', () => {
    const claims = evidenceOf(deck, { lock: reviewed }).claims;
    expect(claims.filter(({ reviews }) => reviews.length > 0).map(({ by }) => by)).not.toContain('nothing');
    expect(claims[0]?.reviews).toEqual([{ who: 'M. Reader', when: '2024-02-24' }]);
    expect(evidenceOf(deck, { sources: [], lock: reviewed }).claims[0]?.reviews).toHaveLength(1);
  });

  test('lapses when the claim changes', () => {
    const claims = evidenceOf(deck.replace('Up to 35 carry', 'Some 35 carry'), { lock: reviewed }).claims;
    expect(claims.filter(({ by, reviews }) => by === 'source' && reviews.length === 0).map(({ text }) => text)).toEqual(
      ['Some 35 carry dangerous goods'],
    );
  });

  test('lapses when a paragraph it cites changes', () => {
    const sources = harbourSources.map((source) => ({
      ...source,
      paragraphs: source.paragraphs.map((one) => ({
        ...one,
        text: one.text.replace('remains to be seen', 'remains to be seen, he says'),
      })),
    }));
    const lapsed = evidenceOf(deck, { lock: reviewed, sources }).claims.filter(
      ({ by, reviews }) => by === 'source' && reviews.length === 0,
    );
    expect(new Set(lapsed.flatMap(({ citations }) => citations.flatMap(({ locators }) => locators.flat())))).toEqual(
      new Set([6]),
    );
  });
});
