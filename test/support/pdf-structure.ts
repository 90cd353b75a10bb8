import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

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

/** Re-opens a PDF with a reader other than the one that wrote it; the tags are walked, since pdf.js loses some pages' tags. */
export async function pdfFacts(pdf: Uint8Array): Promise<PdfFacts> {
  const loading = getDocument({ data: pdf.slice(), verbosity: 0, useSystemFonts: true });
  const reader = await loading.promise;
  const numbers = Array.from({ length: reader.numPages }, (_, index) => index + 1);
  const pages = await Promise.all(
    numbers.map(async (number) => {
      const page = await reader.getPage(number);
      const { items } = await page.getTextContent();
      const [, , width = 0, height = 0] = page.view;
      return {
        width,
        height,
        text: items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join(''),
      };
    }),
  );
  const links: number[] = [];
  for (const number of numbers) {
    for (const annotation of await (await reader.getPage(number)).getAnnotations()) {
      const dest = typeof annotation.dest === 'string' ? await reader.getDestination(annotation.dest) : annotation.dest;
      if (Array.isArray(dest)) links.push((await reader.getPageIndex(dest[0])) + 1);
    }
  }
  const { info, metadata } = await reader.getMetadata();
  const outline = await reader.getOutline();
  const bookmarks = await namesOf(outline ?? [], '');
  await loading.destroy();
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const tags = tagsOf(document);
  const lang = document.catalog.lookup(PDFName.of('Lang'));
  return {
    pages,
    ...tags,
    bookmarks,
    links,
    info: info as Readonly<Record<string, unknown>>,
    lang: textOf(lang),
    xmp: String(metadata?.getRaw() ?? ''),
  };

  async function namesOf(
    items: readonly { title: string; dest: unknown; items: unknown }[],
    indent: string,
  ): Promise<string[]> {
    const lines: string[] = [];
    for (const item of items) {
      const target = Array.isArray(item.dest) ? (await reader.getPageIndex(item.dest[0])) + 1 : '?';
      lines.push(`${indent}${item.title} → ${target}`, ...(await namesOf(item.items as typeof items, `${indent}  `)));
    }
    return lines;
  }
}

function tagsOf(document: PDFDocument): Pick<PdfFacts, 'roles' | 'alternatives' | 'taggedPages'> {
  const roles: Record<string, number> = {};
  const alternatives: string[] = [];
  const tagged = new Set<string>();
  const name = (key: string): PDFName => PDFName.of(key);
  const walk = (node: PDFObject | undefined): void => {
    if (node instanceof PDFArray) for (let index = 0; index < node.size(); index += 1) walk(node.lookup(index));
    if (!(node instanceof PDFDict)) return;
    const role = node.lookup(name('S'));
    if (role instanceof PDFName) roles[role.decodeText()] = (roles[role.decodeText()] ?? 0) + 1;
    const page = node.get(name('Pg'));
    if (page instanceof PDFRef) tagged.add(page.toString());
    if (node.has(name('Alt'))) alternatives.push(textOf(node.lookup(name('Alt'))));
    walk(node.lookup(name('K')));
  };
  walk(document.catalog.lookup(name('StructTreeRoot')));
  const taggedPages = document
    .getPages()
    .flatMap((page, index) => (tagged.has(page.ref.toString()) ? [index + 1] : []));
  return { roles, alternatives, taggedPages };
}

function textOf(value: PDFObject | undefined): string {
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : '';
}
