import type { ReadingLanguage } from '../model/language.js';
import { isAbbreviation } from './name-words.js';

/** The fewest letters of a name that an ending leaves. */
const leastStem = 3;

/**
 * What a word may be called as a name, without the endings of a language's cases: two words are one name where they share a key. A
 * name of a language without cases has one key, itself: Niger is not Nigeria, Clark is not Clarke.
 */
export function nameKeys(word: string, languages: readonly ReadingLanguage[]): readonly string[] {
  const { keys, words } = tableOf(languages);
  const known = keys.get(word);
  if (known !== undefined) return known;
  const made = makeKeys(word, languages);
  keys.set(word, made);
  for (const key of made) {
    const others = words.get(key);
    if (others === undefined) words.set(key, [word]);
    else others.push(word);
  }
  return made;
}

/** The words that were asked for their keys and have this one. */
export function wordsWithKey(key: string, languages: readonly ReadingLanguage[]): readonly string[] {
  return tableOf(languages).words.get(key) ?? [];
}

/** Words and their keys, both ways. */
interface KeyTable {
  readonly keys: Map<string, readonly string[]>;
  readonly words: Map<string, string[]>;
}

const cached = new Map<string, KeyTable>();

/** The keys that are known by the endings of some languages; mostly it is one. */
function tableOf(languages: readonly ReadingLanguage[]): KeyTable {
  const [first] = languages;
  const tag = languages.length === 1 && first !== undefined ? first.tag : languages.map((one) => one.tag).join();
  const known = cached.get(tag);
  if (known !== undefined) return known;
  const made = { keys: new Map<string, readonly string[]>(), words: new Map<string, string[]>() };
  cached.set(tag, made);
  return made;
}

