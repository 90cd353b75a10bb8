import type { Deck } from '../model.js';
import { textWidth } from '../relations/text-width.js';
import { setIn } from '../relations/typeface.js';
import { boxOfText } from './box-of-text.js';
import type { Rendered } from './rendering.js';
import {
  attribute,
  closest,
  create,
  type Element,
  hasClass,
  insertBefore,
  isElement,
  type Node,
  remove,
  type SeenElement,
  text,
} from './tree.js';

/** Words that are wider than their box, with soft hyphens where they may be broken; by language and word as typed. */
export type Breaks = ReadonlyMap<string, string>;

/**
 * Finds the words of some slides that are wider than their box, and where they may be hyphenated. The patterns of a language are loaded
 * only where it has such words. `known` are those found in trees before.
 */
export async function findBreaks(
  roots: readonly SeenElement[],
  deck: Deck,
  known?: WeakMap<SeenElement, readonly string[]>,
): Promise<Breaks> {
  const wideIn = (root: SeenElement): readonly string[] => {
    const before = known?.get(root);
    if (before !== undefined) return before;
    const keys = wideTexts(root as Element, deck).flatMap(({ lang, words }) => words.map((word) => `${lang}\n${word}`));
    known?.set(root, keys);
    return keys;
  };
  const wide = new Set(roots.flatMap(wideIn));
  const found = new Map<string, string>();
  if (wide.size === 0) return found;
  const { hyphenated } = await import('./hyphens.js');
  for (const key of wide) {
    const [lang = '', word = ''] = key.split('\n');
    found.set(key, await hyphenated(word, lang));
  }
  return found;
}

/**
 * Lets what is wider than its box be broken: words at soft hyphens, addresses and code behind their signs. Names stay whole. Last of all,
 * when nothing is read from the tree any more.
 */
export function breakWords(root: Element, { deck, breaks = new Map() }: Pick<Rendered, 'deck' | 'breaks'>): void {
  for (const { node, lang, words, addresses } of wideTexts(root, deck)) {
    for (const word of words) node.value = node.value.replaceAll(word, breaks.get(`${lang}\n${word}`) ?? word);
    if (addresses.length > 0) openAddresses(node, addresses);
  }
}

type TextNode = Extract<Node, { value: string }>;

interface WideText {
  readonly node: TextNode;
  readonly lang: string;
  /** Words that may be hyphenated. */
  readonly words: readonly string[];
  readonly addresses: readonly string[];
}

/** No shorter word is wider than a column. */
const longRun = /\S{10,}/gu;
const longWord = /[\p{L}\p{M}]{8,}/gu;
const blocks = [
  'p',
  'li',
  'td',
  'th',
  'dt',
  'dd',
  'blockquote',
  'figcaption',
  'caption',
  'div',
  'section',
  'aside',
  'body',
];
/** What is no text, is set by itself, or does not wrap. */
const untouched = [
  'pre',
  'script',
  'style',
  'template',
  'svg',
  'math',
  'textarea',
  'button',
  'iframe',
  'video',
  'audio',
];

function wideTexts(root: Element, deck: Deck): readonly WideText[] {
  return setIn(deck.brand?.typeface, () => wideTextsAsSet(root, deck));
}

