import type { TextRange } from '../model.js';
import type { LanguageReader } from './reader.js';
import { type Word, wordsOf } from './words.js';

/**
 * The numbers of a text that only point: those of its own headings ("1. …", "Part 2: …"), of figures, slides, pages and notes, and
 * those of sentences and points behind an article's. They claim nothing; the number of the article itself does.
 */
export function labelsIn(text: string, reader: LanguageReader): readonly TextRange[] {
  const ranges: TextRange[] = [];
  for (const match of text.matchAll(/(?<=^|\n)\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]|\d{1,2}(?:\.\d{1,2})+)(?=\s)/gu)) {
    const end = match.index + match[0].length;
    if (!isCounted(match[0], text.slice(end, end + 40), reader)) ranges.push({ start: match.index, end });
  }
  for (const match of text.matchAll(/(?<=[.;]\s)\d{1,2}(?=:\s)|(?<=^|\n)\d{1,2}(?=:\s)/gu))
    if (!isDay(text.slice(0, match.index), reader))
      ranges.push({ start: match.index, end: match.index + match[0].length });
  for (const match of text.matchAll(/(?:tel|phone|fax|тел)\.?:?\s?(?:\+?[\d()/ -]{6,})/giu))
    ranges.push({ start: match.index, end: match.index + match[0].length });
  const words = wordsOf(text);
  let article = -2;
  for (let index = 0; index < words.length; index++) {
    const isArticle = reader.articles.at(words, index);
    const numbered = words[index + (isArticle?.length ?? 0)];
    const isHeading =
      numbered !== undefined &&
      reader.labels.at(words, index) !== undefined &&
      isPointer(text, words[index]?.start ?? 0, numbered.end);
    if (isArticle !== undefined && isNumber(numbered?.text) && !isHeading) {
      article = index + isArticle.length;
      ranges.push(...bracketsBehind(text, words[article]?.end ?? 0));
      index = article;
      continue;
    }
    const ahead = words[index];
    if (reader.language.labels.isNumberFirst === true && ahead !== undefined && isNumber(ahead.text)) {
      const label = reader.labels.at(words, index + 1);
      const last = label === undefined ? undefined : words[index + label.length];
      if (last !== undefined && isPointer(text, ahead.start, last.end))
        ranges.push({ start: ahead.start, end: last.end });
    }
    const part = reader.labels.at(words, index);
    const sub = article >= 0 && index - article <= 4 ? reader.subparts.at(words, index) : undefined;
    const label = sub ?? part;
    const number = label === undefined ? undefined : words[index + label.length];
    if (label === undefined || number === undefined || !isNumber(number.text)) continue;
    const between = text.slice(words[index + label.length - 1]?.end, number.start);
    if (!/^[.\s]{1,2}(?:\p{Lu}\s)?$/u.test(between)) continue;
    if (sub === undefined && !isPointer(text, words[index]?.start ?? 0, number.end)) continue;
    const rest = /^(?:\s?[-–,]\s?\d+)*/u.exec(text.slice(number.end))?.[0].length ?? 0;
    ranges.push({ start: words[index]?.start ?? 0, end: number.end + rest });
    if (sub !== undefined) article = index + label.length;
  }
  for (const match of text.matchAll(/§§?\s?\d+[a-z]?(?<rest>(?:\(\d+\))*)/gu)) {
    const { rest = '' } = match.groups ?? {};
    ranges.push({ start: match.index + match[0].length - rest.length, end: match.index + match[0].length });
  }
  return ranges;
}

/** "Aug. 11:" is a day. */
function isDay(before: string, { months }: LanguageReader): boolean {
  const word = /(?<word>\p{L}{3,})\.\s$/u.exec(before)?.groups?.word;
  return word !== undefined && months.of(word) !== undefined;
}

/** "36.1 million people" and "17. Mai 1956" begin with a number and a date; "3.2 Trade" and "17. Trade" with an outline's. */
function isCounted(number: string, rest: string, reader: LanguageReader): boolean {
  const words = wordsOf(rest);
  if (/\d\.\d+$/.test(number)) return /^\s(?:\p{Ll}|[%‰°€$£])/u.test(rest) || isMeasure(words, reader);
  return number.endsWith('.') && (reader.months.at(words, 0) ?? reader.centuries.at(words, 0)) !== undefined;
}

function isMeasure(words: readonly Word[], { scales, shortScales, units }: LanguageReader): boolean {
  return (scales.at(words, 0) ?? shortScales.at(words, 0) ?? units.at(words, 0)) !== undefined;
}

/** A label points where it begins its text, stands in brackets or behind a word such as "see", or is never anything else. */
function isPointer(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 24), start);
  const after = text.slice(end, end + 3);
  if (/(?:^|\n)\s*$/.test(before) && /^(?:\s?[:.)]|\s[-–]|$|\n)/.test(after)) return true;
  const open = text.lastIndexOf('(', start);
  if (open !== -1 && !text.slice(open, start).includes(')')) return true;
  return /(?:^|[\s(])(?:see|cf|vgl|siehe|s|voir|cf|patrz|zob|por|см|ср|див|пор|гл|žr|plg)\.?\s(?:\p{L}+\s){0,2}$/iu.test(
    before,
  );
}

function bracketsBehind(text: string, end: number): readonly TextRange[] {
  const found = /^(?:\s?\(\p{L}?\d{0,3}\p{L}?\))+/u.exec(text.slice(end));
  return found === null ? [] : [{ start: end, end: end + found[0].length }];
}

function isNumber(word: string | undefined): boolean {
  return word !== undefined && /^(?:\d{1,4}\p{L}?|[IVXL]+)$/u.test(word);
}
