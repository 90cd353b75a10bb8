import { type PDFContext, type PDFDict, type PDFDocument, PDFHexString, PDFName, type PDFRef } from '@cantoo/pdf-lib';

/** A bookmark: the page it leads to counts from 0. */
export interface Bookmark {
  readonly title: string;
  readonly page: number;
  readonly children: readonly Bookmark[];
}

/**
 * Replaces a PDF's bookmarks (ISO 32000-1, 12.3.3). Chromium's own repeat a slide for every step, lose spaces where a title wraps and
 * spell titles as CSS shows them.
 */
export function setOutline(document: PDFDocument, bookmarks: readonly Bookmark[]): void {
  const { catalog, context } = document;
  const pages = document.getPages().map((page) => page.ref);
  if (bookmarks.length === 0) {
    catalog.delete(PDFName.of('Outlines'));
    return;
  }
  const root = context.obj({ Type: 'Outlines' });
  const ref = context.register(root);
  addChildren(context, root, ref, bookmarks, pages);
  catalog.set(PDFName.of('Outlines'), ref);
  catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
}

function addChildren(
  context: PDFContext,
  parent: PDFDict,
  parentRef: PDFRef,
  bookmarks: readonly Bookmark[],
  pages: readonly PDFRef[],
): void {
  const items = bookmarks.map((bookmark) => {
    const dict = context.obj({});
    return { bookmark, dict, ref: context.register(dict) };
  });
  items.forEach(({ bookmark, dict, ref }, index) => {
    const page = pages[bookmark.page];
    dict.set(PDFName.of('Title'), PDFHexString.fromText(bookmark.title));
    dict.set(PDFName.of('Parent'), parentRef);
    if (page !== undefined) dict.set(PDFName.of('Dest'), context.obj([page, 'Fit']));
    const [before, after] = [items[index - 1], items[index + 1]];
    if (before !== undefined) dict.set(PDFName.of('Prev'), before.ref);
    if (after !== undefined) dict.set(PDFName.of('Next'), after.ref);
    if (bookmark.children.length > 0) addChildren(context, dict, ref, bookmark.children, pages);
  });
  const [first, last] = [items[0], items.at(-1)];
  if (first !== undefined) parent.set(PDFName.of('First'), first.ref);
  if (last !== undefined) parent.set(PDFName.of('Last'), last.ref);
  parent.set(PDFName.of('Count'), context.obj(descendants(bookmarks)));
}

/** All are open, so a parent counts everything below it. */
function descendants(bookmarks: readonly Bookmark[]): number {
  return bookmarks.reduce((sum, { children }) => sum + 1 + descendants(children), 0);
}
