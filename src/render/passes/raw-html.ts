import { kindOf } from '../../css/address-kind.js';
import { addressesOf } from '../addresses.js';
import type { Rendering } from '../rendering.js';
import { type Pass, report, type SlideTree } from '../slide-tree.js';
import { attribute, type Element, elements, remove, removeAttribute } from '../tree.js';

/**
 * Takes out of a slide what would run in the page; scripts have their place in the front matter. Of a deck that is not trusted it also
 * takes out what loads, submits, restyles or embeds. A nested `<section>` becomes a `<div>`, since Reveal would take it for a slide of
 * its own.
 */
export const tameRawHtml: Pass = (tree, rendering) => {
  const { section } = tree;
  for (const element of [section, ...elements(section)]) {
    const because =
      element === section ? undefined : rendering.sanitiser === undefined ? reasonTo(element) : reasonToRefuse(element);
    if (because !== undefined) {
      warn(tree, rendering, element, because, `A <${element.tagName}> in a slide is left out`);
      remove(element);
      continue;
    }
    if (unshown.includes(element.tagName)) element.childNodes = [];
    if (element.tagName === 'section' && element !== section) {
      element.tagName = 'div';
      element.nodeName = 'div';
    }
    for (const { name, value } of element.attrs) tameAttribute(name, value, element, tree, rendering);
    if (rendering.sanitiser !== undefined) refuseFiles(element, tree, rendering);
  }
};

/** What these hold is text to the parser, and no browser that shows a deck shows it. */
const unshown = ['iframe', 'noembed', 'noframes', 'noscript'];

/** Why something is left out: it would run, or the deck is not trusted. */
type Reason = 'script' | 'untrusted';

function warn(tree: SlideTree, rendering: Rendering, element: Element, reason: Reason, what: string): void {
  const [message, cure] =
    reason === 'script'
      ? [`${what}.`, 'Put the code into a file and name it under `scripts:` in the front matter.']
      : [`${what}: the deck is not trusted.`, 'Leave out --untrusted where you know what the deck does.'];
  report(rendering, tree, element, 'warning', {
    rule: reason === 'script' ? 'raw-script' : 'untrusted',
    message,
    cure,
  });
}

function reasonTo(element: Element): Reason | undefined {
  const runs =
    element.tagName === 'script' || (element.tagName === 'meta' && attribute(element, 'http-equiv') !== undefined);
  return runs ? 'script' : undefined;
}

const refused: readonly string[] = (
  'style iframe frame frameset object embed applet base meta link form dialog select textarea template noscript portal ' +
  'animate animatemotion animatetransform set foreignobject use'
).split(' ');

function reasonToRefuse(element: Element): Reason | undefined {
  if (reasonTo(element) !== undefined) return 'script';
  const tag = element.tagName.toLowerCase();
  const isField =
    tag === 'input' && (attribute(element, 'type') !== 'checkbox' || attribute(element, 'disabled') === undefined);
  return isField || refused.includes(tag) ? 'untrusted' : undefined;
}

function tameAttribute(name: string, value: string, element: Element, tree: SlideTree, rendering: Rendering): void {
  if (name.startsWith('on')) warn(tree, rendering, element, 'script', `The attribute ${name} is left out`);
  else if (followed.includes(name) && /^(javascript|vbscript):/i.test(scheme(value)))
    warn(tree, rendering, element, 'script', `The ${name === 'href' ? 'link' : name} to javascript: is left out`);
  else if (rendering.sanitiser !== undefined && restyles.test(name) && !isAlignment(name, value, element))
    warn(tree, rendering, element, 'untrusted', `The attribute ${name} is left out`);
  else if (rendering.sanitiser !== undefined && name === 'href' && !leads.test(scheme(value)))
    warn(tree, rendering, element, 'untrusted', `The link to ${scheme(value).slice(0, 40)} is left out`);
  else return;
  removeAttribute(element, name);
}

/** A table's columns are aligned by Markdown's colons, which become this. */
function isAlignment(name: string, value: string, { tagName }: Element): boolean {
  return name === 'style' && /^t[hd]$/.test(tagName) && /^text-align:(?:left|right|center)$/.test(value);
}

/** Attributes whose address the browser, or Reveal, goes to. */
const followed = [
  'href',
  'src',
  'data',
  'action',
  'formaction',
  'data-src',
  'data-background-iframe',
  'data-preview-link',
];

/** Attributes that hold style or markup, or make Reveal open a page. */
const restyles =
  /^(style|srcdoc|formaction|name|autofocus|contenteditable|popovertarget|data-notes|data-(background-(iframe|gradient)|preview-.+|auto-animate-easing|markdown.*))$/;

/** Where a link may lead: a web page, an address, a place in the deck, a file beside it. */
const leads = /^(https?:|mailto:|tel:|(?![a-z][a-z\d+.-]*:))/i;

/** Browsers skip control characters and spaces in an address before they look at its scheme (URL Standard, 4.4). */
function scheme(address: string): string {
  return address.replace(/[\p{Cc} ]/gu, '');
}

/** Files that run nothing however they are opened; an SVG is sanitised when it is read. */
const harmless = /\.(png|jpe?g|gif|webp|avif|svg|mp4|webm|ogv|ogg|mp3|m4a|wav|vtt|pdf|csv|txt)$/i;

function refuseFiles(element: Element, tree: SlideTree, rendering: Rendering): void {
  const link = attribute(element, 'href') ?? '';
  const linked = element.tagName === 'a' && /\.\w+$/.test(pathOf(link)) ? [{ attribute: 'href', url: link }] : [];
  for (const { attribute: name, url } of [...addressesOf(element), ...linked]) {
    if (kindOf(url) !== 'local' || harmless.test(pathOf(url))) continue;
    warn(tree, rendering, element, 'untrusted', `The file ${url} is left out`);
    removeAttribute(element, name);
  }
}

function pathOf(address: string): string {
  return address.replace(/[?#].*$/s, '');
}
