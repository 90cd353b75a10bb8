import { isNotes, type Pass } from '../slide-tree.js';
import { closest, type Element, elements, hasClass, textContent } from '../tree.js';

/**
 * The first time an edition shows an abbreviation the slide's foot spells it out; after that, and in notes and answers, which are not
 * on the slide from its start, its tooltip does.
 */
export const setAbbreviations: Pass = ({ section, abbreviations }, { deck, spelledOut }) => {
  const isAside = (element: Element): boolean =>
    closest(element, (one) => isNotes(one) || hasClass(one, 'answered')) !== undefined;
  const shown = elements(section, 'abbr').filter((element) => !isAside(element));
  for (const element of shown) {
    const short = textContent(element);
    const abbreviation = deck.abbreviations.find((one) => one.short === short);
    if (abbreviation === undefined || spelledOut.has(short)) continue;
    spelledOut.add(short);
    abbreviations.push({ abbreviation, uses: shown.filter((one) => textContent(one) === short) });
  }
};
