import { EncryptedPDFError, PDFDict, PDFDocument } from '@cantoo/pdf-lib';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
// As in `check-pdf.ts`.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { DeckError } from '../../error.js';
import type { PdfReading, PdfSaid } from '../../model.js';
import { bookmarksOf, linksOf } from './destinations.js';
import { faintTexts } from './faint-texts.js';
import { fontsOf } from './fonts.js';
import { pageContents } from './page-contents.js';
import { dictEntry, entry, textEntry } from './pdf-values.js';
import { structureTree } from './structure-tree.js';

/**
 * Reads a PDF again: what stands on its pages by pdf.js, how that hangs together by a walk of its objects. `path` is what messages
 * call it. `look`: draws the pages too and sees how their texts stand out. A DeckError `pdf-unreadable` where it is no PDF, locked or
 * broken.
 */
export async function readPdf(
  bytes: Uint8Array,
  path: string,
  { look = false }: { readonly look?: boolean } = {},
): Promise<PdfReading> {
  if (!new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-')) {
    throw unreadable(path, 'is no PDF', 'Name a file that `pilcrow export` wrote.');
  }
  const document = await load(bytes, path);
  // pdf.js takes the bytes over, so it gets its own.
  const loading = getDocument({ data: Uint8Array.from(bytes), verbosity: 0, useSystemFonts: true });
  try {
    const reader = await loading.promise.catch((error: unknown) => {
      throw broken(path, error);
    });
    const pages = new Map(document.getPages().map(({ ref }, index) => [ref.toString(), index + 1]));
    const links = linksOf(document, pages);
    const contents = await pageContents(reader);
    const { catalog } = document;
    const preferences = dictEntry(catalog, 'ViewerPreferences');
    const marks = dictEntry(catalog, 'MarkInfo');
    const isTrue = (dict: PDFDict | undefined, key: string): boolean =>
      dict !== undefined && String(entry(dict, key)) === 'true';
    const faint = look ? await faintTexts(reader) : undefined;
    return {
      pages: document.getPages().map((page) => page.getSize()),
      ...(await saidBy(document, reader)),
      isMarked: isTrue(marks, 'Marked'),
      showsTitle: isTrue(preferences, 'DisplayDocTitle'),
      tree: structureTree(document, { pages, contents, links }),
      unmarked: contents.unmarked,
      bookmarks: bookmarksOf(document, pages),
      links: [...links.values()],
      fonts: fontsOf(document),
      ...(faint === undefined ? {} : { faint }),
    };
  } finally {
    await loading.destroy();
  }
}

async function load(bytes: Uint8Array, path: string): Promise<PDFDocument> {
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: Number.POSITIVE_INFINITY });
    document.getPages();
    return document;
  } catch (error) {
    if (error instanceof EncryptedPDFError) {
      throw unreadable(path, 'is encrypted', 'Name it as `pilcrow export` wrote it, without a password.', error);
    }
    throw broken(path, error);
  }
}

/** What the file says about itself, and what its XMP packet (ISO 16684-1) does. */
async function saidBy(document: PDFDocument, reader: PDFDocumentProxy): Promise<Pick<PdfReading, 'about' | 'xmp'>> {
  const information = document.context.lookup(document.context.trailerInfo.Info);
  const told = (key: string): string => (information instanceof PDFDict ? textEntry(information, key) : '');
  const about: PdfSaid = {
    title: told('Title'),
    author: told('Author'),
    lang: textEntry(document.catalog, 'Lang'),
    date: isoDate(told('CreationDate')),
  };
  const { metadata } = await reader.getMetadata();
  if (metadata === null || metadata.getRaw() === '') return { about };
  const named = (name: string): string => {
    const value: unknown = metadata.get(name);
    return (Array.isArray(value) ? value : [value ?? '']).map(String).join(', ').trim();
  };
  return {
    about,
    xmp: {
      title: named('dc:title'),
      author: named('dc:creator'),
      lang: named('dc:language'),
      date: named('xmp:createdate'),
    },
  };
}

/** `D:20240301102030Z` (ISO 32000-1, 7.9.4); empty for anything else. */
function isoDate(text: string): string {
  const parts = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)/.exec(text);
  if (parts === null) return '';
  const [, year, month, day, hour, minute, second] = parts;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
}

function broken(path: string, cause: unknown): DeckError {
  const why = cause instanceof Error ? cause.message.split('\n', 1)[0] : String(cause);
  return unreadable(path, `is broken (${why})`, 'Make it again with `pilcrow export`.', cause);
}

function unreadable(path: string, what: string, cure: string, cause?: unknown): DeckError {
  return new DeckError('pdf-unreadable', `${path} cannot be checked: it ${what}. ${cure}`, { cause });
}
