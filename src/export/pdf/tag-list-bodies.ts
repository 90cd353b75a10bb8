import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFObject, PDFRef } from '@cantoo/pdf-lib';

/** Gives each item of a list the body that PDF asks for (ISO 32000-1, table 336) and Chromium leaves out: all but its label. */
export function tagListBodies(document: PDFDocument): void {
  const { context } = document;
  const bodies = new Map<PDFObject, PDFRef>();
  for (const [ref, item] of context.enumerateIndirectObjects()) {
    if (!(item instanceof PDFDict) || item.get(PDFName.of('S')) !== PDFName.of('LI')) continue;
    const kids = kidsOf(item);
    const roleOf = (kid: PDFObject): PDFObject | undefined => {
      const element = kid instanceof PDFRef ? context.lookup(kid) : kid;
      return element instanceof PDFDict ? element.get(PDFName.of('S')) : undefined;
    };
    if (kids.length === 0 || kids.some((kid) => roleOf(kid) === PDFName.of('LBody'))) continue;
    const labels = kids.filter((kid) => roleOf(kid) === PDFName.of('Lbl'));
    const rest = kids.filter((kid) => !labels.includes(kid));
    const body = context.obj({ Type: 'StructElem', S: 'LBody', P: ref, K: rest });
    const page = item.get(PDFName.of('Pg'));
    if (page !== undefined) body.set(PDFName.of('Pg'), page);
    const bodyRef = context.register(body);
    for (const kid of rest) {
      const element = kid instanceof PDFRef ? context.lookup(kid) : kid;
      if (element instanceof PDFDict && element.has(PDFName.of('S'))) element.set(PDFName.of('P'), bodyRef);
    }
    item.set(PDFName.of('K'), context.obj([...labels, bodyRef]));
    bodies.set(ref, bodyRef);
  }
  for (const parents of parentArrays(document)) {
    for (let index = 0; index < parents.size(); index += 1) {
      const body = bodies.get(parents.get(index));
      if (body !== undefined) parents.set(index, body);
    }
  }
}

function kidsOf(element: PDFDict): readonly PDFObject[] {
  const kids = element.lookup(PDFName.of('K'));
  if (kids === undefined) return [];
  return kids instanceof PDFArray ? kids.asArray() : [element.get(PDFName.of('K')) ?? kids];
}

/**
 * For each page, the elements its marks belong to (ISO 32000-1, 14.7.4.4): what stood in an item itself now belongs to the item's body.
 */
function parentArrays({ catalog, context }: PDFDocument): readonly PDFArray[] {
  const root = catalog.lookup(PDFName.of('StructTreeRoot'));
  const walk = (node: PDFObject | undefined): readonly PDFArray[] => {
    if (!(node instanceof PDFDict)) return [];
    const kids = node.lookup(PDFName.of('Kids'));
    const numbers = node.lookup(PDFName.of('Nums'));
    return [
      ...(numbers instanceof PDFArray ? numbers.asArray() : []).flatMap((one) => {
        const value = context.lookup(one);
        return value instanceof PDFArray ? [value] : [];
      }),
      ...(kids instanceof PDFArray ? kids.asArray() : []).flatMap((kid) => walk(context.lookup(kid))),
    ];
  };
  return root instanceof PDFDict ? walk(root.lookup(PDFName.of('ParentTree'))) : [];
}
