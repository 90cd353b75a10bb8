import { describe, expect, test } from 'vitest';
import { diagramText } from '../src/evidence/diagram-text.js';
import { factsOf } from '../src/evidence/facts.js';
import { nameKeys } from '../src/evidence/name-keys.js';
import { normalise } from '../src/evidence/normalise.js';
import { readerOf } from '../src/evidence/reader.js';
import { isRounded, isSameNumber, type Rounding } from '../src/evidence/same-number.js';
import { readingLanguage } from '../src/language/languages.js';
import { plainLanguage } from '../src/language/plain.js';
import type { ReadingLanguage } from '../src/model/language.js';

function language(tag: string): ReadingLanguage {
  return readingLanguage(tag) ?? plainLanguage(tag);
}

/** Everything that counts or dates, in the order of the text. */
function facts(tag: string, typed: string): string {
  const { text } = normalise(typed);
  const { numbers, years, dates, decades, calendar, clock } = factsOf(text, readerOf(language(tag)));
  const all = [
    ...numbers.map((one) => ({
      start: one.start,
      shown: `${one.isNegative === true ? '-' : ''}${one.readings.join('|')}${one.isOrdinal === undefined ? '' : 'th'}${one.unit === undefined ? '' : ` ${one.unit}`}`,
    })),
    ...years.map(({ start, year }) => ({ start, shown: `year ${year}` })),
    ...dates.map(({ start, day, month, year }) => ({ start, shown: `${day}.${month}.${year ?? ''}` })),
    ...decades.map(({ start, year }) => ({ start, shown: `${year}s` })),
    ...calendar.map(({ start, kind, which }) => ({ start, shown: `${kind} ${which}` })),
    ...clock.map(({ start, minutes }) => ({ start, shown: `at ${minutes.join('|')}` })),
  ];
  return [...new Set(all.sort((a, b) => a.start - b.start).map(({ shown }) => shown))].join(', ');
}

describe('numbers are read', () => {
  test.each([
    ['en', 'about 112,000-114,000 troops', '112000, 114000'],
    ['en', '112 000, 112.000, 112000', '112000'],
    ['en', '1.234 or 1,234.5', '1234|1.234, 1234.5'],
    [
      'en',
      '112 thousand, 3.5 million, $3bn, US$2.7bn, EUR 11bn',
      '112000, 3500000, 3000000000 USD, 2700000000 USD, 11000000000 EUR',
    ],
    ['en', '5 to 7 per cent, 12%, 6 percentage points', '5 percent, 7 percent, 12 percent, 6 percentage point'],
    ['en', 'twenty-one, two hundred and five thousand, a hundred', '21, 205000, 100'],
    ['en', 'hundreds of thousands', ''],
    ['en', 'the twelfth, the 21st century, Louis XIV', '12th, 21th century, 14th'],
    ['en', 'a third, three quarters, half a million, a million and a half', '0.333333333333, 0.75, 500000, 1500000'],
    ['en', 'in 2016–18, the 1990s and the ’90s, ’24', 'year 2016, year 2018, 1990s, 90s, year 1924, year 2024'],
    ['en', '20 February 2024, Feb. 21, 4th of July 2020', 'year 2024, 20.2.2024, 21.2., year 2020, 4.7.2020'],
    ['en', 'it may 20 times; in May; on Tuesday in spring', '20 times, month 5, weekday 1, season 0'],
    ['en', 'at 6.45 p.m., 18:45 and 2 pm', 'at 1125, at 840'],
    ['en', 'from 23:30 to 24:00, in 25:10', 'at 1410, at 0, 25, 10'],
    ['en', 'in berths 12 14 per cent, 3 4 thousand', '12, 14 percent, 3, 4000'],
    ['en', '10³ or 2.5 × 10⁶, 10⁻²', '1000, 2500000, 0.01'],
    ['en', '−12 °C, minus 5 degrees', '-12 degC, -5'],
    ['de', 'einundvierzig, zweihundertsechzehn, anderthalb Millionen', '41, 216, 1500000'],
    ['de', '1,8 Mio. US-Dollar, 1.234 Euro, 11 Mrd. Euro', '1800000 USD, 1234 EUR, 11000000000 EUR'],
    [
      'de',
      'vom 7. auf den 8. Februar 1998, am 3.10.2019, 14.30 Uhr',
      'year 1998, 7.2.1998, 8.2.1998, year 2019, 3.10.2019, at 870',
    ],
    ['fr', 'quatre-vingt-douze, soixante-douze, un million et demi', '92, 72, 1500000'],
    ['fr', '12 M€, 3,2 milliards d’euros, le 1er juillet 2003', '12000000 EUR, 3200000000 EUR, year 2003, 1.7.2003'],
    ['pl', 'trzydziestu sześciu, półtora miliona, 3,2 mld euro', '36, 1500000, 3200000000 EUR'],
    ['pl', '14 maja 2022 r., XIX wiek, o godz. 18.45', 'year 2022, 14.5.2022, 19th century, at 1125'],
    ['uk', 'тридцять шість, півтора мільйона, 14 травня 2022 року', '36, 1500000, year 2022, 14.5.2022'],
    ['ru', 'двадцать одна, сорока двух, двести пять тысяч', '21, 42, 205000'],
    ['ru', '20–21 февраля, 9 мая, 15 процентов', '20.2., 21.2., 9.5., 15 percent'],
    ['be', 'дваццаць адна, шаснаццаць, 8 сакавіка', '21, 16, 8.3.'],
    ['lt', 'trisdešimt šešias, 2022 m. gegužės 14 d., 3,2 mlrd. eurų', '36, year 2022, 14.5.2022, 3200000000 EUR'],
  ])('%s: %j', (tag, text, expected) => {
    expect(facts(tag, text)).toBe(expected);
  });

  test('a language without tables is read by its digits', () => {
    expect(facts('sv', '12,5 procent och tolv skepp')).toBe('12.5');
  });
});

