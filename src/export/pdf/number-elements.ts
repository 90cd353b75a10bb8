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
    if (['ID', 'A', 'Headers', 'Names', 'Limits'].some((key) => element.has(PDFName.of(key)))) rename(element, numbers);
}

/** Exchanges names wherever they stand in an object; what it refers to is an object of its own. */
function rename(object: PDFObject, numbers: ReadonlyMap<string, string>): void {
  const entries = object instanceof PDFDict ? object.entries() : [];
  for (const [key, value] of entries) {
    const name = value instanceof PDFString ? numbers.get(value.asString()) : undefined;
    if (object instanceof PDFDict && name !== undefined) object.set(key, PDFString.of(name));
    else rename(value, numbers);
  }
  if (!(object instanceof PDFArray)) return;
  for (const [index, value] of object.asArray().entries()) {
    const name = value instanceof PDFString ? numbers.get(value.asString()) : undefined;
    if (name === undefined) rename(value, numbers);
    else object.set(index, PDFString.of(name));
  }
}
