import type { Unsourced, Wording } from '../model.js';

const inEnglish = {
  inference: 'inferred',
  lecturer: 'lecturer',
  notInSource: 'not in the source',
  colour: 'colour shows who acts',
  step: 'Step',
};

type Words = { readonly [name in keyof typeof inEnglish]: string };

/** The words a relations drawing adds of its own, in the languages of the region; English in any other. */
const own: Readonly<Record<string, Words>> = {
  en: inEnglish,
  be: {
    inference: 'выснова',
    lecturer: 'лектар',
    notInSource: 'няма ў крыніцы',
    colour: 'колер паказвае, хто дзейнічае',
    step: 'Крок',
  },
  ru: {
    inference: 'вывод',
    lecturer: 'лектор',
    notInSource: 'нет в источнике',
    colour: 'цвет показывает, кто действует',
    step: 'Шаг',
  },
  uk: {
    inference: 'висновок',
    lecturer: 'лектор',
    notInSource: 'немає в джерелі',
    colour: 'колір показує, хто діє',
    step: 'Крок',
  },
  pl: {
    inference: 'wniosek',
    lecturer: 'prowadzący',
    notInSource: 'brak w źródle',
    colour: 'kolor pokazuje, kto działa',
    step: 'Krok',
  },
  lt: {
    inference: 'išvada',
    lecturer: 'dėstytojas',
    notInSource: 'nėra šaltinyje',
    colour: 'spalva rodo, kas veikia',
    step: 'Žingsnis',
  },
};

/** Our own words in a language, by its tag. */
export function wordsIn(lang: string): Words & Readonly<Record<Unsourced, string>> {
  return lookUp(own, lang) ?? inEnglish;
}

/** The author's words in a language: those for its tag (`be-tarask`), for the language alone (`be`), or those without one. */
export function inLang(wording: Wording, lang: string): string {
  return lookUp(wording.byLang, lang) ?? wording.text;
}

/** The name of the built-in kind, in every language it is known in. */
export const notInSource: Wording = {
  text: inEnglish.notInSource,
  byLang: Object.fromEntries(Object.entries(own).map(([lang, words]) => [lang, words.notInSource])),
};

function lookUp<T>(byLang: Readonly<Record<string, T>>, lang: string): T | undefined {
  const found = [lang, lang.split('-')[0] ?? lang].find((tag) => Object.hasOwn(byLang, tag));
  return found === undefined ? undefined : byLang[found];
}
