import { ownLang } from '../../language/words/words.js';
import type { Rendering } from '../rendering.js';
import { isNotes, type Pass, type SlideTree } from '../slide-tree.js';
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
 * its last cell, a diagram in its caption; a class on the slide's heading is the heading's, one on a list each item's.
 */
export const setVoices: Pass = (tree, rendering) => {
  const hangs = !tree.isProse && !withoutClaims.includes(tree.slide.slide.layout);
  say(tree, rendering, (voice, holder) => {
    if (hangs && isClaimBlock(holder)) hang(voice, holder);
    else writeBehind(voice, holder);
  });
};

/** The same in running text, which has no margin to hang a mark in: the voice stands behind the words it belongs to. */
export const writeVoices: Pass = (tree, rendering) => say(tree, rendering, writeBehind);

function say({ section }: SlideTree, { deck }: Rendering, set: (voice: Element, holder: Element) => void): void {
  const { lang } = deck.settings;
  for (const element of [section, ...elements(section)]) {
    const word = voiceOf(element, lang);
    if (word === '') continue;
    for (const holder of holdersOf(element, section))
      set(create('span', { class: 'voice', ...ownLang(lang) }, text(word)), holder);
  }
}

/** The elements whose words end with the voice. */
function holdersOf(element: Element, section: Element): readonly Element[] {
  const inside = childElements(element);
  if (element === section) return inside.filter(({ tagName }) => /^h[1-6]$/.test(tagName)).slice(0, 1);
  switch (element.tagName) {
    case 'tr':
      return inside.slice(-1);
    case 'img':
      return [closest(element, ({ tagName }) => tagName === 'p' || tagName === 'figure') ?? element];
    case 'ul':
    case 'ol':
      return inside;
    case 'dl':
      return inside.filter(({ tagName }) => tagName === 'dd');
    case 'div':
      return isNotes(element) ? [] : inside.flatMap((one) => holdersOf(one, section));
    default:
      return [element];
  }
}

/** Among the marks that hang beside a claim, before them; beside a heading, where the theme sets it on a line below them, behind them. */
function hang(voice: Element, block: Element): void {
  const marks = marksOf(block);
  const first = marks?.childNodes[0];
  if (marks === undefined || first === undefined) layMarks(create('span', { class: 'marks' }, voice), block);
  else if (/^h[1-6]$/.test(block.tagName)) append(marks, text(' '), voice);
  else {
    insertBefore(voice, first);
    insertBefore(text(' '), first);
  }
}

/** The block's own marks: those of an item's paragraph are the item's. */
function marksOf(holder: Element): Element | undefined {
  return elements(holder).find(
    (element) =>
      hasClass(element, 'marks') &&
      [holder, childElements(holder).find(({ tagName }) => tagName === 'p')].some((one) => one === element.parentNode),
  );
}

function writeBehind(voice: Element, holder: Element): void {
  if (holder.tagName === 'figure' || holder.tagName === 'table') {
    const name = holder.tagName === 'figure' ? 'figcaption' : 'caption';
    const caption = childElements(holder).find(({ tagName }) => tagName === name);
    if (caption !== undefined) append(caption, text(' '), voice);
    else if (name === 'figcaption' || holder.childNodes[0] === undefined) append(holder, create(name, {}, voice));
    else insertBefore(create(name, {}, voice), holder.childNodes[0]);
    return;
  }
  const marks = isCell(holder) ? marksOf(holder) : undefined;
  if (marks === undefined) layMarks(voice, holder);
  else {
    insertBefore(text(' '), marks);
    insertBefore(voice, marks);
    insertBefore(text(' '), marks);
  }
}

function isCell({ tagName }: Element): boolean {
  return tagName === 'td' || tagName === 'th';
}