function makeKeys(word: string, languages: readonly ReadingLanguage[]): readonly string[] {
  const bare = word.replace(/['’ʼ](?:s|S)?$/u, '');
  const plural = /s['’ʼ]$/u.test(word) ? [bare.slice(0, -1)] : [];
  const forms = [bare, ...plural, ...(/[sxzß]['’ʼ]$/u.test(word) ? [bare] : [])];
  const keys = new Set<string>();
  for (const form of forms) {
    const folded = foldName(form);
    keys.add(folded);
    for (const spelled of umlautSpellings(form)) keys.add(spelled);
    if (/(?:[eiy]ch|ko|uk|[aeo]v|[ao]u|[aeo]va)$/.test(folded) && folded.includes('h'))
      keys.add(folded.replace(/(?<![ckstz])h/g, 'g'));
    if (isAbbreviation(form)) continue;
    for (const language of languages) for (const key of stemsOf(form, language)) keys.add(key);
  }
  return [...keys];
}

/** Without case, accents and marks: Željka is Zeljka, Suwałki is Suwalki, Королёв is Королев. */
export function foldName(word: string): string {
  const known = folds.get(word);
  if (known !== undefined) return known;
  const made = fold(word);
  folds.set(word, made);
  return made;
}

const folds = new Map<string, string>();

function fold(word: string): string {
  const lower = word.toLowerCase().replace(/sk(?:yi|yy|iy|ij|yj|i)$/, 'sky');
  if (!/[^a-z0-9]/.test(lower)) return lower;
  return lower
    .replace(/ł/g, 'l')
    .replace(/[đð]/g, 'd')
    .replace(/ø/g, 'o')
    .replace(/ß/g, 'ss')
    .replace(/æ/g, 'ae')
    .replace(/œ/g, 'oe')
    .replace(/ı/g, 'i')
    .replace(/þ/g, 'th')
    .replace(/ё/g, 'е')
    .replace(/ґ/g, 'г')
    .replace(/[’ʼ']/g, '')
    .normalize('NFD')
    .replace(/(?<=[a-z])\p{M}+/gu, '')
    .normalize('NFC');
}

/** Müller is also Mueller. */
function umlautSpellings(word: string): readonly string[] {
  return /[äöüå]/iu.test(word)
    ? [foldName(word.toLowerCase().replace(/ä/g, 'ae').replace(/ö/g, 'oe').replace(/ü/g, 'ue').replace(/å/g, 'aa'))]
    : [];
}

function stemsOf(word: string, { names, tag }: ReadingLanguage): readonly string[] {
  if (names.endings.length === 0) return tag === 'en' ? englishAdjective(word) : [];
  const lower = word.toLowerCase().replace(/ё/g, 'е');
  const stems: string[] = [canonical(lower, names.alternations)];
  for (const ending of names.endings) {
    const left = lower.length - ending.length;
    if (left >= leastLeft(ending, lower.length, tag) && left >= 2 && lower.endsWith(ending))
      stems.push(canonical(lower.slice(0, left), names.alternations));
  }
  const root = adjective.exec(lower)?.groups?.root;
  if (root !== undefined) stems.push(canonical(root, names.alternations));
  return stems.map((stem) => `${stem}~`);
}

/** "Ona" and "Onos" are one short name. */
function leastLeft(ending: string, length: number, tag: string): number {
  if (tag === 'lt' && /^(?:os|ai)$/.test(ending)) return 2;
  return ending.length === 1 ? Math.min(leastStem, length - 1) : leastStem;
}

/** An adjective of a place: львівський, wileński. */
const adjective =
  /^(?<root>\p{L}{4,})(?:сь?к(?:ий|ого|ому|им|ім|ом|а|ая|ої|ой|у|ую|ою|е|ое|ае|аго|аму|ай|і|ія|ие|их|іх|ими|імі)|sk(?:i|iego|iemu|im|a|iej|ą|ie|ich|imi))$/u;

/** The stems a name may have in a language with cases, as they are compared. */
export function stemKeys(word: string, language: ReadingLanguage): readonly string[] {
  return stemsOf(word, language).map((stem) => stem.slice(0, -1));
}

/** A stem of a name as stems are compared. */
export function stemKey(stem: string, { names }: ReadingLanguage): string {
  return canonical(stem, names.alternations);
}

/** Bavarian is of Bavaria: a regular adjective of a name in -a. */
function englishAdjective(word: string): readonly string[] {
  const name = /^(?<name>\p{Lu}.{2,}a)ns?$/u.exec(word)?.groups?.name;
  return name === undefined ? [] : [foldName(name)];
}

/** A stem with its last consonant in one form and without the vowel that comes and goes before it: Орёл, Орла; Praga, Pradze. */
function canonical(stem: string, alternations: readonly string[]): string {
  const one = foldName(stem.replace(/ę/g, 'ą').replace(/ў/g, 'в'))
    .replace(/[ьʼ’']+$/u, '')
    .replace(/ь(?=\p{L}$)/u, '');
  return withoutVowel(withFirstOf(one, alternations));
}

/** A stem's last consonant in the first form of its group. */
function withFirstOf(stem: string, alternations: readonly string[]): string {
  for (const { from, to } of changesOf(alternations))
    if (stem.length > (from.length === 1 ? 2 : from.length) && stem.endsWith(from))
      return stem.slice(0, -from.length) + to;
  return stem;
}

interface Change {
  readonly from: string;
  readonly to: string;
}

const changes = new WeakMap<readonly string[], readonly Change[]>();

/** What each consonant of a language's groups becomes, the longest first; made once for a language. */
function changesOf(alternations: readonly string[]): readonly Change[] {
  const known = changes.get(alternations);
  if (known !== undefined) return known;
  const made = alternations
    .flatMap((group) => {
      const [to = '', ...others] = group.split(' ').map(foldName);
      return [to, ...others].map((from) => ({ from, to }));
    })
    .sort((a, b) => b.from.length - a.from.length);
  changes.set(alternations, made);
  return made;
}

/** Without the vowel that comes and goes before the last consonant. */
function withoutVowel(stem: string): string {
  return stem.length < 4 ? stem : stem.replace(/(?:i?e|o|е|о|є|і|ї|э|я|й)(?=[^aeiouyаеёиоуыэюяіїє]$)/u, '');
}
