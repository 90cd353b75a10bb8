import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, PDFRawStream, type PDFRef } from '@cantoo/pdf-lib';
import { type Contents, unpacked } from './content-streams.js';
import { operandsOf, operatorsOf } from './operators.js';

/** The glyphs of fonts made of drawings (Type 3), as forms that a page can show. */
export interface GlyphForms {
  /**
   * Lets `resources` know the form of a glyph and gives back its name there: empty where the glyph draws nothing, undefined where it is
   * more than a shape of one colour.
   */
  readonly add: (font: PDFDict, code: number, resources: PDFDict) => string | undefined;
}

export function glyphForms({ context }: PDFDocument, contents: Contents): GlyphForms {
  const made = new Map<PDFRawStream, PDFRef | '' | undefined>();
  const make = (procedure: PDFRawStream): PDFRef | '' | undefined => {
    const shape = shapeOf(procedure);
    if (shape === undefined) return undefined;
    if (shape.path === '') return '';
    const form = context.register(
      context.stream('', { Type: 'XObject', Subtype: 'Form', BBox: [...shape.box], Resources: {} }),
    );
    contents.at(form)?.recode(shape.path);
    return form;
  };
  return {
    add(font, code, resources) {
      const procedure = procedureOf(font, code);
      if (procedure === undefined) return undefined;
      if (!made.has(procedure)) made.set(procedure, make(procedure));
      const form = made.get(procedure);
      if (form === undefined || form === '') return form;
      const name = PDFName.of(`Halo${form.objectNumber}`);
      formsIn(resources).set(name, form);
      return name.toString();
    },
  };
}

/** Its path without the operator that says how wide it is, and its box (ISO 32000-1, 9.6.5). */
function shapeOf(procedure: PDFRawStream): { readonly path: string; readonly box: readonly number[] } | undefined {
  const code = unpacked(procedure);
  const [width, ...rest] = operatorsOf(code);
  if (width?.name !== 'd1' || rest.some(({ name }) => ['Do', 'ID', 'sh'].includes(name))) return undefined;
  return { path: code.slice(width.end).trim(), box: operandsOf(code, width).slice(2).map(Number) };
}

function procedureOf(font: PDFDict, code: number): PDFRawStream | undefined {
  const name = glyphName(font, code);
  const procedures = font.lookup(PDFName.of('CharProcs'));
  const stream = name === undefined || !(procedures instanceof PDFDict) ? undefined : procedures.lookup(name);
  return stream instanceof PDFRawStream ? stream : undefined;
}

/** What an encoding calls a code: names stand in a row from the number before them. */
function glyphName(font: PDFDict, code: number): PDFName | undefined {
  const encoding = font.lookup(PDFName.of('Encoding'));
  const differences = encoding instanceof PDFDict ? encoding.lookup(PDFName.of('Differences')) : undefined;
  let at = 0;
  for (const one of differences instanceof PDFArray ? differences.asArray() : []) {
    if (one instanceof PDFNumber) at = one.asNumber();
    else if (one instanceof PDFName && at++ === code) return one;
  }
  return undefined;
}

function formsIn(resources: PDFDict): PDFDict {
  const known = resources.lookup(PDFName.of('XObject'));
  if (known instanceof PDFDict) return known;
  const forms = resources.context.obj({});
  resources.set(PDFName.of('XObject'), forms);
  return forms;
}
