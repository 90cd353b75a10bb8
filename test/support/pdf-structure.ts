import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { contentsOf, elementsOf } from '../../src/check/pdf/elements.js';
import { readPdf } from '../../src/export/read-pdf/read-pdf.js';
import type { PdfBookmark } from '../../src/model.js';

/** A PDF as a reader finds it. */
export interface PdfFacts {
  readonly pages: readonly { readonly width: number; readonly height: number; readonly text: string }[];
  /** How often each role occurs in the structure tree. */
  readonly roles: Readonly<Record<string, number>>;
  readonly alternatives: readonly string[];
  /** Numbers of the pages that have tagged content, from 1. */
  readonly taggedPages: readonly number[];
  readonly bookmarks: readonly string[];
  /** Page numbers that links lead to. */
  readonly links: readonly number[];
  readonly info: Readonly<Record<string, unknown>>;
  readonly lang: string;
  readonly xmp: string;
}

/** Re-opens a PDF: the text of its pages by a reader other than the one that wrote it, the rest as `pilcrow check --pdf` reads it. */
export async function pdfFacts(pdf: Uint8Array): Promise<PdfFacts> {
  const loading = getDocument({ data: Uint8Array.from(pdf), verbosity: 0, useSystemFonts: true });
  const reader = await loading.promise;
  const numbers = Array.from({ length: reader.numPages }, (_, index) => index + 1);
  const texts = await Promise.all(
    numbers.map(async (number) => {
      const { items } = await (await reader.getPage(number)).getTextContent();
      return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join('');
    }),
  );
  const { info, metadata } = await reader.getMetadata();
  await loading.destroy();
  const { tree, pages, bookmarks, links, about } = await readPdf(pdf, 'test.pdf');
  const elements = elementsOf(tree).map(({ element }) => element);
  const roles: Record<string, number> = {};
  for (const { role } of elements) roles[role] = (roles[role] ?? 0) + 1;
  const tagged = new Set(tree.flatMap(contentsOf).map(({ page }) => page));
  return {
    pages: pages.map(({ width, height }, index) => ({ width, height, text: texts[index] ?? '' })),
    roles,
    alternatives: elements.flatMap(({ alt }) => alt ?? []),
    taggedPages: numbers.filter((number) => tagged.has(number)),
    bookmarks: linesOf(bookmarks, ''),
    links: links.flatMap(({ target }) => (typeof target === 'number' ? [target] : [])),
    info: info as Readonly<Record<string, unknown>>,
    lang: about.lang,
    xmp: String(metadata?.getRaw() ?? ''),
  };
}

function linesOf(bookmarks: readonly PdfBookmark[], indent: string): readonly string[] {
  return bookmarks.flatMap(({ title, page, children }) => [
    `${indent}${title} → ${page ?? '?'}`,
    ...linesOf(children, `${indent}  `),
  ]);
}
