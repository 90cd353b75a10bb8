import { ownLang } from '../../words/words.js';
import type { Pass } from '../slide-tree.js';
import {
  append,
  childElements,
  closest,
  create,
  type Element,
  elements,
  hasClass,
  insertBefore,
  text,
} from '../tree.js';
import { voiceOf } from '../voice-of.js';
import { isClaimBlock, layMarks, withoutClaims } from './marks.js';

/**
 * Whose word a claim is, in words, before its mark: `{.official}`, `{.assessment}`, `{.contested}`. A row says it behind the words of
 * its last cell, a diagram in its caption; a class on the slide's heading is the heading's.
 */
export const setVoices: Pass = ({ section, slide }, { deck }) => {
  const { lang } = deck.settings;
  const holdsClaims = !withoutClaims.includes(slide.slide.layout);
  for (const element of [section, ...elements(section)]) {
    const word = voiceOf(element, lang);
    const holder = word === '' ? undefined : holderOf(element, section);
    if (holder !== undefined)
      say(create('span', { class: 'voice', ...ownLang(lang) }, text(word)), holder, holdsClaims);
  }
};

/** The element whose words end with the voice. */
function holderOf(element: Element, section: Element): Element | undefined {
  if (element === section) return childElements(section).find(({ tagName }) => /^h[1-6]$/.test(tagName));
  if (element.tagName === 'tr') return childElements(element).at(-1);
  if (element.tagName === 'img') return closest(element, ({ tagName }) => tagName === 'p' || tagName === 'figure');
  return element;
}

function say(voice: Element, holder: Element, holdsClaims: boolean): void {
  if (holder.tagName === 'figure') {
    const caption = childElements(holder).find(({ tagName }) => tagName === 'figcaption');
    if (caption === undefined) append(holder, create('figcaption', {}, voice));
    else append(caption, text(' '), voice);
    return;
  }
  const marks = marksOf(holder);
  const first = isCell(holder) ? marks : marks?.childNodes[0];
  if (first !== undefined) {
    if (isCell(holder)) insertBefore(text(' '), first);
    insertBefore(voice, first);
    insertBefore(text(' '), first);
  } else if (holdsClaims && isClaimBlock(holder)) layMarks(create('span', { class: 'marks' }, voice), holder);
  else append(holder, text(' '), voice);
}

function isCell({ tagName }: Element): boolean {
  return tagName === 'td' || tagName === 'th';
}

/** The block's own marks: those of an item's paragraph are the item's. */
function marksOf(holder: Element): Element | undefined {
  return elements(holder).find(
    (element) =>
      hasClass(element, 'marks') &&
      [holder, childElements(holder).find(({ tagName }) => tagName === 'p')].some((one) => one === element.parentNode),
  );
}
