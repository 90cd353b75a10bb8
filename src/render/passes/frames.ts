import { parse as parseDocument, serialize } from 'parse5';
import { kindOf } from '../../css/address-kind.js';
import { filled, ownLang, wordsIn } from '../../language/words/words.js';
import { isFrame, isPreviewSwitch } from '../addresses.js';
import type { Rendering } from '../rendering.js';
import { type Pass, report, type SlideTree } from '../slide-tree.js';
import {
  attribute,
  create,
  type Element,
  elements,
  insertBefore,
  isElement,
  removeAttribute,
  replace,
  setAttribute,
  text,
} from '../tree.js';
import { keepForAudience } from './audience.js';
import { nameAssets } from './local-assets.js';
import { tameRawHtml } from './raw-html.js';
import { replaceRemote } from './remote-resources.js';

/**
 * The rules for a slide hold for what stands in its frames. A page that is written into a `srcdoc` is gone through as the slide is; of a
 * file it shows only what cannot ask other hosts for anything: a page of HTML, which gets a policy of its own where it is put, and files
 * that have no scripts. A drawing in SVG becomes a picture, which loads nothing.
 */
export const tameFrames: Pass = (tree, rendering) => {
  for (const element of [tree.section, ...elements(tree.section)]) {
    if (element.tagName === 'iframe' && attribute(element, 'srcdoc') !== undefined)
      tameWritten(element, tree, rendering);
    for (const name of framing) {
      const url = attribute(element, name);
      if (url === undefined || url.trim() === '' || isPreviewSwitch(name, url)) continue;
      if (isFrame(element, name) && kindOf(url) === 'local') tameFile(element, name, url, tree, rendering);
    }
  }
};

const framing = ['src', 'data-src', 'data-background-iframe', 'data-preview-link'];

/** The same passes as a slide's, on the page that stands in the attribute. */
function tameWritten(frame: Element, tree: SlideTree, rendering: Rendering): void {
  const page = attribute(frame, 'srcdoc') ?? '';
  const whole = parseDocument(page, { sourceCodeLocationInfo: true });
  const section = whole.childNodes.find(isElement);
  if (section === undefined) return;
  const before = serialize(whole);
  const inner: SlideTree = {
    ...tree,
    section,
    placeOf(node, within) {
      const offset = node.sourceCodeLocation?.startOffset ?? 0;
      const below = page.slice(0, offset).split('\n').length - 1 + (within?.below ?? 0);
      return tree.placeOf(frame, { attribute: 'srcdoc', below });
    },
  };
  if (rendering.edition.audience === 'student') keepForAudience(inner, rendering);
  for (const pass of [tameRawHtml, tameFrames, replaceRemote, nameAssets]) pass(inner, rendering);
  const after = serialize(whole);
  if (after !== before) setAttribute(frame, 'srcdoc', after);
}

const page = /\.html?$/i;
const picture = /\.(png|jpe?g|gif|webp|avif|svg)$/i;
const harmless = /\.(mp4|webm|ogv|ogg|mp3|m4a|wav|vtt|pdf|csv|txt)$/i;

function tameFile(element: Element, name: string, url: string, tree: SlideTree, rendering: Rendering): void {
  const file = url.trim().replace(/[?#].*$/s, '');
  if (page.test(file) || harmless.test(file)) return;
  if (picture.test(file)) {
    if (name === 'data-background-iframe') {
      removeAttribute(element, name);
      setAttribute(element, 'data-background-image', url);
    } else if (element.tagName === 'iframe') replace(element, asPicture(element, url));
    return;
  }
  const message = `${url} is not shown in a frame: only a page of HTML can be kept from asking other hosts; a box names it.`;
  const cure = 'Save it as a file that ends in .html, or link to it.';
  report(
    rendering,
    tree,
    element,
    'warning',
    { rule: 'remote-resource', message, cure },
    { attribute: name, below: 0 },
  );
  const { lang } = rendering.deck.settings;
  const box = create('span', { class: 'remote', ...ownLang(lang) }, text(filled(wordsIn(lang).notLoaded, { url })));
  if (element.tagName === 'iframe') replace(element, box);
  else {
    removeAttribute(element, name);
    if (element.parentNode !== null) insertBefore(box, element);
  }
}

function asPicture(frame: Element, url: string): Element {
  const kept = ['class', 'id', 'style', 'width', 'height'].flatMap((name) => {
    const value = attribute(frame, name);
    return value === undefined ? [] : [[name, value]];
  });
  return create('img', { ...Object.fromEntries(kept), src: url, alt: attribute(frame, 'title') ?? '' });
}
