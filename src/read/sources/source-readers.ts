import { DeckError } from '../../error.js';
import { docx } from './docx.js';
import { epub } from './epub.js';
import { html } from './html.js';
import { markdown } from './markdown.js';
import { pdf } from './pdf/pdf.js';
import type { ReadSource, SourceFile, SourceReader } from './source-block.js';
import { text } from './text.js';

/** One line a kind of file. What a file begins with counts before what it is called; a reader's libraries load when it reads. */
const readers: readonly SourceReader[] = [pdf, docx, epub, html, markdown, text];

/** Files that hold texts or data, and what to do with them instead. */
const refused: readonly (readonly [what: string, extensions: string, begins: string | undefined, cure: string])[] = [
  ['a text in RTF', 'rtf', '{\\rtf', 'Open it in Word or LibreOffice and save it as .docx.'],
  ['an old Word document', 'doc', '\u00D0\u00CF\u0011\u00E0', 'Open it in Word or LibreOffice and save it as .docx.'],
  ['an OpenDocument text', 'odt', undefined, 'Open it in LibreOffice and save it as .docx.'],
  ['a PowerPoint file', 'pptx ppt odp', undefined, 'Save it as a PDF.'],
  ['a spreadsheet', 'xlsx xls ods', undefined, 'Save the table as .csv beside the deck, for a chart.'],
  ['a table of data', 'csv tsv', undefined, 'Add it to a deck that is there with `pilcrow source add`.'],
  [
    'a bibliography',
    'bib ris',
    undefined,
    'It describes sources: put it beside the deck as references.bib or references.ris, or name it with `bibliography:`.',
  ],
  [
    'a bibliography',
    'json yaml yml',
    undefined,
    'It describes sources: put it beside the deck as references.json or references.yaml.',
  ],
  ['a page saved with its pictures', 'mhtml mht', undefined, 'Save the page as "HTML only".'],
  ['a text for Kindle', 'mobi azw azw3', undefined, 'Convert it to .epub, for example with Calibre.'],
  ['a DjVu file', 'djvu djv', 'AT&TFORM', 'Read its text with `djvutxt`, and add that.'],
  ['a picture', 'png', '\u0089PNG', picture()],
  ['a picture', 'jpg jpeg', '\u00FF\u00D8\u00FF', picture()],
  ['a picture', 'gif', 'GIF8', picture()],
  ['a picture', 'tif tiff webp heic avif bmp svg', undefined, picture()],
  ['a film or a recording', 'mp4 mov mp3 wav m4a webm', undefined, 'Add its transcript, as .txt or .md.'],
];

function picture(): string {
  return 'A picture of a text has no letters: read it with `ocrmypdf --image-dpi 300 <picture> text.pdf`, and add text.pdf.';
}

/** Reads a source of any kind in the table. Throws a DeckError that names the cure where it is another, or not what its name says. */
export async function readSourceFile(file: SourceFile): Promise<ReadSource> {
  const { path, bytes } = file;
  if (bytes.every((byte) => byte <= 0x20)) throw failed(`${path} is empty. Name a file that holds the source's text.`);
  const extension = /\.([^.]+)$/.exec(file.name)?.[1]?.toLowerCase() ?? '';
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  const byBytes = readers.find(({ begins }) => begins?.(bytes) === true);
  const byName = readers.find(({ extensions }) => extensions.includes(extension));
  const no = refused.find(([, , begins]) => begins !== undefined && start.startsWith(begins));
  const noName = refused.find(([, extensions]) => extensions.split(' ').includes(extension));
  if (byBytes === undefined && (no ?? noName) !== undefined) {
    const [what, , , cure] = no ?? noName ?? [];
    throw failed(`${path} is ${what}, which is not read. ${cure}`);
  }
  const isCalledOtherwise = byName?.begins !== undefined || noName !== undefined;
  if (byBytes !== undefined && byBytes !== byName && isCalledOtherwise) {
    const cure = `Rename it if that is what you want to add; else fetch the ${extension.toUpperCase()} again.`;
    throw failed(`${path} is ${byBytes.what}, other than its name says. ${cure}`);
  }
  if (byBytes === undefined && byName?.begins !== undefined && byName.extensions[0] !== 'html') {
    throw failed(`${path} is not ${byName.what}, other than its name says. Fetch or save it again.`);
  }
  const reader = byBytes ?? byName ?? text;
  if (file.encoding !== undefined && reader.hasEncoding !== true) {
    throw failed(`${path} is ${reader.what}, which says itself how its letters are written. Leave --encoding out.`);
  }
  return reader.read(file);
}

function failed(message: string): DeckError {
  return new DeckError('read-failed', message);
}
