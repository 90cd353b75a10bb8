import { PDFDict, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { type Contents, type Drawn, formsOf, unpacked } from './content-streams.js';
import { operandsOf } from './operators.js';

/** Reads what a page says, in the order it is drawn in. */
export type ReadText = (page: Drawn) => string;

/**
 * Reads pages by what their fonts call their signs (ToUnicode, ISO 32000-1, 9.10.3), as Chromium writes it. What a font does not name, or
 * names in another way, is left out: that a text is found proves that it is there, and that it is not found proves nothing.
 */
export function textReader(contents: Contents): ReadText {
  const known = new Map<PDFDict, Signs | undefined>();
  const signsOf = (font: PDFDict): Signs | undefined => {
    if (!known.has(font)) known.set(font, readSigns(font));
    return known.get(font);
  };
  return (page) => textOf(page, new Set([page]));

  function textOf(drawn: Drawn, around: ReadonlySet<Drawn>): string {
    const code = drawn.code();
    const fonts = drawn.resources?.lookup(PDFName.of('Font'));
    const forms = formsOf(drawn, contents);
    let signs: Signs | undefined;
    let text = '';
    for (const operator of drawn.operators()) {
      const { name, start, at } = operator;
      if (name === 'Tf') {
        const font = fonts instanceof PDFDict ? fonts.lookup(named(operandsOf(code, operator)[0])) : undefined;
        signs = font instanceof PDFDict ? signsOf(font) : undefined;
      } else if (shows.has(name) && signs !== undefined) text += spelled(code.slice(start, at), signs);
      else if (name === 'Do') {
        const form = forms.get(named(operandsOf(code, operator)[0]).decodeText());
        if (form !== undefined && !around.has(form)) text += textOf(form, new Set([...around, form]));
      }
    }
    return text;
  }
}

const shows: ReadonlySet<string> = new Set(['Tj', 'TJ', "'", '"']);

function named(operand = ''): PDFName {
  return PDFName.of(operand.slice(1));
}

/** What the codes of a font stand for, and how many bytes a code has. */
interface Signs {
  readonly bytes: number;
  readonly names: ReadonlyMap<number, string>;
}

function readSigns(font: PDFDict): Signs | undefined {
  const stream = font.lookup(PDFName.of('ToUnicode'));
  if (!(stream instanceof PDFRawStream)) return undefined;
  const names = new Map<number, string>();
  for (const { 1: kind, 2: lines = '' } of unpacked(stream).matchAll(/beginbf(char|range)(.*?)endbf\1/gs)) {
    if (kind === 'char') {
      for (const { 1: code = '', 2: name = '' } of lines.matchAll(/<(\w+)>\s*<(\w+)>/g))
        names.set(Number.parseInt(code, 16), wordOf(name));
    } else {
      for (const { 1: from = '', 2: to = '', 3: first = '' } of lines.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g))
        addRange(Number.parseInt(from, 16), Number.parseInt(to, 16), wordOf(first), names);
    }
  }
  return { bytes: font.get(PDFName.of('Subtype')) === PDFName.of('Type0') ? 2 : 1, names };
}

/** A range names its first code; the last letter of each further name is the next. */
function addRange(from: number, to: number, first: string, names: Map<number, string>): void {
  const last = first.charCodeAt(first.length - 1);
  for (let code = from; code <= Math.min(to, from + 0xff); code++)
    names.set(code, first.slice(0, -1) + String.fromCharCode(last + code - from));
}

/** UTF-16, most significant byte first. */
function wordOf(hex: string): string {
  return (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');
}

function spelled(operands: string, { bytes, names }: Signs): string {
  let text = '';
  for (const { 1: hex, 2: plain = '' } of operands.matchAll(/<([\dA-F\s]*)>|\(((?:\\.|[^\\()])*)\)/gis)) {
    const string = hex === undefined ? unescaped(plain) : Buffer.from(hex.replace(/\s/g, ''), 'hex').toString('latin1');
    for (let at = 0; at + bytes <= string.length; at += bytes) {
      const high = bytes === 2 ? string.charCodeAt(at) << 8 : 0;
      text += names.get(high + string.charCodeAt(at + bytes - 1)) ?? '';
    }
  }
  return text;
}

/** A literal string (ISO 32000-1, 7.3.4.2). */
function unescaped(plain: string): string {
  const signs: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '\n': '' };
  return plain.replace(/\\([0-7]{1,3}|.)/gs, (_, sign: string) =>
    /^[0-7]/.test(sign) ? String.fromCharCode(Number.parseInt(sign, 8) & 0xff) : (signs[sign] ?? sign),
  );
}
