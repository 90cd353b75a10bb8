import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareLines } from '../src/import/edits/compare-lines.js';
import { describeEdit } from '../src/import/edits/describe-edit.js';
import type { RecordedLine } from '../src/model.js';

const text = (words: string): RecordedLine => ({ kind: 'text', text: words });

const said = (before: readonly string[], after: readonly string[]): readonly string[] =>
  compareLines(before.map(text), after.map(text)).map(({ kind, before: was, after: is }) =>
    [kind, was ?? '-', is ?? '-'].join(' | '),
  );

test.each([
  ['nothing', ['a ship', 'a quay'], ['a ship', 'a quay'], []],
  ['a word', ['a ship came', 'a quay'], ['a ship left', 'a quay'], ['changed | a ship came | a ship left']],
  ['a line written anew', ['a', 'ice', 'b'], ['a', 'no water', 'b'], ['changed | ice | no water']],
  [
    'a line before a changed one',
    ['north 12'],
    ['west 5', 'north 13'],
    ['changed | north 12 | north 13', 'added | - | west 5'],
  ],
  ['a line moved', ['a', 'b', 'c'], ['b', 'c', 'a'], ['moved | a | -']],
  [
    'a line moved and changed',
    ['one two three', 'b', 'c'],
    ['b', 'c', 'one two four'],
    ['changed | one two three | one two four', 'moved | one two three | -'],
  ],
  ['the same words twice, one less', ['a', 'a', 'b'], ['a', 'b'], ['removed | a | -']],
  ['letters in another case', ['Steam'], ['steam'], ['changed | Steam | steam']],
  ['signs without words', ['→', '–'], ['→', '='], ['changed | – | =']],
])('%s', (_, before, after, edits) => expect(said(before, after)).toEqual(edits));

test('lines of different kinds are never compared', () => {
  const note: RecordedLine = { kind: 'note', text: 'a ship' };
  expect(compareLines([text('a ship')], [note]).map(({ kind, what }) => `${what} ${kind}`)).toEqual([
    'text removed',
    'note added',
  ]);
});

test('what was taken out is said, each once, and so is what was put in', () => {
  const lines = fc.uniqueArray(
    fc.string({ minLength: 1, maxLength: 4 }).map((word) => `x${word}x`),
    { maxLength: 14 },
  );
  fc.assert(
    fc.property(lines, fc.array(fc.boolean(), { minLength: 14, maxLength: 14 }), (all, keeps) => {
      const kept = all.filter((_, index) => keeps[index] ?? true);
      expect(compareLines(all.map(text), all.map(text))).toEqual([]);
      expect(compareLines(all.map(text), kept.map(text))).toHaveLength(all.length - kept.length);
      expect(compareLines(kept.map(text), all.map(text))).toHaveLength(all.length - kept.length);
    }),
  );
});

test('a long text is shown by what changed in it, with the numbers that are not the same', () => {
  const line = (number: string): string =>
    `Of the ships that came in by night ${number} had no pilot, ${'and so on '.repeat(12)}until May 2021.`;
  const edit = { kind: 'changed', what: 'text', number: 4, before: line('1,200'), after: line('1,300') } as const;
  expect(describeEdit(edit, ['¶2'])).toBe(
    'slide 4: text changed: “… that came in by night 1,200 had no pilot, and so …” is now “… that came in by night 1,300 had no pilot, and so …”. Number: 1,200, now 1,300. It cites ¶2.',
  );
});
