import { isRightToLeft } from '../right-to-left.js';
import { isNotes, type Pass } from '../slide-tree.js';
import { attribute, type Element, elements, setAttribute } from '../tree.js';

/**
 * Text of a language that is written from right to left runs that way: a deck's, and a part's that has a `lang` of its own. An author's
 * `dir` stays. Notes are shown by themselves elsewhere, so they have it too.
 */
export const setDirections: Pass = ({ section }, { deck }) => {
  const isDeck = isRightToLeft(deck.settings.lang);
  if (isDeck) for (const element of [section, ...elements(section).filter(isNotes)]) direct(element, 'rtl');
  for (const element of elements(section)) {
    const lang = attribute(element, 'lang');
    if (lang === undefined) continue;
    const isOwn = isRightToLeft(lang);
    if (isOwn || isDeck) direct(element, isOwn ? 'rtl' : 'ltr');
  }
};

function direct(element: Element, direction: 'rtl' | 'ltr'): void {
  if (attribute(element, 'dir') === undefined) setAttribute(element, 'dir', direction);
}
