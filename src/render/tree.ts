import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html, parseFragment } from 'parse5';
import type { SeenElement, SeenNode, SeenParent } from '../model/html-tree.js';
import { keepMeaning } from './meaning.js';

export type { SeenElement, SeenNode, SeenParent } from '../model/html-tree.js';

export type Element = DefaultTreeAdapterTypes.Element;
export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Parent = DefaultTreeAdapterTypes.ParentNode;
export type Fragment = DefaultTreeAdapterTypes.DocumentFragment;

/** What is found in a tree may be changed where the tree may. */
type Found<From> = From extends Parent | Node ? Element : SeenElement;

export function isElement<N extends SeenNode | SeenParent>(
  node: N | null | undefined,
): node is Extract<N, { tagName: string }> {
  return node !== null && node !== undefined && 'tagName' in node;
}

/** Every element below `root`, in document order; a pass may change the tree while it walks the list. */
export function elements<P extends SeenParent>(root: P, tag?: string): readonly Found<P>[] {
  const found: SeenElement[] = [];
  collect(root);
  return found as Found<P>[];

  function collect(parent: SeenParent): void {
    for (const node of parent.childNodes) {
      if (!isElement(node)) continue;
      if (tag === undefined || node.tagName === tag) found.push(node);
      collect(node);
      if ('content' in node) collect(node.content as SeenParent);
    }
  }
}

export function childElements<P extends SeenParent>(node: P): readonly Found<P>[] {
  return node.childNodes.filter((child) => isElement(child)) as Found<P>[];
}

/** The nearest ancestor that fits, `node` itself left out. */
export function closest<N extends SeenNode>(node: N, fits: (element: Found<N>) => boolean): Found<N> | undefined {
  let parent = node.parentNode;
  while (isElement(parent)) {
    if (fits(parent as Found<N>)) return parent as Found<N>;
    parent = parent.parentNode;
  }
  return undefined;
}

export function attribute(element: Pick<SeenElement, 'attrs'>, name: string): string | undefined {
  for (const attr of element.attrs) if (attr.name === name) return attr.value;
  return undefined;
}

export function setAttribute(element: Element, name: string, value: string): void {
  const attr = element.attrs.find((other) => other.name === name);
  if (attr === undefined) element.attrs.push({ name, value });
  else attr.value = value;
}

export function removeAttribute(element: Element, name: string): void {
  element.attrs = element.attrs.filter((attr) => attr.name !== name);
}

export function classes(element: Pick<SeenElement, 'attrs'>): readonly string[] {
  return (attribute(element, 'class') ?? '').split(/\s+/).filter((name) => name !== '');
}

/** Passes ask this of every element several times, and most have no class: words are told apart only where one may be the class. */
export function hasClass(element: Pick<SeenElement, 'attrs'>, name: string): boolean {
  return attribute(element, 'class')?.includes(name) === true && classes(element).includes(name);
}

export function addClass(element: Element, ...names: readonly string[]): void {
  setAttribute(element, 'class', [...new Set([...classes(element), ...names])].join(' '));
}

export function removeClass(element: Element, ...names: readonly string[]): void {
  const left = classes(element).filter((name) => !names.includes(name));
  if (left.length === 0) removeAttribute(element, 'class');
  else setAttribute(element, 'class', left.join(' '));
}

export function remove(node: Node): void {
  defaultTreeAdapter.detachNode(node);
}

export function create(tag: string, attributes: Readonly<Record<string, string>> = {}, ...children: Node[]): Element {
  const attrs = Object.entries(attributes).map(([name, value]) => ({ name, value }));
  const element = defaultTreeAdapter.createElement(tag, html.NS.HTML, attrs);
  append(element, ...children);
  return element;
}

export function text(value: string): Node {
  return defaultTreeAdapter.createTextNode(value);
}

/** The same once more, each node with its place in the markup and what it means. `copies` is told which element became which. */
export function copied(seen: SeenElement, copies?: Map<SeenElement, Element>): Element {
  // What is seen is one of ours, which nothing here changes.
  const element = seen as Element;
  const copy: Element = { ...element, attrs: element.attrs.map((attr) => ({ ...attr })), parentNode: null };
  copy.childNodes = childrenOf(element, copy);
  if ('content' in element && 'content' in copy) {
    const { content } = element as DefaultTreeAdapterTypes.Template;
    const inner = { ...content, childNodes: [] as Node[] };
    inner.childNodes = childrenOf(content, inner);
    copy.content = inner;
  }
  keepMeaning(element, copy);
  copies?.set(element, copy);
  return copy;

  function childrenOf(parent: Parent, own: Parent): Node[] {
    return parent.childNodes.map((node) => {
      const child = isElement(node) ? copied(node, copies) : { ...node };
      child.parentNode = own;
      return child;
    });
  }
}

