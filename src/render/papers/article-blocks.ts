import {
  addClass,
  append,
  childElements,
  create,
  type Element,
  elements,
  hasClass,
  isElement,
  type Node,
  remove,
  textContent,
} from '../tree.js';
import { asideOf, type NoteList } from './note-list.js';

const blocks = ['p', 'ul', 'ol', 'dl', 'table', 'figure', 'blockquote', 'pre', 'details'];
const headings = /^h[1-6]$/;
/** What belongs to a stage or to a screen. */
const unprintable = ['hr', 'style', 'link', 'video', 'audio', 'iframe', 'object', 'embed', 'canvas', 'input'];
/** More columns than this are wider than the text. */
const mostColumns = 4;

/** What stands in an element, one block after another: columns, pauses and other boxes of a stage are taken away around them. */
export function flattened(root: Element): readonly Element[] {
  const found: Element[] = [];
  let loose: Node[] = [];
  const close = (): void => {
    const paragraph = create('p', {}, ...loose);
    if (loose.some((node) => isElement(node) || textContent(node).trim() !== '')) found.push(paragraph);
    loose = [];
  };
  for (const node of root.childNodes.slice()) {
    if (!isElement(node)) loose.push(node);
    else if (unprintable.includes(node.tagName)) remove(node);
    else if (blocks.includes(node.tagName) || headings.test(node.tagName) || hasClass(node, 'formula')) {
      close();
      found.push(node);
    } else if (isBox(node)) {
      close();
      found.push(...flattened(node));
    } else loose.push(node);
  }
  close();
  return found.filter(hasContent);
}

/** Gives the headings among the blocks levels below `base`, none skipped. */
export function outline(among: readonly Element[], base: number): void {
  const found = among.flatMap((block) => [block, ...elements(block)]).filter(({ tagName }) => headings.test(tagName));
  const levels = [...new Set(found.map(({ tagName }) => tagName))].sort();
  let last = base;
  for (const heading of found) {
    last = Math.min(6, last + 1, base + 1 + levels.indexOf(heading.tagName));
    rename(heading, `h${last}`);
  }
}

/** A heading with its notes; references to them, and whose word it is, stand behind it: they are no part of what a bookmark says. */
export function headingRow(heading: Element, level: number, notes: NoteList): Element {
  rename(heading, `h${level}`);
  return row('r heading', heading, notes);
}

/** A block with its notes: beside it, or below where it takes the whole width. Each item of a list has its own. */
export function rowOf(block: Element, notes: NoteList): Element {
  if (headings.test(block.tagName)) return row('r heading', block, notes);
  if (block.tagName === 'ul' || block.tagName === 'ol') {
    if (elements(block, 'li').some((item) => hasClass(item, 'choice'))) addClass(block, 'choices');
    for (const item of childElements(block)) {
      const content = create('div', {}, ...item.childNodes.slice());
      append(item, content, ...asideOf(notes.take(content)));
    }
    addClass(block, 'rows');
    return block;
  }
  const columns = elements(block, 'tr').map((one) => childElements(one).length);
  const isWide = block.tagName === 'figure' || Math.max(0, ...columns) > mostColumns;
  return row(isWide ? 'wide' : 'r', block, notes);
}

function row(name: string, block: Element, notes: NoteList): Element {
  const isBehind = (element: Element): boolean => hasClass(element, 'refs') || hasClass(element, 'voice');
  const refs = headings.test(block.tagName) ? elements(block).filter(isBehind) : [];
  const content = refs.length === 0 ? block : create('div', {}, block, ...refs);
  const element = create('div', { class: name }, content);
  append(element, ...asideOf(notes.take(element)));
  return element;
}

function isBox({ tagName }: Element): boolean {
  return ['div', 'section', 'article', 'main', 'header', 'footer', 'aside', 'center'].includes(tagName);
}

function hasContent(block: Element): boolean {
  const isShown = (element: Element): boolean => ['img', 'svg', 'figure', 'a'].includes(element.tagName);
  return textContent(block).trim() !== '' || isShown(block) || elements(block).some(isShown);
}

function rename(element: Element, tag: string): void {
  element.tagName = tag;
  element.nodeName = tag;
}
