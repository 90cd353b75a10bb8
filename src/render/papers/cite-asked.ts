import { trimBefore } from '../passes/marks.js';
import { addClass, append, childElements, type Element, elements, hasClass, text } from '../tree.js';

/** What a likely question rests on stands behind its first paragraph, what is asked, and not on a line of its own above it. */
export function citeAsked(notes: Element): void {
  for (const likely of elements(notes).filter((element) => hasClass(element, 'likely-question'))) {
    const asked = childElements(likely).find(({ tagName }) => tagName === 'p');
    const cited = childElements(likely).find((element) => hasClass(element, 'cite'));
    if (asked === undefined) continue;
    addClass(asked, 'asked');
    if (cited === undefined) continue;
    trimBefore(cited);
    append(asked, text(' '), cited);
  }
}
