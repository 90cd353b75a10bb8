import type { LanguageReader, NumberPart } from './reader.js';
import { type Word, wordsOf } from './words.js';

/** A number in words: its value, which words say it, and whether it is a place in a row. */
export interface SpelledNumber {
  readonly value: number;
  readonly isOrdinal: boolean;
  readonly start: number;
  readonly end: number;
  /** The first word behind it. */
  readonly next: number;
}

/** Numbers in words, in the cases of the language: "twenty-one", "two hundred and five thousand", "einundvierzig", "сорока двух". */
export function spelledNumbers(
  text: string,
  reader: LanguageReader,
  words: readonly Word[] = wordsOf(text),
): readonly SpelledNumber[] {
  const found: SpelledNumber[] = [];
  for (let index = 0; index < words.length; index++) {
    const read = readFrom(text, words, index, reader);
    if (read === undefined) continue;
    const { value, isOrdinal, next } = read;
    found.push({ value, isOrdinal, start: words[index]?.start ?? 0, end: words[next - 1]?.end ?? 0, next });
    index = next - 1;
  }
  return found;
}

interface PartAt {
  readonly parts: readonly NumberPart[];
  readonly length: number;
}

/** Adds up parts from a word on: each must be smaller than what came before, unless it multiplies. */
function readFrom(
  text: string,
  words: readonly Word[],
  first: number,
  reader: LanguageReader,
): { value: number; isOrdinal: boolean; next: number } | undefined {
  const { hasTwenties = false, isCompound = false } = reader.language.numbers;
  let total = 0;
  let current = 0;
  let added = Number.POSITIVE_INFINITY;
  let next = first;
  let isOrdinal = false;
  let index = first;
  while (index < words.length && !isOrdinal) {
    if (index > first && !/^[\s-]*$/.test(text.slice(words[index - 1]?.end, words[index]?.start))) break;
    const at = partAt(words, index, reader);
    if (at === undefined) {
      const isJoin =
        index === next && index > first && reader.list('and', reader.language.numbers.and).at(words, index);
      const following = isJoin ? partAt(words, index + 1, reader)?.parts[0] : undefined;
      if (following === undefined || !('adds' in following) || added === 1 || (added === 2 && isCompound)) break;
      index++;
      continue;
    }
    let isRead = true;
    for (const part of at.parts) {
      if ('adds' in part) {
        const rank = part.adds < 20 ? 1 : part.adds < 100 ? 2 : 3;
        const isTwenty = hasTwenties && added === 2 && rank === 1 && (current % 100 === 60 || current % 100 === 80);
        if (rank >= added || (rank === 1 && added === 2 && part.adds >= 10 && !isTwenty)) {
          isRead = false;
          break;
        }
        current += part.adds;
        added = rank;
        isOrdinal = part.isOrdinal === true;
      } else {
        const isBare = index === first && current === 0 && total === 0;
        if (isBare && isMillions(part.times) && !countsOne(words, first, reader)) {
          isRead = false;
          break;
        }
        if (part.times < 1e3) current = Math.max(1, current) * part.times;
        else {
          total += Math.max(1, current) * part.times;
          current = 0;
        }
        added = Number.POSITIVE_INFINITY;
      }
    }
    if (!isRead) break;
    index += at.length;
    next = index;
    // A tens ordinal goes on in languages that say both parts so: "dwudziestego trzeciego".
    if (isOrdinal && added === 2 && isOrdinalUnit(partAt(words, index, reader))) isOrdinal = false;
  }
  const isAlone = total === 0 && current === 100 && next === first + 1 && /s$/.test(words[first]?.text ?? '');
  return next === first || total + current === 0 || isAlone ? undefined : { value: total + current, isOrdinal, next };
}

function isMillions(factor: number): boolean {
  return factor > 1000 && Number.isInteger(Math.log10(factor));
}

/** Whether "million" is one: behind an article that counts, or behind a word of rounding where the language has none ("ponad miliard"). */
function countsOne(words: readonly Word[], index: number, reader: LanguageReader): boolean {
  const { countingArticles } = reader.language.numbers;
  const before = countingArticles === undefined ? reader.rounding : reader.list('countingArticles', countingArticles);
  return before.endsBefore(words, index);
}

function isOrdinalUnit(at: PartAt | undefined): boolean {
  const [part] = at?.parts ?? [];
  return part !== undefined && 'adds' in part && part.isOrdinal === true && part.adds < 10;
}

function partAt(words: readonly Word[], index: number, reader: LanguageReader): PartAt | undefined {
  const found = reader.parts.at(words, index);
  if (found !== undefined) return { parts: [found.value], length: found.length };
  const word = words[index]?.text;
  if (word === undefined || reader.language.numbers.isCompound !== true) return undefined;
  const parts = compoundParts(word.toLowerCase(), reader);
  return parts === undefined ? undefined : { parts, length: 1 };
}

const compounds = new Map<string, readonly NumberPart[] | undefined>();

/** "Zweitgrößte", "drittälteste": a rank before a superlative. */
const rankedSuperlative = /^(?<rank>zweit|dritt|viert|fünft|sechst|siebt|neunt|zehnt)\p{L}{2,}[sß]te[nrsm]?$/u;

/** `zweihunderteinundvierzigste` by its parts, units moved behind their tens; undefined for a word that is no number. */
function compoundParts(word: string, reader: LanguageReader): readonly NumberPart[] | undefined {
  const key = `${reader.language.tag} ${word}`;
  if (compounds.has(key)) return compounds.get(key);
  const ordinal = /^(.{4,}?)(?:st|t)e[nrsm]?$/.exec(word);
  const cardinal = segments(word, reader);
  const root = cardinal === undefined && ordinal !== null ? segments(ordinal[1] ?? '', reader) : undefined;
  const ranked = reader.parts.of(`${rankedSuperlative.exec(word)?.groups?.rank ?? ''}e`);
  const parts =
    cardinal ??
    (ranked === undefined ? undefined : [ranked]) ??
    root?.map((part, at) => (at === root.length - 1 && 'adds' in part ? { ...part, isOrdinal: true } : part));
  compounds.set(key, parts);
  return parts;
}

function segments(word: string, reader: LanguageReader): readonly NumberPart[] | undefined {
  if (word === '') return [];
  for (let length = Math.min(word.length, 12); length >= 3; length--) {
    const part = reader.parts.of(word.slice(0, length));
    if (part === undefined) continue;
    const rest = word.slice(length);
    const joined = /^und(.+)$/.exec(rest)?.[1];
    const isUnit = 'adds' in part && part.adds < 10;
    if (joined !== undefined && isUnit) {
      for (let tens = Math.min(joined.length, 9); tens >= 6; tens--) {
        const ten = reader.parts.of(joined.slice(0, tens));
        if (ten === undefined || !('adds' in ten) || ten.adds < 20) continue;
        const after = segments(joined.slice(tens), reader);
        if (after !== undefined) return [ten, part, ...after];
      }
    }
    const after = segments(joined !== undefined && !isUnit ? joined : rest, reader);
    if (after !== undefined) return [part, ...after];
  }
  return undefined;
}
