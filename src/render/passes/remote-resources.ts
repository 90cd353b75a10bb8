import { filled, ownLang, wordsIn } from '../../words/words.js';
import { type Address, addressesOf, kindOf } from '../addresses.js';
import { isNotes, type Pass, report, type SlideTree } from '../slide-tree.js';
import {
  append,
  attribute,
  childElements,
  closest,
  create,
  type Element,
  elements,
  insertBefore,
  remove,
  removeAttribute,
  replace,
  text,
} from '../tree.js';

/**
 * A deck asks nothing of the network: what lies on another host is replaced by a box that names it. Links stay; following one
 * is the reader's own doing.
 */
export const replaceRemote: Pass = (tree, rendering) => {
  const { section } = tree;
  for (const element of [section, ...elements(section)]) {
    for (const address of addressesOf(element).filter(({ url }) => kindOf(url) === 'remote')) {
      report(rendering, tree, element, 'warning', {
        rule: 'remote-resource',
        message: `${address.url} lies on another host and is not loaded; a box names it.`,
        cure: 'Put the file into the deck’s folder and name it there.',
      });
      if (element.parentNode !== null || element === section) box(address, tree, rendering.deck.settings.lang);
    }
  }
};

const whole = ['img', 'iframe', 'embed', 'object', 'link', 'image', 'use'];

function box({ element, attribute: name, url, set }: Address, { section }: SlideTree, lang: string): void {
  const shown = create('span', { class: 'remote', ...ownLang(lang) }, text(filled(wordsIn(lang).notLoaded, { url })));
  if (whole.includes(element.tagName)) {
    replace(element, shown);
    return;
  }
  if (name === 'style') set('data:,');
  else removeAttribute(element, name);
  if (element === section) {
    const notes = childElements(section).find(isNotes);
    if (notes === undefined) append(section, shown);
    else insertBefore(shown, notes);
    return;
  }
  const media = closest(element, ({ tagName }) => ['video', 'audio', 'picture'].includes(tagName)) ?? element;
  insertBefore(shown, media);
  if (media !== element) remove(element);
  if (playsNothing(media)) remove(media);
}

function playsNothing(media: Element): boolean {
  const sources = [media, ...elements(media, 'source'), ...elements(media, 'img')];
  return (
    ['video', 'audio', 'picture'].includes(media.tagName) &&
    sources.every((source) => attribute(source, 'src') === undefined)
  );
}
