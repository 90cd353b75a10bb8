import { filled, wordsIn } from '../../language/words/words.js';
import type { Rendering } from '../rendering.js';
import type { Pass } from '../slide-tree.js';
import {
  attribute,
  childElements,
  closest,
  type Element,
  elements,
  hasClass,
  setAttribute,
  textContent,
} from '../tree.js';

/** Numbers the footnotes that are left from 1, and the places that refer to each: a gap would say that one is left out. */
export const numberFootnotes: Pass = ({ section }, rendering) => {
  for (const list of elements(section, 'ol').filter((one) => hasClass(one, 'footnotes'))) {
    const notes = childElements(list);
    const isWhole = notes.every((note, index) => attribute(note, 'value') === String(index + 1));
    const references = notes.map((note) => referencesTo(note, section));
    if (isWhole && references.every((some) => some.filter(hasId).every(isNumbered))) continue;
    for (const [index, note] of notes.entries()) renumber(note, references[index] ?? [], index + 1, rendering);
  }
};

function referencesTo(note: Element, section: Element): readonly Element[] {
  const target = `#${attribute(note, 'id')}`;
  return elements(section, 'a').filter((link) => attribute(link, 'href') === target && isMark(link));
}

function isMark(link: Element): boolean {
  return closest(link, (one) => one.tagName === 'sup' && hasClass(one, 'note')) !== undefined;
}

/** An answer's copy in the notes has none. */
function hasId(link: Element): boolean {
  return attribute(link, 'id') !== undefined;
}

function isNumbered(link: Element, index: number): boolean {
  return (attribute(link, 'id') ?? '').endsWith(index === 0 ? '-ref' : `-ref-${index}`);
}

function renumber(note: Element, references: readonly Element[], number: number, { deck, leftOut }: Rendering): void {
  const id = (attribute(note, 'id') ?? '').replace(/\d+$/, String(number));
  setAttribute(note, 'id', id);
  setAttribute(note, 'value', String(number));
  leftOut.delete(id);
  const { lang } = deck.settings;
  references.filter(hasId).forEach((link, index) => {
    setAttribute(link, 'id', index === 0 ? `${id}-ref` : `${id}-ref-${index}`);
  });
  for (const link of references) {
    setAttribute(link, 'href', `#${id}`);
    setAttribute(link, 'aria-label', filled(wordsIn(lang).note, { n: String(number) }));
    const [shown] = link.childNodes;
    if (shown !== undefined && 'value' in shown && textContent(link) !== '') shown.value = String(number);
  }
}
