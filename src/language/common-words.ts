import { WordFilter } from './word-filter.js';

/** The fewest letters of a stem that stands for a word's other forms. */
const leastStem = 5;

/** Whether a word is one that a dictionary of its language has without a capital, or in German as a noun. */
export interface CommonWords {
  readonly has: (word: string) => boolean;
}

/** The common words of a language from what `scripts/word-filters.ts` made of its dictionary. */
export function commonWords(tag: string, bytes: Uint8Array): CommonWords {
  const filter = new WordFilter(bytes);
  const known = new Map<string, boolean>();
  return {
    has(word) {
      const cached = known.get(word);
      if (cached !== undefined) return cached;
      const isCommon =
        tag === 'de' ? isGermanNoun(word, filter) : formsOf(plain(word), tag).some((form) => filter.has(form));
      known.set(word, isCommon);
      return isCommon;
    },
  };
}

/** What a dictionary's word is kept as: itself, and in a language with many endings its stem. */
export function keptForms(word: string, tag: string): readonly string[] {
  const lower = plain(word);
  if (tag === 'en' || tag === 'de') return [lower];
  return lower.length > leastStem ? [lower, `~${stemOf(lower)}`] : [lower];
}

function stemOf(word: string): string {
  return word.slice(0, Math.max(leastStem, word.length - 2));
}

/** The forms under which a word of a text may be kept. */
function formsOf(word: string, tag: string): readonly string[] {
  if (tag === 'en') return englishForms(word);
  const cuts = word.length >= 9 ? [0, 1, 2, 3, 4] : word.length >= 7 ? [0, 1, 2, 3] : [0, 1, 2];
  const stems = cuts.flatMap((cut) => (word.length - cut >= leastStem ? [`~${word.slice(0, word.length - cut)}`] : []));
  const short = word.length <= 7 ? [1, 2, 3].map((cut) => word.slice(0, -cut)).filter((one) => one.length >= 3) : [];
  const denied = prefixes[tag]?.exec(word)?.[0].length ?? 0;
  const bare = denied > 0 && word.length - denied >= 4 ? formsOf(word.slice(denied), tag) : [];
  // "Ели" are more than one "ель".
  const soft = /^(?:be|ru)$/.test(tag) && /^\p{L}{2,4}[иіюя]$/u.test(word) ? [`${word.slice(0, -1)}ь`] : [];
  const initial = tag === 'be' && word.startsWith('у') ? formsOf(`ў${word.slice(1)}`, tag) : [];
  return [word, ...short, ...stems, ...bare, ...soft, ...initial];
}

/** What denies a verb at its beginning, and in Lithuanian makes another of it. */
const prefixes: Readonly<Record<string, RegExp>> = {
  lt: /^(?:ne)?(?:ap|at|iš|nu|pa|per|pra|pri|par|su|už|į)?/,
  pl: /^nie/,
  ru: /^не/,
  be: /^н[ея]/,
};

function englishForms(typed: string): readonly string[] {
  const bare = typed.replace(/^(?:un|non|re|pre|over|under|out|mis|anti|post|co|inter)(?=\p{L}{4})/u, '');
  return [...new Set([typed, bare].flatMap((word) => [word, american(word)]))].flatMap(inflected);
}

/** The dictionary spells as the United States do. */
function american(word: string): string {
  return word
    .replace(/is(?=(?:e[drs]?|ing|ation|ations|ers?)$)/u, 'iz')
    .replace(/our(?=$|s|ed|ing|able|ite|hood|less|ful)/u, 'or')
    .replace(/tre(?=s?$)/u, 'ter')
    .replace(/(?<=[aeiou])ll(?=(?:ed|ing|er|ers)$)/u, 'l')
    .replace(/ence(?=s?$)/u, 'ense');
}

function inflected(word: string): readonly string[] {
  const forms = [word];
  for (const [ending, instead] of englishEndings)
    if (word.endsWith(ending) && word.length - ending.length >= 2)
      forms.push(`${word.slice(0, -ending.length)}${instead}`);
  const doubled = /^(.*(.))\2(?:ed|ing|er)$/u.exec(word)?.[1];
  return doubled === undefined ? forms : [...forms, doubled];
}

const englishEndings: readonly (readonly [string, string])[] = [
  ['s', ''],
  ['es', ''],
  ['ies', 'y'],
  ['ed', ''],
  ['ed', 'e'],
  ['ied', 'y'],
  ['ing', ''],
  ['ing', 'e'],
  ['er', ''],
  ['er', 'e'],
  ['ers', ''],
  ['ers', 'e'],
  ['est', ''],
  ['est', 'e'],
  ['ly', ''],
  ['ness', ''],
  ['ment', ''],
  ['ments', ''],
];

/** A noun, or a compound whose last part is one and whose first part is a word of the list, joined by nothing, s, n, en, es or e. */
function isGermanNoun(word: string, filter: WordFilter): boolean {
  const lower = plain(word);
  if (filter.has(lower)) return true;
  for (let at = 3; at <= lower.length - 3; at++) {
    if (!filter.has(lower.slice(at))) continue;
    const first = lower.slice(0, at);
    for (const joint of ['', 's', 'n', 'en', 'es', 'e', '-'])
      if (first.endsWith(joint) && first.length - joint.length >= 3) {
        const root = first.slice(0, first.length - joint.length);
        if (filter.has(root) || filter.has(`${root}e`) || filter.has(`${root}en`) || isGermanPair(root, filter))
          return true;
      }
  }
  return false;
}

/** Two words in one, as in the first part of `Bundestagswahlkreis`. */
function isGermanPair(word: string, filter: WordFilter): boolean {
  for (let at = 4; at <= word.length - 4; at++) {
    const first = word.slice(0, at);
    if (filter.has(word.slice(at)) && (filter.has(first) || (first.endsWith('s') && filter.has(first.slice(0, -1)))))
      return true;
  }
  return false;
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[’ʼ]/g, "'").replace(/'s?$/u, '').replace(/ё/g, 'е');
}
