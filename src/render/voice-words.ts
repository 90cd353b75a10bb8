import type { Wording } from '../model.js';
import { inLang } from '../relations/words.js';
import { attribute, type Element, hasClass } from './tree.js';

/** By its class: what officials assert, what the author of the source assesses, what others would dispute. */
const voices: Readonly<Record<string, Wording>> = {
  official: {
    text: 'official',
    byLang: {
      be: 'афіцыйна',
      ru: 'официально',
      uk: 'офіційно',
      pl: 'oficjalnie',
      lt: 'oficialiai',
      de: 'amtlich',
      fr: 'officiel',
    },
  },
  assessment: {
    text: 'author’s view',
    byLang: {
      be: 'думка аўтара',
      ru: 'мнение автора',
      uk: 'думка автора',
      pl: 'zdaniem autora',
      lt: 'autoriaus nuomone',
      de: 'Sicht des Autors',
      fr: 'avis de l’auteur',
    },
  },
  contested: {
    text: 'contested',
    byLang: {
      be: 'спрэчна',
      ru: 'спорно',
      uk: 'спірно',
      pl: 'sporne',
      lt: 'ginčytina',
      de: 'umstritten',
      fr: 'contesté',
    },
  },
};

/** Whose word an element is said to be, in the deck's language; empty where it does not say. */
export function voiceOf(element: Element, lang: string): string {
  if (attribute(element, 'class') === undefined) return '';
  const said = Object.entries(voices).filter(([name]) => hasClass(element, name));
  return said.map(([, word]) => inLang(word, lang)).join(', ');
}
