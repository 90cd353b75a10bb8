import { deflateSync, inflateSync } from 'node:zlib';
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib';
import { type Operator, operatorsOf } from './operators.js';

/** What a page, a form or a pattern draws with. */
export interface Drawn {
  readonly ref: PDFRef;
  readonly resources: PDFDict | undefined;
  /** One character a byte. */
  readonly code: () => string;
  readonly operators: () => readonly Operator[];
  /** Puts other operators in their place. */
  readonly recode: (code: string) => void;
}

/**
 * A document's drawing operators. Each stream is unpacked when it is first asked for, and packed once, by `save`: of finishing a long
 * PDF, packing after each change took half.
 */
export interface Contents {
  /** The contents of every page, in order; those that are in several streams are not among them, Chromium writes one. */
  readonly pages: readonly Drawn[];
  /** The contents of a page, from 0; undefined for one whose contents are in several streams. */
  readonly page: (index: number) => Drawn | undefined;
  /** Undefined for what is no stream. */
  readonly at: (ref: PDFRef, resources?: PDFDict) => Drawn | undefined;
  readonly save: () => void;
}

export function openContents(document: PDFDocument): Contents {
  const known = new Map<PDFRef, Drawn>();
  const changed = new Map<PDFRef, Changed>();
  const at = (ref: PDFRef, resources?: PDFDict): Drawn | undefined => {
    const stream = document.context.lookup(ref);
    if (!(stream instanceof PDFRawStream)) return undefined;
    const drawn = known.get(ref) ?? openStream(ref, stream, resources, changed);
    known.set(ref, drawn);
    return drawn;
  };
  const all = document.getPages().map(({ node }) => {
    const value = node.get(PDFName.of('Contents'));
    const only = value instanceof PDFArray && value.size() === 1 ? value.get(0) : value;
    return only instanceof PDFRef ? at(only, node.Resources()) : undefined;
  });
  return {
    pages: all.filter((page) => page !== undefined),
    page: (index) => all[index],
    at,
    save() {
      for (const [ref, { stream, code }] of changed) document.context.assign(ref, packed(stream, code));
      changed.clear();
    },
  };
}

interface Changed {
  readonly stream: PDFRawStream;
  readonly code: string;
}

function openStream(
  ref: PDFRef,
  stream: PDFRawStream,
  resources: PDFDict | undefined,
  changed: Map<PDFRef, Changed>,
): Drawn {
  let code: string | undefined;
  let operators: readonly Operator[] | undefined;
  const read = (): string => (code ??= unpacked(stream));
  return {
    ref,
    resources,
    code: read,
    operators: () => (operators ??= operatorsOf(read())),
    recode(other) {
      if (other === read()) return;
      code = other;
      operators = undefined;
      changed.set(ref, { stream, code });
    },
  };
}

/** What a stream holds, as one character a byte. */
export function unpacked(stream: PDFRawStream): string {
  const isPlainFlate =
    stream.dict.get(PDFName.of('Filter')) === PDFName.of('FlateDecode') && !stream.dict.has(PDFName.of('DecodeParms'));
  const bytes = isPlainFlate ? inflateSync(stream.contents) : Buffer.from(decodePDFRawStream(stream).decode());
  return bytes.toString('latin1');
}

/** The rest of the stream's dictionary stays. One after the other: threads of zlib take ten times as long to start as a page to pack. */
function packed(stream: PDFRawStream, code: string): PDFRawStream {
  const bytes = deflateSync(Buffer.from(code, 'latin1'));
  const dict = stream.dict.clone();
  dict.delete(PDFName.of('DecodeParms'));
  dict.set(PDFName.of('Filter'), PDFName.of('FlateDecode'));
  dict.set(PDFName.of('Length'), PDFNumber.of(bytes.length));
  return PDFRawStream.of(dict, bytes);
}

/** The forms that a stream may show, by the names it knows them by. */
export function formsOf({ resources }: Drawn, contents: Contents): ReadonlyMap<string, Drawn> {
  const objects = resources?.lookup(PDFName.of('XObject'));
  if (!(objects instanceof PDFDict)) return new Map();
  return new Map(
    objects.entries().flatMap(([name, ref]): readonly [string, Drawn][] => {
      const stream = objects.context.lookup(ref);
      if (!(ref instanceof PDFRef) || !(stream instanceof PDFRawStream)) return [];
      if (stream.dict.get(PDFName.of('Subtype')) !== PDFName.of('Form')) return [];
      const own = stream.dict.lookup(PDFName.of('Resources'));
      const form = contents.at(ref, own instanceof PDFDict ? own : resources);
      return form === undefined ? [] : [[name.decodeText(), form]];
    }),
  );
}
