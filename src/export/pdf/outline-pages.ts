import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFObject } from '@cantoo/pdf-lib';

/** The pages, from 0, that a PDF's bookmarks lead to, in reading order: parents before what stands below them. */
export function outlinePages(document: PDFDocument): readonly number[] {
  const { catalog } = document;
  const pages = document.getPages().map(({ ref }) => ref.toString());
  const found: number[] = [];
  const walk = (item: PDFObject | undefined): void => {
    for (let one = item; one instanceof PDFDict; one = one.lookup(PDFName.of('Next'))) {
      const dest = one.lookup(PDFName.of('Dest'));
      const page = dest instanceof PDFArray ? dest.get(0) : undefined;
      found.push(page === undefined ? -1 : pages.indexOf(page.toString()));
      walk(one.lookup(PDFName.of('First')));
    }
  };
  const root = catalog.lookup(PDFName.of('Outlines'));
  if (root instanceof PDFDict) walk(root.lookup(PDFName.of('First')));
  return found;
}
