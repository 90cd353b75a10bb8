import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, type PDFObject, PDFString } from '@cantoo/pdf-lib';
import type { PdfBookmark, PdfLink } from '../../model.js';
import { dictEntry, entry, membersOf, type PageNumbers, pageOf, textEntry } from './pdf-values.js';

/** The bookmarks (ISO 32000-1, 12.3.3). */
export function bookmarksOf(document: PDFDocument, pages: PageNumbers): readonly PdfBookmark[] {
  const outlines = dictEntry(document.catalog, 'Outlines');
  const seen = new Set<PDFDict>();
  const below = (parent: PDFDict): readonly PdfBookmark[] => {
    const found: PdfBookmark[] = [];
    let one = dictEntry(parent, 'First');
    while (one !== undefined && !seen.has(one)) {
      seen.add(one);
      const target = targetOf(one, document, pages);
      const page = typeof target === 'number' ? { page: target } : {};
      found.push({ title: textEntry(one, 'Title'), ...page, children: below(one) });
      one = dictEntry(one, 'Next');
    }
    return found;
  };
  return outlines === undefined ? [] : below(outlines);
}

/** The links of all pages, by the references of their annotations. */
export function linksOf(document: PDFDocument, pages: PageNumbers): ReadonlyMap<string, PdfLink> {
  const links = new Map<string, PdfLink>();
  document.getPages().forEach(({ node }, index) => {
    membersOf(entry(node, 'Annots')).forEach((member, position) => {
      const value = document.context.lookup(member);
      if (!(value instanceof PDFDict) || textEntry(value, 'Subtype') !== 'Link') return;
      const reference = member instanceof PDFDict ? `${index} ${position}` : member.toString();
      const target = targetOf(value, document, pages);
      links.set(reference, { page: index + 1, ...(target === undefined ? {} : { target }) });
    });
  });
  return links;
}

/** Where a bookmark or a link leads to: a destination of its own, or an action that goes to one or to an address. */
function targetOf(dict: PDFDict, document: PDFDocument, pages: PageNumbers): number | string | undefined {
  const own = entry(dict, 'Dest');
  if (own !== undefined) return pageAt(own, document, pages);
  const action = dictEntry(dict, 'A');
  if (action === undefined) return undefined;
  if (textEntry(action, 'S') === 'URI') return textEntry(action, 'URI') || undefined;
  return pageAt(entry(action, 'D'), document, pages);
}

function pageAt(destination: PDFObject | undefined, document: PDFDocument, pages: PageNumbers): number | undefined {
  if (destination instanceof PDFArray) return pageOf(destination.get(0), pages);
  if (destination instanceof PDFDict) return pageAt(entry(destination, 'D'), document, pages);
  const isName =
    destination instanceof PDFName || destination instanceof PDFString || destination instanceof PDFHexString;
  if (!isName) return undefined;
  const named = namedDestination(destination.decodeText(), document);
  return named === undefined ? undefined : pageAt(named, document, pages);
}

/** A name stands in the catalogue's dictionary or in its tree of names (ISO 32000-1, 12.3.2.3). */
function namedDestination(name: string, { catalog, context }: PDFDocument): PDFArray | PDFDict | undefined {
  const isTarget = (one: PDFObject | undefined): one is PDFArray | PDFDict =>
    one instanceof PDFArray || one instanceof PDFDict;
  const plain = dictEntry(catalog, 'Dests')?.lookup(PDFName.of(name));
  if (isTarget(plain)) return plain;
  const search = (node: PDFDict | undefined, depth: number): PDFArray | PDFDict | undefined => {
    if (node === undefined || depth > 32) return undefined;
    const names = membersOf(entry(node, 'Names'));
    const at = names.findIndex(
      (one, index) =>
        index % 2 === 0 && (one instanceof PDFString || one instanceof PDFHexString) && one.decodeText() === name,
    );
    const found = at < 0 ? undefined : context.lookup(names[at + 1]);
    if (isTarget(found)) return found;
    for (const kid of membersOf(entry(node, 'Kids'))) {
      const child = context.lookup(kid);
      const below = child instanceof PDFDict ? search(child, depth + 1) : undefined;
      if (below !== undefined) return below;
    }
    return undefined;
  };
  const tree = dictEntry(catalog, 'Names');
  return tree === undefined ? undefined : search(dictEntry(tree, 'Dests'), 0);
}
