import type { CheckedClaim, Evidence } from '../src/model.js';
import {
  type Change,
  changed,
  type Kind,
  type Mutable,
  matchesOutside,
  pick,
  pickLine,
  type Random,
} from './evidence-changes.js';

/** Ways to make a deck wrong. */
export const mutationKinds: readonly Kind[] = [
  { name: 'a digit changed', change: changeDigit, isWrong: factsAreMissing },
  { name: 'numbers swapped', change: swapNumbers, isWrong: factsAreMissing },
  {
    name: 'a quoted or anchored word replaced',
    change: (deck, random) => changeWords(deck, random, replaceWord),
    isWrong: factsAreMissing,
  },
  {
    name: 'a quoted or anchored word dropped',
    change: (deck, random) => changeWords(deck, random, dropWord),
    isWrong: factsAreMissing,
  },
  {
    name: 'quoted or anchored words reordered',
    change: (deck, random) => changeWords(deck, random, swapWords),
    isWrong: factsAreMissing,
  },
  { name: 'a name swapped', change: swapName, isWrong: factsAreMissing },
  { name: 'the paragraph shifted', change: shiftParagraph, isWrong: claimIsUncovered },
  { name: 'quote marks removed from a long quotation', change: removeMarks, isWrong: () => true },
  { name: 'a citation deleted', change: deleteCitation, isWrong: claimIsUncovered },
];

const numberPattern = /(?<![\p{L}\d.,-])\d[\d,.]*\d|(?<![\p{L}\d.,])\d(?![\d\p{L}])/gu;

function changeDigit(deck: Mutable, random: Random): Change | undefined {
  const chosen = pickLine(deck, random);
  const number =
    chosen === undefined || chosen.claim.kind === 'quotation'
      ? undefined
      : pick(matchesOutside(chosen.line, numberPattern), random);
  if (chosen === undefined || number === undefined) return undefined;
  const digits = [...number[0].matchAll(/\d/g)];
  const digit = pick(digits, random);
  if (digit === undefined) return undefined;
  const other = String((Number(digit[0]) + 1 + Math.floor(random() * 9)) % 10);
  const fact = number[0].slice(0, digit.index) + other + number[0].slice(digit.index + 1);
  if (/^0/.test(fact)) return undefined;
  return replaced(deck, chosen, number, fact);
}

function replaced(
  deck: Mutable,
  { claim, at, line }: { claim: CheckedClaim; at: number; line: string },
  match: RegExpExecArray,
  by: string,
  facts = [by],
): Change {
  return {
    lines: changed(deck, at, line.slice(0, match.index) + by + line.slice(match.index + match[0].length)),
    at,
    claim,
    facts,
  };
}

function swapNumbers(deck: Mutable, random: Random): Change | undefined {
  const [one, other] = [pickLine(deck, random), pickLine(deck, random)];
  if (one === undefined || other === undefined || one.at === other.at) return undefined;
  if (one.claim.kind === 'quotation' || other.claim.kind === 'quotation') return undefined;
  const [a, b] = [one, other].map(({ line }) => pick(matchesOutside(line, numberPattern), random));
  if (a === undefined || b === undefined || a[0] === b[0]) return undefined;
  const first = replaced(deck, one, a, b[0]);
  return replaced({ ...deck, lines: first.lines }, other, b, a[0]);
}

