import { type DefaultTreeAdapterMap, parse } from 'parse5';

/** An element of HTML or XML, as much of it as reading a text takes. Names are in lower case, with their prefix: `dc:title`. */
export interface HtmlElement {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (HtmlElement | string)[];
}

/** Parses HTML as browsers do. */
export function parseHtml(text: string): HtmlElement {
  return elementOf('', [], parse(text).childNodes);
}

type Parse5Node = DefaultTreeAdapterMap['node'];

function elementOf(
  tag: string,
  attributes: readonly { readonly name: string; readonly value: string }[],
  nodes: readonly Parse5Node[],
): HtmlElement {
  const children = nodes.flatMap((node): readonly (HtmlElement | string)[] => {
    if ('tagName' in node) return [elementOf(node.tagName, node.attrs, node.childNodes)];
    return node.nodeName === '#text' && 'value' in node ? [node.value] : [];
  });
  return { tag, attributes: new Map(attributes.map(({ name, value }) => [name, value])), children };
}

/** Parses XML; what is not well-formed is read as HTML, as e-book readers do. */
export async function parseXml(text: string): Promise<HtmlElement> {
  const { DOMParser } = await import('@xmldom/xmldom');
  let isBroken = false;
  const broken = (): void => {
    isBroken = true;
  };
  const parser = new DOMParser({ errorHandler: { warning: () => {}, error: broken, fatalError: broken } });
  const document = parser.parseFromString(withEntities(text), 'text/xml') as Document | undefined;
  if (document === undefined || isBroken || document.documentElement === null) return parseHtml(text);
  return { tag: '', attributes: new Map(), children: [ofXml(document.documentElement)] };
}

/** XHTML knows the named characters of HTML by a document type that no parser fetches. */
function withEntities(text: string): string {
  return text.replace(/&(?!amp;|lt;|gt;|quot;|apos;|#)(\w+);/g, (entity) => {
    const [character] = parseHtml(entity).children.flatMap(textsOf);
    return character === undefined || character === entity ? `&amp;${entity.slice(1)}` : character;
  });
}

function textsOf(node: HtmlElement | string): readonly string[] {
  return typeof node === 'string' ? [node] : node.children.flatMap(textsOf);
}

function ofXml(element: Element): HtmlElement {
  const attributes = new Map<string, string>();
  for (let index = 0; index < element.attributes.length; index++) {
    const attribute = element.attributes.item(index);
    if (attribute !== null) attributes.set(attribute.name.toLowerCase(), attribute.value);
  }
  const children: (HtmlElement | string)[] = [];
  for (let index = 0; index < element.childNodes.length; index++) {
    const node = element.childNodes.item(index);
    if (node.nodeType === 1) children.push(ofXml(node as Element));
    else if (node.nodeType === 3 || node.nodeType === 4) children.push(node.nodeValue ?? '');
  }
  return { tag: element.tagName.toLowerCase(), attributes, children };
}

/** All elements below one, it included, that a test holds for, in the document's order. */
export function elementsOf(root: HtmlElement, test: (element: HtmlElement) => boolean): readonly HtmlElement[] {
  const below = root.children.flatMap((child) => (typeof child === 'string' ? [] : elementsOf(child, test)));
  return test(root) ? [root, ...below] : below;
}

/** All text in an element, its white space as one space each. */
export function textOf(element: HtmlElement): string {
  return element.children
    .map((child) => (typeof child === 'string' ? child : textOf(child)))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}