describe('numbers are compared with their units', () => {
  test.each([
    ['7 GW', '7000 MW', true],
    ['90 m', '90 cm', false],
    ['60 miles', '60 km', false],
    ['72 hours', '3 days', true],
    ['£84 million', '$84 million', false],
    ['24 per cent', '24 percentage points', false],
    ['75%', 'three quarters', true],
    ['33%', 'a third', true],
    ['12th', 'twelfth', true],
    ['−12 °C', '12 °C', false],
  ])('%s and %s: %s', (one, other, isSame) => {
    const [first] = factsOf(normalise(one).text, readerOf(language('en'))).numbers;
    const [second] = factsOf(normalise(other).text, readerOf(language('en'))).numbers;
    expect(first !== undefined && second !== undefined && isSameNumber(first, second)).toBe(isSame);
  });

  test.each<[Rounding, string, string, boolean]>([
    ['about', '1,000', '1,013', true],
    ['about', '1,000', '1,300', false],
    ['over', '4,500', '4,600', true],
    ['over', '5,000', '4,600', false],
    ['under', '10,000', '9,870', true],
    ['under', '4,000', '4,600', false],
  ])('%s %s stands for %s: %s', (rounding, one, other, isRight) => {
    const [first] = factsOf(one, readerOf(language('en'))).numbers;
    const [second] = factsOf(other, readerOf(language('en'))).numbers;
    expect(first !== undefined && second !== undefined && isRounded(first, second, rounding)).toBe(isRight);
  });
});

function isOneName(tag: string, one: string, other: string): boolean {
  const keys = nameKeys(one, [language(tag)]);
  return nameKeys(other, [language(tag)]).some((key) => keys.includes(key));
}

test.each([
  ['en', 'Kern Kern’s'],
  ['en', 'Željka Zeljka'],
  ['en', 'Bavaria Bavarian'],
  ['de', 'Hagen Hagens'],
  ['de', 'Müller Mueller'],
  ['pl', 'Olender Olendra Olendrem'],
  ['pl', 'Gołąb Gołębia'],
  ['pl', 'Praga Pragi Pradze'],
  ['pl', 'Kozieł Kozła'],
  ['uk', 'Київ Києва Києві'],
  ['ru', 'Орёл Орла Орле'],
  ['ru', 'Хренин Хренина Хрениным'],
  ['ru', 'Королёв Королев'],
  ['be', 'Мінск Мінску Мінскам'],
  ['lt', 'Žaltys Žalčio'],
  ['lt', 'Karava Karavoje Karavos'],
])('%s: %s are forms of one name', (tag, forms) => {
  const [first = '', ...others] = forms.split(' ');
  expect(others.filter((other) => !isOneName(tag, first, other))).toEqual([]);
});

test.each([
  ['en', 'Clark', 'Clarke'],
  ['en', 'Niger', 'Nigeria'],
  ['en', 'Georgia', 'George'],
  ['de', 'Hess', 'Hesse'],
  ['de', 'Paul', 'Paula'],
  ['ru', 'Хренин', 'Хрущев'],
  ['pl', 'Mińsk', 'Moskwa'],
])('%s: %s and %s are two', (tag, one, other) => {
  expect(isOneName(tag, one, other)).toBe(false);
});

test.each([
  ['flowchart LR\n  a[Kalvik] -->|14 reports ¶2| b("The ships")\n  class a port', 'Kalvik\n14 reports\nThe ships'],
  ['sequenceDiagram\n  participant R as Rautio\n  R->>M: asks ¶4', 'Rautio\nasks'],
  [
    'timeline\n  section Winter ¶2\n    9 November : Day of the Pilots : Feast',
    'Winter\n9 November\nDay of the Pilots\nFeast',
  ],
  ['stateDiagram-v2\n  direction LR\n  state "At sea" as sea\n  sea --> port : slows down', 'At sea\nslows down'],
  ['pie title Ships\n  "Estland" : 35', 'Estland\n35'],
])('the labels of %j', (code, expected) => {
  expect(diagramText(code).text).toBe(expected);
});

test('an ending of several letters leaves three letters of a name', () => {
  const shares = (one: string, other: string): boolean =>
    nameKeys(one, [language('ru')]).some((key) => nameKeys(other, [language('ru')]).includes(key));
  expect(shares('Римом', 'Рим')).toBe(true);
  expect(shares('Омах', 'Ома')).toBe(false);
});

test('of two numbers the one above twelve is the day', () => {
  expect(facts('en', 'on 12/13/2024')).toBe('year 2024, 13.12.2024');
  expect(facts('en', 'on 13/12/2024')).toBe('year 2024, 13.12.2024');
  expect(facts('en', 'on 11/12/2024')).toBe('year 2024, 11.12.2024');
  expect(facts('en', 'on 12/12/2024')).toBe('year 2024, 12.12.2024');
});
