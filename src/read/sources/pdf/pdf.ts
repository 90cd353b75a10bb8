import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { DeckError } from '../../../error.js';
import { keepBuiltIns } from '../../../system/keep-built-ins.js';
import { paragraphsOnPages } from '../layout/paragraphs.js';
import { withoutRunningLines } from '../layout/running-lines.js';
import type { LaidPage } from '../layout/segment.js';
import type { ReadSource, SourceFile, SourceReader, SourceSays } from '../source-block.js';
import { segmentsOf } from './page-segments.js';

/** A PDF with text in it, by pdf.js: its columns, without running heads and page numbers, notes apart, with page marks. */
export const pdf: SourceReader = {
  what: 'a PDF',
  extensions: ['pdf'],
  begins: (bytes) => new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-'),
  read,
};

async function read(file: SourceFile): Promise<ReadSource> {
  const [{ getDocument }] = await keepBuiltIns(() =>
    Promise.all([import('pdfjs-dist/legacy/build/pdf.mjs'), import('pdfjs-dist/legacy/build/pdf.worker.mjs')]),
  );
  // pdf.js takes the bytes over, so it gets its own.
  const loading = getDocument({ data: Uint8Array.from(file.bytes), verbosity: 0, isEvalSupported: false });
  try {
    const document = await loading.promise.catch((error: unknown) => {
      throw unreadable(file, error);
    });
    const pages = await pagesOf(document);
    const empty = pages.flatMap(({ segments }, index) => (isBare(segments) ? [index + 1] : []));
    if (empty.length === pages.length) throw scanned(file, pages.length);
    const labelled = withLabels(withoutRunningLines(pages), await document.getPageLabels());
    return {
      blocks: paragraphsOnPages(labelled),
      says: await saysOf(document, labelled),
      warnings: [
        ...(empty.length === 0 ? [] : [`There is no text on ${pagesInWords(empty)}: they hold pictures, or nothing.`]),
        ...garbled(labelled),
      ],
    };
  } finally {
    await loading.destroy();
  }
}

async function pagesOf(document: PDFDocumentProxy): Promise<readonly LaidPage[]> {
  const pages: LaidPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push({ segments: segmentsOf(items, page.getViewport({ scale: 1 })) });
    page.cleanup();
  }
  return pages;
}

/** A number alone is no text: scanners print it. */
function isBare(segments: LaidPage['segments']): boolean {
  return segments.reduce((sum, { text }) => sum + (text.match(/\p{L}/gu)?.length ?? 0), 0) < 20;
}

/** Where no numbers are printed, a page is called what the file calls it, else what viewers show. */
function withLabels(pages: readonly LaidPage[], labels: readonly string[] | null): readonly LaidPage[] {
  if (pages.some(({ label }) => label !== undefined)) return pages;
  return pages.map((page, index) => {
    const own = labels?.[index]?.trim();
    return { ...page, label: own === undefined || own === '' || /[\]\n]/.test(own) ? String(index + 1) : own };
  });
}

async function saysOf(document: PDFDocumentProxy, pages: readonly LaidPage[]): Promise<SourceSays> {
  const said = await document.getMetadata();
  const info = said.info as Readonly<Record<string, unknown>>;
  const metadata = said.metadata as { get(name: string): unknown } | null;
  const text = (value: unknown): string | undefined =>
    typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  const first = (pages[0]?.segments ?? []).map((segment) => segment.text).join(' ');
  const title = text(metadata?.get('dc:title')) ?? text(info.Title);
  const doi = /10\.\d{4,9}\/[^\s"<>]+[^\s"<>.,;)]/.exec(`${text(metadata?.get('prism:doi')) ?? ''} ${first}`)?.[0];
  const author = text(info.Author);
  const language = text(info.Language);
  return {
    ...(title === undefined || !standsIn(title, first) ? {} : { title }),
    ...(author === undefined || !standsIn(author, first) ? {} : { authors: author.split(/\s*[,;]\s*/) }),
    ...(language === undefined ? {} : { language }),
    ...(doi === undefined ? {} : { doi }),
  };
}

/** Titles such as "Microsoft Word - final.doc" and names of whoever saved the file stand nowhere on its first page. */
function standsIn(words: string, page: string): boolean {
  const plain = (one: string): string => one.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  return plain(words).length > 3 && plain(page).includes(plain(words));
}

/** Fonts that do not say which letters they hold give signs without a meaning. */
function garbled(pages: readonly LaidPage[]): readonly string[] {
  const text = pages.flatMap(({ segments }) => segments.map((segment) => segment.text)).join('');
  const strange = text.match(/[\uFFFD\uE000-\uF8FF]/g)?.length ?? 0;
  if (strange < text.length / 200) return [];
  return [
    `${strange} of ${text.length} characters could not be read: a font does not say what its signs are. Look with \`pilcrow source show\`.`,
  ];
}

function pagesInWords(pages: readonly number[]): string {
  const shown = pages.slice(0, 6).join(', ');
  const more = pages.length > 6 ? ` and ${pages.length - 6} more` : '';
  return `${pages.length === 1 ? 'page' : 'pages'} ${shown}${more}`;
}

function scanned({ path }: SourceFile, pages: number): DeckError {
  const what = pages === 1 ? 'its page holds a picture' : `its ${pages} pages hold pictures`;
  const name = path.replace(/\.pdf$/i, '');
  return new DeckError(
    'read-failed',
    `${path} is a scan: ${what}, and no text. Read it with \`ocrmypdf ${path} ${name}-text.pdf\`, and add ${name}-text.pdf.`,
  );
}

function unreadable({ path }: SourceFile, cause: unknown): DeckError {
  const isLocked = cause instanceof Error && cause.name === 'PasswordException';
  const message = isLocked
    ? `${path} is locked with a password. Open it in a viewer and print it to a new PDF, then add that.`
    : `${path} is damaged: it cannot be opened as a PDF. Fetch it again.`;
  return new DeckError('read-failed', message, { cause });
}
