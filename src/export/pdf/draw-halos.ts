import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib';
import {
  codeOf,
  type Drawn,
  formsOf,
  type Operator,
  operandsOf,
  operatorsOf,
  pageStreams,
  recode,
} from './content-streams.js';

/**
 * Turns halos around words back into shapes. Chromium writes a text with an edge twice: the edge in a font made of drawings (Type 3),
 * then the text. Searched, copied or read aloud, each such word is there twice, and printers set Type 3 badly.
 */
export function drawHalos(document: PDFDocument): void {
  const { context } = document;
  const drawn = allStreams(document);
  const used = new Set<PDFObject>();
  const entries: { readonly fonts: PDFDict; readonly name: PDFName; readonly ref: PDFRef }[] = [];
  for (const one of drawn) {
    const stream = context.lookup(one.ref);
    const fonts = one.resources?.lookup(PDFName.of('Font'));
    if (!(stream instanceof PDFRawStream) || !(fonts instanceof PDFDict)) continue;
    const outlined = fonts.entries().flatMap(([name, ref]) => {
      const font = context.lookup(ref);
      return ref instanceof PDFRef && font instanceof PDFDict && isOutlined(font) ? [{ fonts, name, ref, font }] : [];
    });
    if (outlined.length === 0) continue;
    entries.push(...outlined);
    const byName = new Map(outlined.map(({ name, font }) => [name.toString(), font]));
    const code = codeOf(stream);
    const { text, left } = withShapes(code, byName);
    if (text !== code) recode(context, one.ref, stream, text);
    for (const { name, ref } of outlined) if (left.has(name.toString())) used.add(ref);
  }
  for (const { fonts, name, ref } of entries) {
    if (used.has(ref)) continue;
    fonts.delete(name);
    context.delete(ref);
  }
}

/** Every stream that draws, each once. */
function allStreams(document: PDFDocument): readonly Drawn[] {
  const found = new Map<string, Drawn>();
  const add = (drawn: Drawn): void => {
    if (found.has(drawn.ref.toString())) return;
    found.set(drawn.ref.toString(), drawn);
    for (const form of formsOf(drawn).values()) add(form);
  };
  for (const page of pageStreams(document)) add(page);
  return [...found.values()];
}

function isOutlined(font: PDFDict): boolean {
  return font.get(PDFName.of('Subtype')) === PDFName.of('Type3');
}

/** A text object: one font, its first place, and each glyph's code with how far it stands from there. */
interface TextObject {
  readonly font: string;
  readonly size: number;
  readonly matrix: readonly number[];
  readonly glyphs: readonly { readonly code: number; readonly x: number; readonly y: number }[];
  readonly start: number;
  readonly end: number;
}

/** Exchanges text objects that the same glyphs in a real font follow at the same place; `left` are the fonts that are still needed. */
function withShapes(
  code: string,
  fonts: ReadonlyMap<string, PDFDict>,
): { readonly text: string; readonly left: Set<string> } {
  const objects = textObjects(code);
  const left = new Set<string>();
  let text = '';
  let copied = 0;
  objects.forEach((object, index) => {
    const font = fonts.get(object.font);
    if (font === undefined) return;
    const next = objects[index + 1];
    const isHalo =
      next !== undefined &&
      !fonts.has(next.font) &&
      String(next.matrix) === String(object.matrix) &&
      next.glyphs.length === object.glyphs.length;
    const shapes = isHalo ? shapesOf(object, font) : undefined;
    if (shapes === undefined) {
      left.add(object.font);
      return;
    }
    text += code.slice(copied, object.start) + shapes;
    copied = object.end;
  });
  return { text: text + code.slice(copied), left };
}

/** Text objects in the one form that Chromium gives them; others are passed over. */
function textObjects(code: string): readonly TextObject[] {
  const operators = operatorsOf(code);
  const operandsIn = (operator: Operator): readonly string[] => operandsOf(code, operator);
  const found: TextObject[] = [];
  operators.forEach(({ name, start }, index) => {
    if (name !== 'BT') return;
    const end = operators.findIndex((one, at) => at > index && one.name === 'ET');
    const inside = operators.slice(index + 1, end);
    const [tf, tm, ...rest] = inside;
    if (tf?.name !== 'Tf' || tm?.name !== 'Tm' || rest.some((one) => one.name !== 'Td' && one.name !== 'Tj')) return;
    let [x, y] = [0, 0];
    const glyphs = rest.flatMap((one) => {
      if (one.name === 'Td') {
        x += Number(operandsIn(one)[0]);
        y += Number(operandsIn(one)[1]);
        return [];
      }
      return [{ code: Number.parseInt((operandsIn(one)[0] ?? '').slice(1, -1), 16), x, y }];
    });
    found.push({
      font: operandsIn(tf)[0] ?? '',
      size: Number(operandsIn(tf)[1]),
      matrix: operandsIn(tm).map(Number),
      glyphs,
      start,
      end: operators[end]?.end ?? start,
    });
  });
  return found;
}

/** The drawings of an object's glyphs in their places; undefined where one is more than a shape of one colour. */
function shapesOf({ size, matrix, glyphs }: TextObject, font: PDFDict): string | undefined {
  const drawings = glyphs.map(({ code, x, y }) => {
    const shape = shapeOf(font, code);
    if (shape === undefined) return undefined;
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix;
    const [fa = 0.001, , , fd = 0.001] = numbersOf(font.lookup(PDFName.of('FontMatrix')));
    const placed = [a * fa * size, b * fa * size, c * fd * size, d * fd * size, a * x + c * y + e, b * x + d * y + f];
    return shape === '' ? '' : `q ${placed.map((one) => Number(one.toFixed(6))).join(' ')} cm\n${shape}\nQ\n`;
  });
  return drawings.includes(undefined) ? undefined : drawings.join('');
}

/** A glyph's path without the operator that says how wide it is (ISO 32000-1, 9.6.5). */
function shapeOf(font: PDFDict, code: number): string | undefined {
  const name = glyphName(font, code);
  const procedures = font.lookup(PDFName.of('CharProcs'));
  const stream = name === undefined || !(procedures instanceof PDFDict) ? undefined : procedures.lookup(name);
  if (!(stream instanceof PDFRawStream)) return undefined;
  const text = codeOf(stream);
  const [width, ...rest] = operatorsOf(text);
  return width?.name === 'd1' && rest.every((one) => !['Do', 'ID', 'sh'].includes(one.name))
    ? text.slice(width.end).trim()
    : undefined;
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

function numbersOf(value: PDFObject | undefined): readonly number[] {
  const members = value instanceof PDFArray ? value.asArray() : [];
  return members.map((one) => (one instanceof PDFNumber ? one.asNumber() : 0));
}