function wideTextsAsSet(root: Element, deck: Deck): readonly WideText[] {
  let names: ReadonlySet<string> | undefined;
  const found: WideText[] = [];
  visit(root);
  return found;

  function visit(element: Element): void {
    if (untouched.includes(element.tagName) || hasClass(element, 'katex') || hasClass(element, 'run')) return;
    for (const node of element.childNodes) {
      if (isElement(node)) visit(node);
      else if ('value' in node && node.value.search(longRun) >= 0) note(node, element);
    }
  }

  function note(node: TextNode, parent: Element): void {
    const block = [parent, closest(parent, isBlock)].find((one) => one !== undefined && isBlock(one)) ?? parent;
    const { width, size, face } = boxOfText(block);
    const inCode = isCode(parent) || closest(parent, isCode) !== undefined;
    const widthOf = (piece: string): number =>
      inCode ? piece.length * size * codeAdvance : textWidth({ text: piece, face, size });
    const isWide = (piece: string): boolean => widthOf(piece) > width;
    const lang = languageOf(parent, deck);
    names ??= namesOf(deck);
    const words = new Set<string>();
    const addresses = new Set<string>();
    for (const { 0: run, index } of node.value.matchAll(longRun)) {
      if (!run.split(/(?<=[-\u2013\u2014])/u).some(isWide)) continue;
      if (inCode || isAddress(run)) addresses.add(run);
      else
        for (const { 0: word, index: at } of run.matchAll(longWord))
          if (isWide(word) && !isName(word, lang, names, isFirst(node, parent, index + at))) words.add(word);
    }
    if (words.size + addresses.size > 0) found.push({ node, lang, words: [...words], addresses: [...addresses] });
  }
}

function isBlock({ tagName }: Element): boolean {
  return blocks.includes(tagName) || /^h[1-6]$/.test(tagName);
}

/** A letter of code in text, em. */
const codeAdvance = 0.55;

function isCode({ tagName }: Element): boolean {
  return ['code', 'kbd', 'samp', 'var'].includes(tagName);
}

/** A web or mail address, a path, the name of a file or of something in a program. */
function isAddress(run: string): boolean {
  return /[\p{L}\p{N}][/\\@_=&?#:.(]+[\p{L}\p{N}]|\p{Ll}\p{Lu}|\p{L}\p{N}|\p{N}\p{L}/u.test(run);
}

function languageOf(element: Element, { settings }: Deck): string {
  const marked = [element, closest(element, (one) => attribute(one, 'lang') !== undefined)].find(
    (one) => one !== undefined && attribute(one, 'lang') !== undefined,
  );
  return (marked && attribute(marked, 'lang')) ?? settings.lang;
}

function isFirst(node: TextNode, parent: Element, at: number): boolean {
  const isStart = parent.childNodes[0] === node && /^[^\p{L}]*$/u.test(node.value.slice(0, at));
  return isStart || /[.!?:]["”»’)]?\s+["“«„‘(]?$/u.test(node.value.slice(0, at));
}

/** Words of the deck's actors, abbreviations and sources; where only names are capitalised, capitalised words within a sentence. */
function isName(word: string, lang: string, names: ReadonlySet<string>, isFirst: boolean): boolean {
  return names.has(word.toLowerCase()) || (!/^de\b/i.test(lang) && !isFirst && /^\p{Lu}/u.test(word));
}

function namesOf({ relations, abbreviations, references }: Deck): ReadonlySet<string> {
  const actors = (relations?.actors ?? []).flatMap(({ name, aka }) => [
    name.text,
    ...Object.values(name.byLang),
    ...aka,
  ]);
  const authors = references.flatMap(({ author = [] }) =>
    author.flatMap(({ family = '', literal = '' }) => [family, literal]),
  );
  const all = [...actors, ...authors, ...abbreviations.map(({ short }) => short)];
  return new Set(all.flatMap((name) => name.toLowerCase().split(/[^\p{L}\p{M}]+/u)));
}

/** `<wbr>` behind the signs of an address, and before a capital in the middle of a word. */
function openAddresses(node: TextNode, addresses: readonly string[]): void {
  const sign = /(?<=[/\\@_=&?#:,;(-])(?=[\p{L}\p{N}])|(?=\.[\p{L}\p{N}])|(?<=\p{Ll})(?=\p{Lu})/u;
  let rest = node.value;
  for (;;) {
    const [next] = addresses
      .map((address) => ({ address, at: rest.indexOf(address) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at || b.address.length - a.address.length);
    if (next === undefined) break;
    insertBefore(text(rest.slice(0, next.at)), node);
    next.address.split(sign).forEach((piece, index) => {
      if (index > 0) insertBefore(create('wbr'), node);
      insertBefore(text(piece), node);
    });
    rest = rest.slice(next.at + next.address.length);
  }
  insertBefore(text(rest), node);
  remove(node);
}
