import { readText } from './meaning/read-text.js';
import type { PreparedParagraph, PreparedSource } from './prepared-source.js';
import type { LanguageReader } from './reader.js';
import { type Word, wordsOf } from './words.js';

/** So many source words in a row, outside quotation marks, are a quotation without its marks. */
const longestRun = 8;

/** Source words a text repeats without marks. */
export interface UnmarkedRun {
  readonly paragraph: PreparedParagraph;
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Looks for runs of source words in many texts at once: the texts' own runs are indexed, then each source is read once. Returns a
 * run for each text that has one. Texts are normalised, with quotations blanked by characters that are no words.
 * `units`: expansions and names of the deck, each of which counts as one word, as do titles in capitals and dates.
 */
export function findUnmarked(
  texts: readonly string[],
  sources: readonly PreparedSource[],
  units: readonly string[],
  reader: LanguageReader,
): ReadonlyMap<number, UnmarkedRun> {
  const ids = new Map<string, number>();
  const prepared = texts.map((text) => prepareText(text, ids));
  const index = indexRuns(prepared.map(({ keys }) => keys));
  const found = new Map<number, UnmarkedRun>();
  if (index.size === 0) return found;
  const folded = units
    .map((unit) =>
      wordsOf(unit)
        .map(({ text }) => text.toLowerCase())
        .join(' '),
    )
    .filter((unit) => unit.includes(' '));
  const typed = new Map<string, number>();
  const idOf = ({ text }: Word): number => {
    const known = typed.get(text);
    if (known !== undefined) return known;
    const id = ids.get(text.toLowerCase()) ?? 0;
    typed.set(text, id);
    return id;
  };
  for (const paragraph of sources.flatMap((source) => source.paragraphs)) {
    if (paragraph.number === 0) continue;
    const keys = paragraph.words.map(idOf);
    eachRun(keys, (hash, at) => {
      for (const { text, from } of index.get(hash) ?? []) {
        const one = prepared[text];
        if (one === undefined || found.has(text)) continue;
        const length = commonLength(one.keys, from, keys, at);
        if (length < longestRun || weight(one, from, length, folded, reader) < longestRun) continue;
        const start = one.words[from]?.start ?? 0;
        const end = one.words[from + length - 1]?.end ?? 0;
        found.set(text, { paragraph, words: one.text.slice(start, end), start, end });
      }
    });
  }
  return found;
}

interface PreparedText {
  readonly text: string;
  readonly words: readonly Word[];
  /** A number for each word; 0 where something that is no word stands before it, so that no run crosses it. */
  readonly keys: readonly number[];
}

function prepareText(text: string, ids: Map<string, number>): PreparedText {
  const words: Word[] = [];
  const keys: number[] = [];
  let before = 0;
  for (const word of wordsOf(text)) {
    if (/[\uFFFC\n]/.test(text.slice(before, word.start))) {
      words.push({ text: '', start: word.start, end: word.start });
      keys.push(0);
    }
    const folded = word.text.toLowerCase();
    const id = ids.get(folded) ?? ids.size + 1;
    ids.set(folded, id);
    words.push(word);
    keys.push(id);
    before = word.end;
  }
  return { text, words, keys };
}

type RunIndex = ReadonlyMap<number, readonly { readonly text: number; readonly from: number }[]>;

function indexRuns(texts: readonly (readonly number[])[]): RunIndex {
  const index = new Map<number, { text: number; from: number }[]>();
  texts.forEach((keys, text) => {
    eachRun(keys, (hash, from) => {
      const entries = index.get(hash);
      if (entries === undefined) index.set(hash, [{ text, from }]);
      else entries.push({ text, from });
    });
  });
  return index;
}

/** Calls back for each run of known words with a hash of it; a word unknown to the texts (0) breaks it. */
function eachRun(keys: readonly number[], callback: (hash: number, at: number) => void): void {
  let known = 0;
  for (let end = 0; end < keys.length; end++) {
    known = keys[end] === 0 ? 0 : known + 1;
    if (known < longestRun) continue;
    let hash = 0;
    for (let at = end - longestRun + 1; at <= end; at++) hash = (Math.imul(hash, 31) + (keys[at] ?? 0)) | 0;
    callback(hash, end - longestRun + 1);
  }
}

function commonLength(one: readonly number[], from: number, other: readonly number[], at: number): number {
  let length = 0;
  while (one[from + length] !== undefined && one[from + length] !== 0 && one[from + length] === other[at + length])
    length++;
  return length;
}

const titleJoin = /^(?:of|the|for|to|and|on|in|de|van|von|и|і|по|для)$/iu;

/** How many words a run counts as: an expansion, a name, an official title, a number with its unit and a date are one each. */
function weight(
  { words, text }: PreparedText,
  from: number,
  length: number,
  units: readonly string[],
  reader: LanguageReader,
): number {
  const run = words.slice(from, from + length);
  const folded = run.map(({ text }) => text.toLowerCase());
  const joined = new Array<boolean>(length).fill(false);
  for (const unit of units) {
    const parts = unit.split(' ');
    folded.forEach((_, at) => {
      if (parts.every((part, offset) => folded[at + offset] === part)) joined.fill(true, at + 1, at + parts.length);
    });
  }
  const isCapital = (at: number): boolean => /^\p{Lu}/u.test(run[at]?.text ?? '');
  for (let at = 0; at < length; at++) {
    if (!isCapital(at)) continue;
    let next = at + 1;
    while (next < length && next <= at + 3 && titleJoin.test(run[next]?.text ?? '')) next++;
    if (next < length && isCapital(next) && !/[.!?;,]/.test(text.slice(run[at]?.end, run[next]?.start)))
      joined.fill(true, at + 1, next + 1);
  }
  const { numbers, dates, years, clock } = readText(text, reader).facts;
  for (const { start, end } of [...numbers, ...dates, ...years, ...clock]) {
    const inside = run.flatMap((word, at) => (word.start >= start && word.end <= end ? [at] : []));
    for (const at of inside.slice(1)) joined[at] = true;
  }
  return joined.filter((isJoined) => !isJoined).length;
}
