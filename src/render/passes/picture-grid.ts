import { isNotes, type Pass } from '../slide-tree.js';
import {
  append,
  childElements,
  create,
  type Element,
  elements,
  hasClass,
  insertBefore,
  isElement,
  remove,
  setAttribute,
  text,
  textContent,
} from '../tree.js';
import { isPicture } from './picture-captions.js';
import { openers } from './pictures.js';

const most = 4;

/**
 * Two to four pictures that share a slide with its heading alone stand beside each other, with letters where one has a caption. Their credits
 * go to the foot of the slide, those that are the same once.
 */
export const gridPictures: Pass = ({ section, slide }, { deck }) => {
  if (!deck.settings.usesOwnTheme || openers.includes(slide.slide.layout)) return;
  const shown = childElements(section).filter((one) => !isBeside(one));
  const pictures = shown.filter(isPicture);
  const others = shown.filter((one) => !isPicture(one));
  const isLoose = section.childNodes.some((node) => !isElement(node) && textContent(node).trim() !== '');
  const [first] = pictures;
  if (first === undefined || pictures.length < 2 || pictures.length > most || others.length > 0 || isLoose) return;
  const grid = create('div', { class: 'pictures', 'data-count': String(pictures.length) });
  insertBefore(grid, first);
  append(grid, ...pictures);
  const captions = pictures.map((picture) => elements(picture, 'figcaption')[0]);
  if (captions.every((caption) => caption === undefined)) return;
  const letters = pictures.map((picture, index) => letter(picture, captions[index], index));
  const credits = pictures.map((picture) => takeCredit(picture));
  for (const line of shared(letters, credits)) append(section, create('p', { class: 'credit' }, text(line)));
};

/** What is no evidence of the slide: its heading, its notes, its style, its footnotes. */
function isBeside(element: Element): boolean {
  return (
    /^h[1-6]$|^style$/.test(element.tagName) ||
    isNotes(element) ||
    hasClass(element, 'footnotes') ||
    hasClass(element, 'credit')
  );
}

function letter(picture: Element, caption: Element | undefined, index: number): string {
  const name = String.fromCharCode(65 + index);
  const own = caption ?? create('figcaption');
  if (caption === undefined) {
    picture.tagName = 'figure';
    picture.nodeName = 'figure';
    setAttribute(picture, 'class', 'pictured');
    setAttribute(picture, 'role', 'group');
    append(picture, own);
  }
  const words = own.childNodes.slice();
  append(own, create('b', { class: 'letter' }, text(name)), text(' '), ...words);
  return name;
}

function takeCredit(picture: Element): string {
  const [credit] = elements(picture, 'span').filter((one) => hasClass(one, 'credit'));
  if (credit === undefined) return '';
  remove(credit);
  return textContent(credit);
}

/** "A–C: one hand. D: another." */
function shared(letters: readonly string[], credits: readonly string[]): readonly string[] {
  const lines: { letters: string[]; credit: string }[] = [];
  credits.forEach((credit, index) => {
    const name = letters[index] ?? '';
    const same = lines.find((line) => line.credit === credit);
    if (credit === '') return;
    if (same === undefined) lines.push({ letters: [name], credit });
    else same.letters.push(name);
  });
  return lines.map(({ letters: own, credit }) => `${span(own)}: ${credit}`);
}

/** Three and more that follow each other are a span. */
function span(letters: readonly string[]): string {
  const [first = '', last = ''] = [letters[0], letters.at(-1)];
  const isRow = last.charCodeAt(0) - first.charCodeAt(0) === letters.length - 1;
  return letters.length > 2 && isRow ? `${first}–${last}` : letters.join(', ');
}
