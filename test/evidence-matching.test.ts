import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearestPassage } from '../src/evidence/nearest-passage.js';
import { normalise, originalRange } from '../src/evidence/normalise.js';
import { findAcross, findQuotation, prepareQuotation } from '../src/evidence/quotation.js';

const seed = 20240224;

function found(quotation: string, paragraph: string): readonly string[] | undefined {
  const normalised = normalise(paragraph);
  return findQuotation(prepareQuotation(quotation), normalised)?.map(({ start, end }) => {
    const range = originalRange(normalised, start, end);
    return paragraph.slice(range.start, range.end);
  });
}

describe('normalising', () => {
  test.each([
    ['“wary” «и» „тревожно“ ‘it’s’', "'wary' 'и' 'тревожно' 'it's'"],
    ['a\u00A0b  c\n d', 'a b c d'],
    ['112,000–114,000 and 112,000 – 114,000', '112,000-114,000 and 112,000-114,000'],
    ['words—words and words -- words', 'words - words and words - words'],
    ['long\u2011range', 'long-range'],
    ['e\u0301te\u0301 й \u0443\u0306', 'été й ў'],
    ['eﬃ\u00ADcient', 'efficient'],
    ['ice-\nbreaking, ice- and snow', 'icebreaking, ice- and snow'],
    ['and so on…', 'and so on...'],
  ])('%j', (text, expected) => {
    expect(normalise(text).text).toBe(expected);
  });

  test('changes neither case nor wording, and nothing twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = normalise(text).text;
        expect(once.replace(/[\s'-]|\.{3}/g, '').length).toBeLessThanOrEqual(text.normalize('NFC').length * 3);
        expect(normalise(once).text).toBe(once);
      }),
      { seed },
    );
  });
});

describe('a quotation', () => {
  const text =
    'The harbour master said: “We would, rather — lose an hour than a hull.” The long-range plan costs 112,000 crowns.';

  test.each([
    ['lose an hour than a hull.', ['lose an hour than a hull']],
    ['lose an hour than a hull,', ['lose an hour than a hull']],
    ['We would, rather – lose', ['We would, rather — lose']],
    ['We would … than a hull', ['We would', 'than a hull']],
    ['We would [...] plan', ['We would', 'plan']],
    ['[t]he harbour master', ['The harbour master']],
    ['an hour [of time] than', ['an hour than']],
    ['[They] lose an hour', ['lose an hour']],
    ['cost[ing] 112,000 crowns', ['costs 112,000 crowns']],
  ])('%j is found', (quotation, expected) => {
    expect(found(quotation, text)).toEqual(expected);
  });

  test.each([
    'We would rather lose',
    'lose a hour',
    'range plan',
    '12,000 crowns',
    '112,000 crown',
    'than a hull … We would',
    'an hour [of] costs',
    '…',
  ])('%j is not', (quotation) => {
    expect(found(quotation, text)).toBeUndefined();
  });

  test('may go on in the next of the paragraphs cited together, but not run over its end', () => {
    const paragraphs = ['One ends here.', 'Two begins here.'].map(normalise);
    expect(findAcross(prepareQuotation('One … begins'), paragraphs)?.map(({ index }) => index)).toEqual([0, 1]);
    expect(findAcross(prepareQuotation('ends here. Two'), paragraphs)).toBeUndefined();
  });

  const word = fc.constantFrom(..."ice port's Kalvik 112,000 long-range «лёд» été a the of ships—boats".split(' '));

  test('of any words of a paragraph is found, typography aside, and found again in what was found', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 4, maxLength: 30 }), fc.nat(), fc.nat(), (words, a, b) => {
        const start = a % words.length;
        const quoted = words.slice(start, start + 1 + (b % (words.length - start))).join(' ');
        const typed = quoted.replaceAll("'", '’').replaceAll('—', ' – ').normalize('NFD');
        const [first = ''] = found(typed, words.join('\u00A0')) ?? [];
        expect(normalise(first).text.replace(/^'|'$/g, '')).toBe(normalise(quoted).text.replace(/^'|'$/g, ''));
      }),
      { seed },
    );
  });

  test('with one word replaced is not found where that word does not stand', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 4, maxLength: 30 }), fc.nat(), (words, at) => {
        expect(found(words.with(at % words.length, 'elsewhere').join(' '), words.join(' '))).toBeUndefined();
      }),
      { seed },
    );
  });
});

test.each([
  ['a well-known rule of ports', 'It is a well-known law of ports.', 'a well-known {rule → law} of ports'],
  ['we will rather lose', 'we would rather lose an hour', 'we {will → would} rather lose'],
  ['rather lose', 'rather than lose', 'rather {– → than} lose'],
  ['Rather lose it', 'I would rather lose', '{Rather → rather} lose {it → –}'],
  ['long range plan', 'a long-range plan', 'long{␣ → -}range plan'],
])('the nearest passage to %j in %j', (quotation, text, marked) => {
  expect(nearestPassage(quotation, text)?.marked).toBe(marked);
});

test('no quotation makes an expression that breaks or hangs', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab[]….,()*+?\\^$|{}/"\' -') }), (quotation) => {
      found(quotation, 'a b [a] (b)* a.b');
    }),
    { seed, numRuns: 500 },
  );
});
