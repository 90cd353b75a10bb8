import { type Word, wordsOf } from './words.js';

/** A number in words: its value, and which words say it. */
export interface SpelledNumber {
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

/** What a word adds to a number: a value under a thousand, or what stands before it so many times. */
type Part = { readonly adds: number } | { readonly times: number };

const english: Readonly<Record<string, Part>> = Object.fromEntries([
  ...'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, index) => [word, { adds: index + 1 }] as const),
  ...'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, index) => [word, { adds: 20 + 10 * index }] as const),
  ['hundred', { times: 100 }],
  ['dozen', { times: 12 }],
  ['thousand', { times: 1e3 }],
  ['million', { times: 1e6 }],
  ['billion', { times: 1e9 }],
  ['trillion', { times: 1e12 }],
]);

/** Russian and Belarusian, by stem and case ending; ordinals have other endings and are not among them. */
const cyrillic: readonly (readonly [RegExp, Part])[] = (
  [
    ['од(?:ин|н(?:а|о|ого|ой|ому|им|ом|у))|адзін|адн(?:а|о|аго|ой|аму|ым|у)', 1],
    ['дв(?:а|е|ух|ум|умя|ума)|дзв(?:е|юх|юм|юма)', 2],
    ['тр(?:и|[её]х|[её]м|емя|ы|ох|ом|ыма)', 3],
    ['четыр(?:е|[её]х|[её]м|ьмя)|чатыр(?:ы|ох|ом|ма)', 4],
    ['пят(?:ь|и|ью)|пяц(?:ь|і|цю)', 5],
    ['шест(?:ь|и|ью)|ш(?:эсць|асці|асцю)', 6],
    ['сем(?:ь|и|ью)?|сям[іью]ю?', 7],
    ['вос(?:емь|ьми|емью)|восем|васьмі', 8],
    ['девят(?:ь|и|ью)|дзевяц(?:ь|і|цю)', 9],
    ['десят(?:ь|и|ью)|дзесяц(?:ь|і|цю)', 10],
    ...[
      'один|адзі',
      'две|два',
      'три|тры',
      'четыр|чатыр',
      'пят',
      'шест|шас',
      'сем',
      'восем|васемь?|васям',
      'девят|дзевят',
    ].map((stem, index) => [`(?:${stem})на(?:дцат(?:ь|и|ью)|ццац(?:ь|і|цю))`, 11 + index] as const),
    ['одиннадцат(?:ь|и|ью)|адзінаццац(?:ь|і|цю)', 11],
    ['двадцат(?:ь|и|ью)|дваццац(?:ь|і|цю)', 20],
    ['тридцат(?:ь|и|ью)|трыццац(?:ь|і|цю)', 30],
    ['сорока?|сорак|сарака', 40],
    ['пят(?:ьдесят|идесяти|ьюдесятью)|пяц(?:ьдзясят|ідзесяці)', 50],
    ['шест(?:ьдесят|идесяти|ьюдесятью)|ш(?:эсцьдзесят|асцідзесяці)', 60],
    ['сем(?:ьдесят|идесяти|ьюдесятью)|семдзесят|сямідзесяці', 70],
    ['вос(?:емьдесят|ьмидесяти)|восемдзесят|васьмідзесяці', 80],
    ['девяност[оа]|дзевяноста', 90],
    ['ст[оа]', 100],
    ['двести|двухсот|двумст(?:ам|ами)|двухстах|дзвесце|дзвюхсот', 200],
    ['трист?а|тр[её]хсот|тр[её]мст(?:ам|ами)|трыста|трохсот', 300],
    ['четыреста|четыр[её]хсот|чатырыста|чатырохсот', 400],
    ...['пят|пяц', 'шест|шэсц|шасц', 'сем|сям', 'восем|вось|васьм', 'девят|дзевяц'].map(
      (stem, index) => [`(?:${stem})(?:[ьиі]|ьми|ью)?(?:сот|ст(?:ам|ами|ах))`, 500 + 100 * index] as const,
    ),
  ] as const
)
  .map(([forms, adds]): readonly [RegExp, Part] => [new RegExp(`^(?:${forms})$`, 'u'), { adds }])
  .concat([
    [/^тысяч(?:а|и|і|у|ей|ам|ами|амі|ах)?$/u, { times: 1e3 }],
    [/^м(?:иллион|ільён)(?:а|у|ом|е|ов|аў|ы|ам|ами|амі|ах)?$/u, { times: 1e6 }],
    [/^м(?:иллиард|ільярд)(?:а|у|ом|е|ов|аў|ы|ам|ами|амі|ах)?$/u, { times: 1e9 }],
    [/^тр(?:иллион|ыльён)(?:а|у|ом|е|ов|аў|ы|ам|ами|амі|ах)?$/u, { times: 1e12 }],
  ]);

const parts = new Map<string, Part | undefined>();

function partOf(word: string): Part | undefined {
  const lower = word.toLowerCase();
  if (!/^[а-яёіў]/u.test(lower)) return Object.hasOwn(english, lower) ? english[lower] : undefined;
  if (!parts.has(lower)) parts.set(lower, cyrillic.find(([form]) => form.test(lower))?.[1]);
  return parts.get(lower);
}

/** The factor of a word such as `million`; undefined for any other. */
export function scaleOf(word: string): number | undefined {
  const part = partOf(word);
  return part !== undefined && 'times' in part ? part.times : undefined;
}

/** Numbers in words, English, Russian and Belarusian, in any case: "twenty-one", "two hundred and five thousand", "сорока двух". */
export function spelledNumbers(text: string): readonly SpelledNumber[] {
  const words = wordsOf(text);
  const found: SpelledNumber[] = [];
  for (let index = 0; index < words.length; index++) {
    const read = readFrom(text, words, index);
    if (read === undefined) continue;
    found.push({ value: read.value, start: words[index]?.start ?? 0, end: words[read.last]?.end ?? 0 });
    index = read.last;
  }
  return found;
}

function readFrom(text: string, words: readonly Word[], first: number): { value: number; last: number } | undefined {
  let total = 0;
  let current = 0;
  let added = Number.POSITIVE_INFINITY;
  let last = -1;
  for (let index = first; index < words.length; index++) {
    const word = words[index]?.text ?? '';
    if (index > first && !/^[\s-]*$/.test(text.slice(words[index - 1]?.end, words[index]?.start))) break;
    const part = partOf(word);
    if (part === undefined) {
      const joins = /^and$/i.test(word) && last === index - 1 && added === Number.POSITIVE_INFINITY;
      if (joins && addsTo(words[index + 1]?.text)) continue;
      break;
    }
    if ('adds' in part) {
      const rank = part.adds < 20 ? 1 : part.adds < 100 ? 2 : 3;
      if (rank >= added || (rank === 1 && added === 2 && part.adds >= 10)) break;
      current += part.adds;
      added = rank;
    } else {
      const isArticled = /^an?$/i.test(words[first - 1]?.text ?? '');
      if (current === 0 && total === 0 && !isArticled) break;
      if (part.times < 1e3) current = Math.max(1, current) * part.times;
      else {
        total += Math.max(1, current) * part.times;
        current = 0;
      }
      added = Number.POSITIVE_INFINITY;
    }
    last = index;
  }
  return last === -1 ? undefined : { value: total + current, last };
}

function addsTo(word: string | undefined): boolean {
  const part = partOf(word ?? '');
  return part !== undefined && 'adds' in part;
}
