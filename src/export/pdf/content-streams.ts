import { deflateSync } from 'node:zlib';
import {
  decodePDFRawStream,
  PDFArray,
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib';

/** A stream of drawing operators: a page's contents, or a form that pages show. */
export interface Drawn {
  readonly ref: PDFRef;
  readonly resources: PDFDict | undefined;
}

/** What a page or a form draws with, as one character a byte. */
export function codeOf(stream: PDFRawStream): string {
  return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
}

/** Puts other operators into a stream, the rest of whose dictionary stays. */
export function recode(context: PDFContext, ref: PDFRef, stream: PDFRawStream, code: string): void {
  const dict = stream.dict.clone(context);
  dict.delete(PDFName.of('DecodeParms'));
  const bytes = deflateSync(Buffer.from(code, 'latin1'));
  dict.set(PDFName.of('Filter'), PDFName.of('FlateDecode'));
  dict.set(PDFName.of('Length'), PDFNumber.of(bytes.length));
  context.assign(ref, PDFRawStream.of(dict, bytes));
}

/** The contents of every page, in order; those that are in several streams are not among them, Chromium writes one. */
export function pageStreams(document: PDFDocument): readonly Drawn[] {
  return document.getPages().flatMap(({ node }) => {
    const value = node.get(PDFName.of('Contents'));
    const only = value instanceof PDFArray && value.size() === 1 ? value.get(0) : value;
    return only instanceof PDFRef ? [{ ref: only, resources: node.Resources() }] : [];
  });
}

/** The forms that a stream may show, by the names it knows them by. */
export function formsOf({ resources }: Drawn): ReadonlyMap<string, Drawn> {
  const objects = resources?.lookup(PDFName.of('XObject'));
  if (!(objects instanceof PDFDict)) return new Map();
  return new Map(
    objects.entries().flatMap(([name, ref]): readonly [string, Drawn][] => {
      const stream = objects.context.lookup(ref);
      if (!(ref instanceof PDFRef) || !(stream instanceof PDFRawStream)) return [];
      if (stream.dict.get(PDFName.of('Subtype')) !== PDFName.of('Form')) return [];
      const own = stream.dict.lookup(PDFName.of('Resources'));
      return [[name.decodeText(), { ref, resources: own instanceof PDFDict ? own : resources }]];
    }),
  );
}

/** An operator; positions in the code, `start` that of its first operand. */
export interface Operator {
  readonly name: string;
  readonly start: number;
  readonly at: number;
  readonly end: number;
}

/** What stands before an operator, where that is numbers, names and strings without spaces. */
export function operandsOf(code: string, { start, at }: Operator): readonly string[] {
  return code.slice(start, at).trim().split(/\s+/);
}

/**
 * The operators of a content stream (ISO 32000-1, 7.8.2), megabytes of which a deck has; the data of pictures that stand in it are
 * passed over.
 */
export function operatorsOf(code: string): readonly Operator[] {
  const found: Operator[] = [];
  let start = -1;
  let at = 0;
  while (at < code.length) {
    const sign = code.charCodeAt(at);
    if (sign <= space) {
      at += 1;
      continue;
    }
    if (sign === percent) {
      while (at < code.length && code[at] !== '\n' && code[at] !== '\r') at += 1;
      continue;
    }
    if (start < 0) start = at;
    if (sign === open) at = endOfString(code, at);
    else if (sign === less && code.charCodeAt(at + 1) !== less) at = code.indexOf('>', at) + 1 || code.length;
    else if (sign === less) at += 2;
    else if (sign === slash || isDelimiter(sign)) at = sign === slash ? endOfWord(code, at + 1) : at + 1;
    else {
      const end = endOfWord(code, at);
      const name = code.slice(at, end);
      if (isNumeric(sign) || name === 'true' || name === 'false' || name === 'null') at = end;
      else {
        const data = name === 'ID' ? code.slice(end).search(/\sEI(?=\s|$)/) : -1;
        found.push({ name, start, at, end: data < 0 ? end : end + data + 3 });
        at = data < 0 ? end : end + data + 3;
        start = -1;
      }
    }
  }
  return found;
}

const [space, percent, open, slash, less] = [32, 37, 40, 47, 60];
const delimiters = new Set([...'()<>[]{}/%'].map((sign) => sign.charCodeAt(0)));

function isDelimiter(sign: number): boolean {
  return delimiters.has(sign);
}

/** What a number may begin with: a digit, `+`, `-` or `.`. */
function isNumeric(sign: number): boolean {
  return (sign >= 48 && sign <= 57) || sign === 43 || sign === 45 || sign === 46;
}

function endOfWord(code: string, from: number): number {
  let at = from;
  while (at < code.length && code.charCodeAt(at) > space && !isDelimiter(code.charCodeAt(at))) at += 1;
  return at;
}

/** Parentheses stand in pairs, or behind a backslash. */
function endOfString(code: string, from: number): number {
  let depth = 0;
  for (let at = from; at < code.length; at += 1) {
    const sign = code[at];
    if (sign === '\\') at += 1;
    else if (sign === '(') depth += 1;
    else if (sign === ')' && --depth === 0) return at + 1;
  }
  return code.length;
}
