import type { Settings, Wording } from '../model.js';
import { inLang } from '../relations/words.js';

const asOf: Wording = {
  text: 'As of',
  byLang: {
    be: 'Станам на',
    ru: 'По состоянию на',
    uk: 'Станом на',
    pl: 'Stan na',
    lt: 'Duomenys:',
    de: 'Stand:',
    fr: 'État au',
  },
};

/** What stands before the day something was last true. */
export function asOfWord(lang: string): string {
  return inLang(asOf, lang).replace(/:$/, '');
}

/** When the deck is from, and when what it says was last true, as its author wrote both. */
export function datesOf({ date = '', asOf: when = '', lang }: Settings): readonly string[] {
  return [date, when === '' ? '' : `${inLang(asOf, lang)} ${when}`].filter((line) => line !== '');
}
