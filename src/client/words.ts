import type { CarriedWords } from '../language/words/words.js';

const carried = document.querySelector('script#window-words')?.textContent;
if (carried == null) throw new Error('the page carries no words for its window');

/** What a deck's windows say, in the deck's language where there are words in it: the page carries those of one language. */
export const words: CarriedWords = JSON.parse(carried);
