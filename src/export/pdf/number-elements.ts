import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFObject, PDFRef, PDFString } from '@cantoo/pdf-lib';

/** An element with a name, which a table's cells name their heads by. */
interface Named {
  readonly ref: PDFRef;
  readonly element: PDFDict;
  readonly id: string;
}

/**
 * Names the elements that a table's cells name their heads by from 1, in the order in which they are read, and puts them into their
 * objects in that order. Chromium takes the numbers of its own nodes, which count what else the page did meanwhile: the same deck gave
 * other bytes now and then.
 */
export function numberElements(document: PDFDocument): void {
  const { context, catalog } = document;
  const root = catalog.lookup(PDFName.of('StructTreeRoot'));
  const named = root instanceof PDFDict ? namedBelow(root, document) : [];
  if (!(root instanceof PDFDict) || named.length === 0) return;
  const names = new Map(named.map(({ id }, index) => [id, `node${String(index + 1).padStart(8, '0')}`]));
  const sorted = named.map(({ ref }) => ref).sort((one, other) => one.objectNumber - other.objectNumber);
  const refs = new Map(named.map(({ ref }, index) => [ref, sorted[index] ?? ref]));
  for (const { ref, element } of named) context.assign(refs.get(ref) ?? ref, element);
  const isMoved = [...refs].some(([from, to]) => from !== to);
  for (const [, object] of context.enumerateIndirectObjects()) {
    const hasNames = object instanceof PDFDict && ['ID', 'A', 'Headers'].some((key) => object.has(PDFName.of(key)));
    if (isMoved || hasNames || object instanceof PDFArray) exchanged(object, names, refs);
  }
  const old = root.get(PDFName.of('IDTree'));
  if (old !== undefined) dropNode(old, document);
  const pairs = sorted.flatMap((ref, index) => [PDFString.of([...names.values()][index] ?? ''), ref]);
  root.set(PDFName.of('IDTree'), context.obj({ Names: pairs }));
}

function namedBelow(element: PDFDict, document: PDFDocument): readonly Named[] {
  const kids = element.lookup(PDFName.of('K'));
  const all = kids instanceof PDFArray ? kids.asArray() : [element.get(PDFName.of('K'))];
  return all.flatMap((kid) => {
    const below = kid instanceof PDFRef ? document.context.lookup(kid) : kid;
    if (!(below instanceof PDFDict)) return [];
    const id = below.get(PDFName.of('ID'));
    const own =
      kid instanceof PDFRef && id instanceof PDFString ? [{ ref: kid, element: below, id: id.asString() }] : [];
    return [...own, ...namedBelow(below, document)];
  });
}

/** An object with names and references exchanged wherever they stand in it; what it refers to is an object of its own. */
function exchanged(
  object: PDFObject,
  names: ReadonlyMap<string, string>,
  refs: ReadonlyMap<PDFRef, PDFRef>,
): PDFObject {
  if (object instanceof PDFRef) return refs.get(object) ?? object;
  const name = object instanceof PDFString ? names.get(object.asString()) : undefined;
  if (name !== undefined) return PDFString.of(name);
  if (object instanceof PDFDict)
    for (const [key, value] of object.entries()) object.set(key, exchanged(value, names, refs));
  if (object instanceof PDFArray)
    for (const [index, value] of object.asArray().entries()) object.set(index, exchanged(value, names, refs));
  return object;
}

/** The tree of names is written anew, in one node. */
function dropNode(node: PDFObject, document: PDFDocument): void {
  const tree = node instanceof PDFRef ? document.context.lookup(node) : node;
  const kids = tree instanceof PDFDict ? tree.lookup(PDFName.of('Kids')) : undefined;
  for (const kid of kids instanceof PDFArray ? kids.asArray() : []) dropNode(kid, document);
  if (node instanceof PDFRef) document.context.delete(node);
}
