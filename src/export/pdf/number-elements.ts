import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFObject, PDFString } from '@cantoo/pdf-lib';

/**
 * Numbers the elements that a table's cells name their heads by from 1. Chromium takes the numbers of its own nodes, which count what
 * else the page did meanwhile: the same deck gave other bytes now and then.
 */
export function numberElements(document: PDFDocument): void {
  const elements = document.context
    .enumerateIndirectObjects()
    .flatMap(([, one]) => (one instanceof PDFDict ? [one] : []));
  const ids = elements.flatMap((element) => {
    const id = element.get(PDFName.of('ID'));
    return id instanceof PDFString ? [id.asString()] : [];
  });
  const numbers = new Map(
    [...new Set(ids)].sort().map((id, index) => [id, `node${String(index + 1).padStart(8, '0')}`]),
  );
  if (numbers.size === 0) return;
  for (const element of elements)
    if (['ID', 'A', 'Headers', 'Names', 'Limits'].some((key) => element.has(PDFName.of(key))))
      renamed(element, numbers);
}

/** An object with names exchanged wherever they stand in it; what it refers to is an object of its own. */
function renamed(object: PDFObject, numbers: ReadonlyMap<string, string>): PDFObject {
  const name = object instanceof PDFString ? numbers.get(object.asString()) : undefined;
  if (name !== undefined) return PDFString.of(name);
  if (object instanceof PDFDict) for (const [key, value] of object.entries()) object.set(key, renamed(value, numbers));
  if (object instanceof PDFArray)
    for (const [index, value] of object.asArray().entries()) object.set(index, renamed(value, numbers));
  return object;
}