/** Moves nodes to the end of `parent`. */
export function append(parent: Parent, ...nodes: readonly Node[]): void {
  for (const node of nodes) {
    defaultTreeAdapter.detachNode(node);
    defaultTreeAdapter.appendChild(parent, node);
  }
}

/**
 * Moves children of a parent, those that are wanted, to the end of another at once: one by one, a hundred thousand take minutes, and no
 * call has as many arguments.
 */
export function moveChildren(from: Parent, to: Parent, wanted: (node: Node) => boolean = () => true): void {
  const kept: Node[] = [];
  for (const node of from.childNodes) {
    const isMoved = wanted(node);
    (isMoved ? to.childNodes : kept).push(node);
    if (isMoved) node.parentNode = to;
  }
  from.childNodes = kept;
}

export function insertBefore(node: Node, before: Node): void {
  const parent = before.parentNode;
  if (parent === null) return;
  defaultTreeAdapter.detachNode(node);
  defaultTreeAdapter.insertBefore(parent, node, before);
}

export function replace(node: Node, by: Node): void {
  insertBefore(by, node);
  remove(node);
}

/** The text a reader sees, without markup. */
export function textContent(node: SeenNode | SeenParent): string {
  if (node.nodeName === '#text') return 'value' in node ? String(node.value) : '';
  return 'childNodes' in node ? node.childNodes.map(textContent).join('') : '';
}

/** The same in one line, as titles say it: KaTeX writes each formula three times, here it is its TeX once. */
export function titleText(node: SeenNode): string {
  return read(node).replace(/\s+/g, ' ').trim();

  function read(one: SeenNode): string {
    if (!isElement(one)) return textContent(one);
    const tex = hasClass(one, 'katex') ? elements(one, 'annotation')[0] : undefined;
    return tex === undefined ? one.childNodes.map(read).join('') : textContent(tex);
  }
}

/**
 * The attribute our own renderers write styles to until the passes are done, so that an author's `style` can be told from them.
 * U+FDD0 and U+FDD1 are no characters: files are read without them, and `parse` reads no reference to them.
 */
export const ownStyle = '\uFDD0style';

/** The same for what an element cites, until its markup is parsed: the position of the citations among those its text has. */
export const ownCites = '\uFDD0cites';

/** Parses markup as the children of a `<div>`; what an author left open ends with it. Offsets are kept, for messages. */
export function parse(markup: string, tooDeep: () => void = () => undefined): Fragment {
  const safe = markup.replace(/&#x0*fdd[01](?![\da-f])|&#0*6497[67](?!\d)/gi, (reference) =>
    '\uFFFD'.padEnd(reference.length),
  );
  const fragment = parseFragment(create('div'), safe, { sourceCodeLocationInfo: true, treeAdapter: startsOnly });
  if (flatten(fragment)) tooDeep();
  return fragment;
}

/** Where a node ends nobody asks, and to note it takes an eighth of the time that parsing takes. */
const startsOnly: typeof defaultTreeAdapter = { ...defaultTreeAdapter, updateNodeSourceCodeLocation: () => undefined };

/** Elements may lie as deep as this; browsers have a limit of their own (512 in Chromium), and so has whatever walks a tree. */
const deepest = 256;

/** What lies deeper becomes text; whether anything did. */
function flatten(fragment: Fragment): boolean {
  let level: readonly Parent[] = [fragment];
  for (let depth = 0; depth < deepest && level.length > 0; depth++)
    level = level.flatMap((parent) => parent.childNodes.filter(isElement));
  for (const parent of level) {
    let words = '';
    const waiting: Node[] = parent.childNodes.toReversed();
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      if (node.nodeName === '#text' && 'value' in node) words += node.value;
      else if ('childNodes' in node) for (const child of node.childNodes.toReversed()) waiting.push(child);
    }
    for (const node of [...parent.childNodes]) defaultTreeAdapter.detachNode(node);
    if (words !== '') defaultTreeAdapter.insertText(parent, words);
  }
  return level.length > 0;
}
