import { isNotes, type Pass } from '../slide-tree.js';
import { closest, elements, textContent } from '../tree.js';

/** The first time an edition shows an abbreviation the slide's foot spells it out; after that its tooltip does. */
export const setAbbreviations: Pass = ({ section, abbreviations }, { deck, spelledOut }) => {
  for (const element of elements(section, 'abbr')) {
    const found = deck.abbreviations.find(({ short }) => short === textContent(element));
    if (found === undefined || spelledOut.has(found.short) || closest(element, isNotes) !== undefined) continue;
    spelledOut.add(found.short);
    abbreviations.push(found);
  }
};
