import type { DefaultTreeAdapterTypes } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode;
type Parent = DefaultTreeAdapterTypes.ParentNode;

/** Every comment below `parent`, in reading order. */
export function commentsIn(parent: Parent): readonly Node[] {
  return parent.childNodes.flatMap((node) =>
    node.nodeName === '#comment' ? [node] : isElement(node) ? commentsIn(node) : [],
  );
}

/**
 * What `<!-- .element: key="value" -->` gives, as Reveal's Markdown plugin reads it (its `addAttributes`): the marker, then each
 * `key="value"` or bare `data-key` after it. Values in other quotation marks or in none are taken too: Reveal drops them, and a class
 * that is dropped may be the one that keeps a part from students. Empty for any other comment.
 */
export function readElementComment(comment: string): readonly (readonly [name: string, value: string])[] {
  const marked = /\.element\s*?(.+?)$/m.exec(comment)?.[1];
  if (marked === undefined) return [];
  return [...marked.matchAll(pair)].map(([, name, double, single, curly, plain, bare]) => [
    (name ?? bare ?? '').replace(/^:/, '').toLowerCase(),
    double ?? single ?? curly ?? plain ?? '',
  ]);
}

const pair =
  /([^"'“”„= ]+?)\s?=\s?(?:"([^"]+?)"|'([^']+?)'|[“”„]([^“”"]+?)[“”"]|([^\s"'“”„]+))|(data-[^"= ]+?)(?=[" ]|$)/g;

/** The element Reveal gives it to: the one before it that is no `<br>`, else its parent; after a list, without a blank line between, the list's last item. */
export function targetOfComment(comment: Node): Element | undefined {
  const parent = comment.parentNode;
  if (parent === null) return undefined;
  const position = parent.childNodes.indexOf(comment);
  const before = parent.childNodes
    .slice(0, position)
    .filter(isElement)
    .findLast(({ tagName }) => tagName !== 'br');
  if (before === undefined) return isElement(parent) ? parent : undefined;
  const previous = parent.childNodes[position - 1];
  const apart = previous !== undefined && 'value' in previous && /\n[ \t]*\n/.test(previous.value);
  const isList = before.tagName === 'ul' || before.tagName === 'ol';
  return (isList && !apart ? before.childNodes.filter(isElement).at(-1) : undefined) ?? before;
}

function isElement(node: Node | Parent): node is Element {
  return 'tagName' in node;
}
