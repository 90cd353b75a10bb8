import { describe, expect, test } from 'vitest';
import { diagramText } from '../src/evidence/diagram-text.js';
import { numberFactsOf } from '../src/evidence/numbers.js';
import { stemOf } from '../src/evidence/stem.js';

function facts(text: string): string {
  const { numbers, years, dates } = numberFactsOf(text);
  return [
    ...numbers.map(({ readings, isPercent }) => `${readings.join('|')}${isPercent ? '%' : ''}`),
    ...years.map(({ year }) => `year ${year}`),
    ...dates.map(({ day, month, year }) => `${day}.${month}.${year ?? ''}`),
  ].join(' ');
}

describe('numbers are read', () => {
  test.each([
    ['about 112,000-114,000 troops', '112000 114000'],
    ['112 000, 112.000, 112000', '112000 112000 112000'],
    ['1.234 or 1,234.5', '1234|1.234 1234.5'],
    ['112 thousand, 3.5 million, $3bn, 4 тыс., 2 млн', '112000 3500000 3000000000 4000 2000000'],
    ['112–114 thousand', '112|112000 114000'],
    ['5 to 7 per cent, 12%, 15 процентов, 16 працэнтаў', '5% 7% 12% 15% 16%'],
    ['twenty-one, two hundred and five thousand, a hundred', '21 205000 100'],
    ['one hundred and twelve and two', '112 2'],
    ['hundreds of thousands', ''],
    ['двадцать одна, сорока двух, двести пять тысяч, пятьюстами', '21 42 205000 500'],
    ['дваццаць адна, дзвюх тысяч, ста пяцідзесяці, шаснаццаць', '21 2000 150 16'],
    ['двадцатый век, the twentieth and the 21st century', ''],
    ['Russia-24 and ¶5, §6, paragraph 7', '24'],
    [
      'in 2016 and 2018, 2016–18, the 1990s, в 2021 году',
      'year 2016 year 2018 year 2016 year 2018 year 1990 year 2021',
    ],
    ['2000 troops', '2000'],
    ['20 February 2024, Feb. 21', 'year 2024 20.2.2024 21.2.'],
    ['20.02.2024 or 2024-02-20', 'year 2024 year 2024 20.2.2024 20.2.2024'],
    ['20–21 февраля, 8 сакавіка, 9 мая', '20.2. 21.2. 8.3. 9.5.'],
    ['it may 20 times', '20'],
    ['10³ or 2.5 × 10⁶, 10⁻², in 2016³, 112² and 10 m²', '1000 2500000 0.01 112 10 year 2016'],
  ])('%j', (text, expected) => {
    expect(facts(text)).toBe(expected);
  });
});

test.each([
  ["Belarus Belarusian Belarusians Belarus's"],
  ['Russia Russian Russians'],
  ['Ukraine Ukrainian'],
  ['Europe European'],
  ['Германия Германии германский'],
  ['Россия России Россией российский российские'],
  ['Украина Украине украинский украинцы'],
  ['Беларусь Беларуси Беларусью беларускі беларускага'],
  ['Минск Минска Минске минский'],
  ['Хренин Хренина Хрениным'],
  ['Расія Расіяй расійскі'],
  ['Мінск Мінску мінскі'],
])('%s are forms of one name', (forms) => {
  expect(new Set(forms.split(' ').map(stemOf)).size).toBe(1);
});

test.each([
  ['Russia', 'Russell'],
  ['Iran', 'Iraq'],
  ['Хренин', 'Хрущев'],
  ['Austria', 'Australia'],
  ['Minsk', 'Moscow'],
])('%s and %s are two', (one, other) => {
  expect(stemOf(one)).not.toBe(stemOf(other));
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