/** Changes the words of a quotation or an anchor. */
function changeWords(
  deck: Mutable,
  random: Random,
  how: (words: string[], random: Random) => string[] | undefined,
): Change | undefined {
  const chosen = pickLine(deck, random);
  if (chosen === undefined) return undefined;
  const isFigure = chosen.claim.kind === 'figure';
  const pattern = isFigure ? /(?<=')[^']{8,}(?=')/gu : /(?<=")[^"]{8,}(?=")|(?<=«)[^»]+(?=»)|(?<=^> ).+/gu;
  const quoted = pick([...chosen.line.matchAll(pattern)], random);
  if (quoted === undefined || /^[\s\])},;]/.test(quoted[0]) || (isFigure && !/^\s*`{3}/.test(chosen.line)))
    return undefined;
  const words = how(quoted[0].split(' '), random);
  return words === undefined ? undefined : replaced(deck, chosen, quoted, words.join(' '));
}

const otherWords = [
  'never',
  'careful',
  'winter',
  'harbour',
  'treaty',
  'several',
  'under',
  'without',
  'против',
  'сёння',
];

function replaceWord(words: string[], random: Random): string[] | undefined {
  const at = Math.floor(random() * words.length);
  const other = pick(otherWords, random) ?? '';
  return words[at] === other ? undefined : words.with(at, other);
}

function dropWord(words: string[], random: Random): string[] | undefined {
  if (words.length < 4) return undefined;
  return words.toSpliced(1 + Math.floor(random() * (words.length - 2)), 1);
}

function swapWords(words: string[], random: Random): string[] | undefined {
  const at = Math.floor(random() * (words.length - 1));
  const [one, other] = [words[at], words[at + 1]];
  return one === undefined || other === undefined || one === other
    ? undefined
    : words.with(at, other).with(at + 1, one);
}

const namePattern = /(?<=\p{L}[\p{L}’',]* )\p{Lu}[\p{L}’']+/gu;

/** Names the sources' bodies have, as they have them. */
function namesIn({ claims }: Mutable): readonly string[] {
  const found = claims
    .flatMap((claim) => claim.found)
    .filter(({ kind, paragraph }) => kind === 'name' && paragraph > 0);
  return [...new Set(found.map(({ words }) => words))].filter((words) => /^\p{Lu}/u.test(words));
}

function swapName(deck: Mutable, random: Random): Change | undefined {
  const chosen = pickLine(deck, random);
  const names = namesIn(deck);
  if (chosen === undefined || chosen.claim.kind === 'quotation') return undefined;
  const known = new Set(names.map((name) => name.replace(/['’]s?$/u, '')));
  const candidates = matchesOutside(chosen.line, /\p{Lu}[\p{L}]+/gu).filter(
    (match) =>
      known.has(match[0]) ||
      (chosen.claim.kind !== 'figure' &&
        matchesOutside(chosen.line, namePattern).some(({ index }) => index === match.index)),
  );
  const name = pick(candidates, random);
  const other = pick(names, random)?.replace(/['’]s?$/u, '');
  if (name === undefined || other === undefined || stem(other) === stem(name[0])) return undefined;
  return replaced(deck, chosen, name, other);
}

function shiftParagraph(deck: Mutable, random: Random): Change | undefined {
  const chosen = pickLine(deck, random);
  const mark =
    chosen === undefined ? undefined : pick([...chosen.line.matchAll(/(?<=\[@?(?<key>[\w-]+), )¶\d+/gu)], random);
  const count = deck.sources.find(({ key }) => key === mark?.groups?.key)?.paragraphs.length ?? 0;
  if (chosen === undefined || mark === undefined || count < 2) return undefined;
  const to = `¶${1 + Math.floor(random() * (count - 1))}`;
  return to === mark[0] ? undefined : replaced(deck, chosen, mark, to);
}

function removeMarks(deck: Mutable, random: Random): Change | undefined {
  const chosen = pickLine(deck, random);
  if (chosen === undefined) return undefined;
  const outside = chosen.line.replace(/\[@[^\]]*\]|\{[^}]*\}/g, (found) => ' '.repeat(found.length));
  const quoted = [...outside.matchAll(/"([^"]+)"|^> (.+)/gu)].filter(
    (match) => (match[1] ?? match[2] ?? '').split(' ').length >= 8,
  );
  const one = pick(quoted, random);
  const words = one?.[1] ?? one?.[2];
  return one === undefined || words === undefined ? undefined : replaced(deck, chosen, one, words);
}

function deleteCitation(deck: Mutable, random: Random): Change | undefined {
  const chosen = pickLine(deck, random);
  const citation =
    chosen === undefined ? undefined : pick([...chosen.line.matchAll(/ ?\[@(?!inference|lecturer)[^\]]+\]/g)], random);
  return chosen === undefined || citation === undefined ? undefined : replaced(deck, chosen, citation, '');
}

function claimAfter({ at, claim }: Change, { claims }: Evidence): CheckedClaim | undefined {
  return claims.find(
    ({ place, kind }) => kind === claim.kind && (place.line === at + 1 || place.line === claim.place.line),
  );
}

function citedText({ citations, below }: CheckedClaim, { sources }: Mutable): string {
  return [...citations, ...below]
    .flatMap(({ key, locators }) => {
      const paragraphs = sources.find((source) => source.key === key)?.paragraphs ?? [];
      return paragraphs.filter(({ number }) => locators.some(([from, to]) => number >= from && number <= to));
    })
    .map(({ text }) => text)
    .join('\n');
}

/** Whether one of the changed facts is not to be read in the cited paragraphs. */
function factsAreMissing(change: Change, after: Evidence, deck: Mutable): boolean {
  const claim = claimAfter(change, after);
  return claim !== undefined && change.facts.some((fact) => !stands(fact, citedText(claim, deck)));
}

/** Whether what the claim rested on stands in none of the paragraphs that cover it now. */
function claimIsUncovered(change: Change, after: Evidence, deck: Mutable): boolean {
  const claim = claimAfter(change, after);
  if (claim === undefined || (claim.citations.length === 0 && claim.unsourced === undefined))
    return claim !== undefined;
  const text = citedText(claim, deck);
  return change.claim.found.some(
    ({ words, kind }) => (kind !== 'anchor' || claim.citations.length > 0) && !stands(words, text),
  );
}

function stands(fact: string, text: string): boolean {
  if (/^[\d.,\s]+$/.test(fact)) {
    const numbers = [...text.matchAll(/\d(?:[\d.,]|[ {2}](?=\d{3}))*/gu)].map((match) => match[0].replace(/\D/g, ''));
    return numbers.includes(fact.replace(/\D/g, ''));
  }
  if (!fact.includes(' ')) return [...text.matchAll(/\p{L}+/gu)].some((match) => stem(match[0]) === stem(fact));
  return squash(text).includes(squash(fact));
}

function squash(text: string): string {
  return ` ${(text.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `;
}

function stem(word: string): string {
  return word
    .toLowerCase()
    .replace(/['’]s?$/u, '')
    .slice(0, 5);
}
