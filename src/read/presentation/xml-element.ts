/** An element of XML, names with their prefixes as the file has them. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
}

/** Elements within elements: programs write some forty. */
const deepest = 500;

/** Parses XML; undefined where it is not well-formed, or has elements within elements without end. */
export async function readXml(text: string): Promise<XmlElement | undefined> {
  const { DOMParser } = await import('@xmldom/xmldom');
  let isBroken = false;
  const broken = (message: string): void => {
    isBroken ||= !message.includes('replaced') && !message.includes('invalid doc source');
  };
  const parser = new DOMParser({ errorHandler: { warning: broken, error: broken, fatalError: broken } });
  try {
    const document = parser.parseFromString(text, 'text/xml') as Document | undefined;
    const root = document?.documentElement;
    return root === undefined || root === null || isBroken ? undefined : elementOf(root, 0);
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

function elementOf(element: Element, depth: number): XmlElement {
  if (depth > deepest) throw new RangeError('elements within elements without end');
  const attributes = new Map<string, string>();
  for (let index = 0; index < element.attributes.length; index++) {
    const attribute = element.attributes.item(index);
    if (attribute !== null) attributes.set(attribute.name, attribute.value);
  }
  const children: (XmlElement | string)[] = [];
  for (let node = element.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType === 1) children.push(elementOf(node as Element, depth + 1));
    else if (node.nodeType === 3 || node.nodeType === 4) children.push(node.nodeValue ?? '');
  }
  return { name: element.nodeName, attributes, children };
}

/** The elements right below one. */
export function childrenOf(element: XmlElement | undefined): readonly XmlElement[] {
  return (element?.children ?? []).filter((child): child is XmlElement => typeof child !== 'string');
}

/** The first element at the end of a path of names, each right below the one before; undefined where there is none. */
export function childAt(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>(
    (found, name) => childrenOf(found).find((child) => child.name === name),
    element,
  );
}

/** All elements of these names below one, in the document's order. */
export function allBelow(element: XmlElement | undefined, ...names: readonly string[]): readonly XmlElement[] {
  return childrenOf(element).flatMap((child) => [
    ...(names.includes(child.name) ? [child] : []),
    ...allBelow(child, ...names),
  ]);
}

/** All text in an element, as it stands. */
export function textIn(element: XmlElement | undefined): string {
  return (element?.children ?? []).map((child) => (typeof child === 'string' ? child : textIn(child))).join('');
}

export function numberOf(element: XmlElement | undefined, name: string): number | undefined {
  const value = element?.attributes.get(name);
  const number = value === undefined || value === '' ? Number.NaN : Number(value);
  return Number.isFinite(number) ? number : undefined;
}

/** Whether an attribute of XML Schema's boolean is true. */
export function isOn(element: XmlElement | undefined, name: string): boolean {
  return ['1', 'true', 'on'].includes(element?.attributes.get(name) ?? '');
}
