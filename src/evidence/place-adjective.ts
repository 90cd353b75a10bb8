import type { ReadingLanguage } from '../model/language.js';
import { foldName, stemKey, stemKeys } from './name-keys.js';

/**
 * Whether a word is the regular adjective of a town or of its people: одеський of Одеса, gdański of Gdańsk, Hamburger of Hamburg,
 * lyonnais of Lyon, Londoner of London. What is irregular, Glaswegian of Glasgow, is no adjective here.
 */
export function isOfPlace(word: string, place: string, language: ReadingLanguage): boolean {
  if (place.length < 4 || word.length < 4 || /['’\d]/.test(place)) return false;
  return rules[language.tag]?.(word, place, language) ?? false;
}

type Rule = (word: string, place: string, language: ReadingLanguage) => boolean;

const slavicAdjective =
  /^(?<root>\p{L}{2,}?)(?<mark>[сзцszc])(?:ь?к|k)(?:ий|ого|ому|им|ім|ом|а|ая|ої|ой|у|ую|ою|е|ое|ае|аго|аму|ай|і|ія|ие|их|іх|ими|імі|i|iego|iemu|im|a|iej|ą|ie|ich|imi)$/u;

/** Letters of one group end a town's name and begin its adjective's ending: Прага, празький; Łuck, łucki; Брэст, брэсцкі. */
const groups: readonly (readonly [string, string])[] = [
  ['гжзgzżs', 'зжzs'],
  ['кчцтkctд', 'цчcз'],
  ['хшсhs', 'сшs'],
];

/** Between a town's name and its adjective's ending: ялтинский, гродненский, полтавский. */
const between = /^(?:ин|ін|ен|ов|ев|ав|ян|ан|ей|ій|ej|in|en|ow|ań|an|iń)$/u;

function isSlavic(word: string, place: string, language: ReadingLanguage): boolean {
  const { root, mark = '' } = slavicAdjective.exec(word.toLowerCase().replace(/ё/g, 'е'))?.groups ?? {};
  if (root === undefined || foldName(root.slice(0, 2)) !== foldName(place.slice(0, 2))) return false;
  const own = new Set(
    [root, `${root}${mark}`, `${root}${mark}к`, `${root}${mark}k`].map((one) => stemKey(one, language)),
  );
  if (stemKeys(place, language).some((key) => own.has(key))) return true;
  const base = foldName(`${root}${mark}`);
  return typedStems(place, language).some((stem) => {
    const [start, last] = [stem.slice(0, -1), stem.slice(-1)];
    if (groups.some(([from, to]) => from.includes(last) && [...to].some((letter) => isEnd(letter, start, base))))
      return true;
    return base.startsWith(stem) && between.test(base.slice(stem.length, -1));
  });
}

/** A town's name without an ending, its last letter once: Запоріжжя is запоріж. */
function typedStems(place: string, { names: { endings } }: ReadingLanguage): readonly string[] {
  const lower = place.toLowerCase();
  return ['', ...endings]
    .filter((ending) => lower.endsWith(ending) && lower.length - ending.length >= 3)
    .map((ending) => foldName(lower.slice(0, lower.length - ending.length)))
    .map((stem) => stem.replace(/[ьй]$/u, '').replace(/(?<last>\p{L})\k<last>$/u, '$<last>'));
}

/** The changed letter is the ending's own, одес-ький, or stands before it, рижс-кий. */
function isEnd(letter: string, start: string, base: string): boolean {
  return base === `${start}${letter}` || base.slice(0, -1) === `${start}${letter}`;
}

const isGerman: Rule = (word, place) => {
  const root = /^(?<root>\p{L}{3,}?)(?:an)?isch(?:e[mnrs]?)?$/u.exec(word)?.groups?.root;
  if (
    root !== undefined &&
    [place, place.replace(/[ae]$/u, ''), place.replace(/(?:ie|e)?n$/u, '')].some(
      (one) => foldName(one) === foldName(root),
    )
  )
    return true;
  const base = /^(?<base>\p{Lu}\p{L}+?)er(?:n|s|in|innen)?$/u.exec(word)?.groups?.base;
  if (base === undefined) return false;
  const short = place.replace(/e?n$/u, '');
  return [place, short, `${short}n`, `${short}en`].includes(base) && base.length > 3;
};

const isEnglish: Rule = (word, place) => {
  const base = /^(?<base>\p{Lu}\p{L}{2,}?)(?:ian|an|er|ese|ite)s?$/u.exec(word)?.groups?.base;
  return base !== undefined && [place, place.replace(/[aeo]$/u, '')].includes(base);
};

const isFrench: Rule = (word, place) => {
  const stem = foldName(place).replace(/e?s?$/u, '');
  const rest = foldName(word);
  // "Normand" of Normandie, "breton" of Bretagne, "gascon" of Gascogne.
  const region = /^(?<root>\p{L}{3,})(?:(?<short>ie)|[ao]gne)$/u.exec(foldName(place))?.groups;
  if (region?.root !== undefined && rest.startsWith(region.root)) {
    const end = region.short === undefined ? /^(?:on(?:ne)?|an(?:e)?)s?$/u : /^(?:n?e)?s?$/u;
    if (end.test(rest.slice(region.root.length))) return true;
  }
  return (
    stem.length > 2 &&
    rest.startsWith(stem) &&
    /^[ns]?(?:ien(?:ne)?|e?ois(?:e)?|een(?:ne)?|ais(?:e)?|ain(?:e)?|in(?:e)?)s?$/u.test(rest.slice(stem.length))
  );
};

const isLithuanian: Rule = (word, place, language) => {
  const base = /^(?<base>\p{L}{3,}?)ie[tč]\p{L}{1,4}$/u.exec(word.toLowerCase())?.groups?.base;
  return base !== undefined && stemKeys(place, language).includes(stemKey(base, language));
};

const rules: Readonly<Record<string, Rule>> = {
  de: isGerman,
  en: isEnglish,
  fr: isFrench,
  lt: isLithuanian,
  be: isSlavic,
  pl: isSlavic,
  ru: isSlavic,
  uk: isSlavic,
};
