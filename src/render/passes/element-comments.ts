import type { Pass } from '../slide-tree.js';
import {
  addClass,
  childElements,
  type Element,
  isElement,
  type Node,
  type Parent,
  remove,
  setAttribute,
} from '../tree.js';

/**
 * `<!-- .element: key="value" -->` goes to the element Reveal's Markdown plugin would give it to (its `addAttributes`): the
 * element before it that is no `<br>`, else its parent; after a list, without a blank line between, the list's last item.
 * Classes are added rather than put in the place of others. All other comments are dropped.
 */
export const applyElementComments: Pass = ({ section }) => {
  for (const comment of comments(section)) {
    const attributes = 'data' in comment ? readAttributes(comment.data) : [];
    const target = targetOf(comment);
    for (const [name, value] of attributes) {
      if (name === 'class') addClass(target, ...value.split(/\s+/));
      else setAttribute(target, name, value);
    }
  }
  for (const comment of comments(section)) remove(comment);
};

function comments(parent: Parent): readonly Node[] {
  return parent.childNodes.flatMap((node) =>
    node.nodeName === '#comment' ? [node] : isElement(node) ? comments(node) : [],
  );
}

function targetOf(comment: Node): Element {
  const parent = comment.parentNode as Element;
  const position = parent.childNodes.indexOf(comment);
  const before = parent.childNodes
    .slice(0, position)
    .filter(isElement)
    .findLast(({ tagName }) => tagName !== 'br');
  if (before === undefined) return parent;
  const previous = parent.childNodes[position - 1];
  const apart = previous !== undefined && 'value' in previous && /\n[ \t]*\n/.test(previous.value);
  const isList = before.tagName === 'ul' || before.tagName === 'ol';
  return (isList && !apart ? childElements(before).at(-1) : undefined) ?? before;
}

/** Reveal's own two patterns: the marker, then each `key="value"` or bare `data-key` after it. */
function readAttributes(comment: string): readonly (readonly [name: string, value: string])[] {
  const marked = /\.element\s*?(.+?)$/m.exec(comment)?.[1];
  if (marked === undefined) return [];
  return [...marked.matchAll(/([^"= ]+?)="([^"]+?)"|(data-[^"= ]+?)(?=[" ])/g)].map(([, name, value, bare]) => [
    (name ?? bare ?? '').replace(/^:/, '').toLowerCase(),
    value ?? '',
  ]);
}
