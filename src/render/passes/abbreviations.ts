import { isNotes, type Pass } from '../slide-tree.js';
import { closest, elements, hasClass, textContent } from '../tree.js';

/**
 * The first time an edition shows an abbreviation the slide's foot spells it out; after that, and in notes and answers, which are not
 * on the slide from its start, its tooltip does.
 */
export const setAbbreviations: Pass = ({ section, abbreviations }, { deck, spelledOut }) => {
  for (const element of elements(section, 'abbr')) {
    const found = deck.abbreviations.find(({ short }) => short === textContent(element));
    const isAside = closest(element, (one) => isNotes(one) || hasClass(one, 'answered')) !== undefined;
    if (found === undefined || spelledOut.has(found.short) || isAside) continue;
    spelledOut.add(found.short);
    abbreviations.push(found);
  }
};
