import {
  decodePDFRawStream,
  PDFArray,
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFName,
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
  const bytes = decodePDFRawStream(stream).decode();
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

/** Puts other operators into a stream, the rest of whose dictionary stays. */
export function recode(context: PDFContext, ref: PDFRef, stream: PDFRawStream, code: string): void {
  const dict = stream.dict.clone(context);
  for (const name of ['Filter', 'DecodeParms', 'Length']) dict.delete(PDFName.of(name));
  const entries = Object.fromEntries(dict.entries().map(([name, value]) => [name.decodeText(), value]));
  const bytes = Uint8Array.from(code, (sign) => sign.charCodeAt(0));
  context.assign(ref, context.flateStream(bytes, entries));
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

/** An operator with what stands before it: `start` and `end` are positions in the code, operands included. */
export interface Operator {
  readonly name: string;
  readonly operands: readonly string[];
  readonly start: number;
  readonly end: number;
}

const token =
  /\s+|%[^\r\n]*|(?<string>\((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()])*\))*\)|<<|>>|<[\da-fA-F\s]*>|[[\]])|(?<name>\/[^\s()<>[\]{}/%]*)|(?<word>[^\s()<>[\]{}/%]+)/gy;

/** The operators of a content stream (ISO 32000-1, 7.8.2); the data of pictures that stand in it are passed over. */
export function operatorsOf(code: string): readonly Operator[] {
  const found: Operator[] = [];
  let operands: string[] = [];
  let start: number | undefined;
  token.lastIndex = 0;
  for (let match = token.exec(code); match !== null; match = token.exec(code)) {
    const { string, name, word } = match.groups ?? {};
    const text = string ?? name ?? word;
    if (text === undefined) continue;
    start ??= match.index;
    if (word === undefined || /^[-+.\d]|^(true|false|null)$/.test(word)) {
      operands.push(text);
      continue;
    }
    if (word === 'ID') {
      const end = code.slice(token.lastIndex).search(/\sEI(?=\s|$)/);
      token.lastIndex = end < 0 ? code.length : token.lastIndex + end + 3;
    }
    found.push({ name: word, operands, start, end: token.lastIndex });
    operands = [];
    start = undefined;
  }
  return found;
}
