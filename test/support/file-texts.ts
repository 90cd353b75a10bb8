import { inflateSync } from 'node:zlib';
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib';
import { unzipSync } from 'fflate';
import { parse } from 'parse5';
import { type Element, elements, textContent } from '../../src/render/tree.js';
import { pdfFacts } from './pdf-structure.js';

/**
 * Everything that may be read in a file by somebody who looks: its bytes, those of files packed in it, what markup and escapes stand for, what data URIs hold,
 * and of a PDF every stream, string, name, tag, bookmark and the text as it is shown.
 */
export async function fileTexts(bytes: Uint8Array): Promise<string> {
  const raw = Buffer.from(bytes);
  const starts = raw.subarray(0, 5).toString('latin1');
  if (starts.startsWith('PK\u0003\u0004')) return zipTexts(bytes);
  if (starts === '%PDF-') return pdfTexts(new Uint8Array(bytes));
  if (starts.startsWith('\x89PNG')) return pngTexts(raw);
  // Fonts are the theme’s, compressed, and many.
  if (starts.startsWith('wOF2')) return '';
  return markupTexts(raw);
}

/** The files of an archive, a presentation or a text of Word, with their names. */
async function zipTexts(bytes: Uint8Array): Promise<string> {
  const files = Object.entries(unzipSync(new Uint8Array(bytes)));
  const texts = await Promise.all(files.map(async ([name, content]) => `${name} ${await fileTexts(content)}`));
  return texts.join('\n');
}

/** Letters and digits alone, so that neither typography nor hyphens nor line breaks hide a word. */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

async function markupTexts(raw: Buffer): Promise<string> {
  const whole = raw.toString('utf8');
  const text = whole.replace(/(;base64,)[\w+/=]+/g, '$1');
  const found = [text, unescaped(text)];
  if (text.includes('<')) {
    const tree = parse(text);
    const all: readonly Element[] = elements(tree);
    found.push(textContent(tree), ...all.flatMap(({ attrs }) => attrs.map(({ value }) => unescaped(value))));
  }
  for (const [, base64, data = ''] of whole.matchAll(/data:[\w/+.-]*(?:;[\w=-]+)*?(;base64)?,([^"'\s)<>]*)/g)) {
    const held = base64 === undefined ? Buffer.from(unescaped(data)) : Buffer.from(data, 'base64');
    if (held.length > 0 && held.length < raw.length) found.push(await fileTexts(held));
  }
  return found.join('\n');
}

/** What JSON, scripts, styles and addresses write in other signs. */
function unescaped(text: string): string {
  const point = (code: string): string => {
    const number = Number.parseInt(code, 16);
    return number > 0 && number <= 0x10ffff ? String.fromCodePoint(number) : '';
  };
  return text
    .replace(/\\u\{?([\da-f]{4,6})\}?|\\x([\da-f]{2})|\\([\da-f]{1,6}) ?/gi, (_, a, b, c) => point(a ?? b ?? c))
    .replace(/(?:%[\da-f]{2})+/gi, (bytes) => Buffer.from(bytes.replaceAll('%', ''), 'hex').toString('utf8'));
}

/** Text chunks may be compressed (PNG 3, 11.3.3). */
function pngTexts(raw: Buffer): string {
  const found = [raw.toString('latin1')];
  for (let at = 8; at + 8 < raw.length; at += raw.readUInt32BE(at) + 12) {
    const type = raw.toString('latin1', at + 4, at + 8);
    const data = raw.subarray(at + 8, at + 8 + raw.readUInt32BE(at));
    if (type === 'zTXt') found.push(inflateSync(data.subarray(data.indexOf(0) + 2)).toString('latin1'));
  }
  return found.join('\n');
}

async function pdfTexts(bytes: Uint8Array): Promise<string> {
  const { pages, alternatives, bookmarks, info, xmp } = await pdfFacts(bytes);
  const read = [...pages.map(({ text }) => text), ...alternatives, ...bookmarks, JSON.stringify(info), xmp];
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const found = [Buffer.from(bytes).toString('latin1'), ...read];
  for (const [, object] of document.context.enumerateIndirectObjects()) collect(object, found);
  return found.join('\n');
}

function collect(object: PDFObject, found: string[]): void {
  if (object instanceof PDFString || object instanceof PDFHexString) found.push(object.decodeText());
  else if (object instanceof PDFName) found.push(object.decodeText());
  else if (object instanceof PDFArray) for (const one of object.asArray()) collect(one, found);
  else if (object instanceof PDFDict)
    for (const entry of object.entries()) for (const one of entry) collect(one, found);
  else if (object instanceof PDFRawStream) {
    const { dict } = object;
    collect(dict, found);
    const size = ['Width', 'Height'].map((name) => String(dict.lookup(PDFName.of(name)))).join(' by ');
    if (dict.get(PDFName.of('Subtype')) === PDFName.of('Image')) found.push(`picture of ${size}`);
    else found.push(...streamTexts(Buffer.from(decodePDFRawStream(object).decode())));
  }
}

/** A stream as it is, and the strings in it, which marked content gives for what it shows (ISO 32000-1, 14.9). */
function streamTexts(stream: Buffer): readonly string[] {
  const text = stream.toString('latin1');
  const hex = [...text.matchAll(/<([\da-f\s]{8,})>/gi)].map(([, digits = '']) => Buffer.from(digits, 'hex'));
  const wide = hex.map((bytes) =>
    bytes
      .subarray(0, bytes.length & ~1)
      .swap16()
      .toString('utf16le'),
  );
  return [text, stream.toString('utf8'), ...hex.map((bytes) => bytes.toString('latin1')), ...wide];
}
