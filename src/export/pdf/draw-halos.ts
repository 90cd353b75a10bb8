import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { type Contents, type Drawn, formsOf } from './content-streams.js';
import { type GlyphForms, glyphForms } from './glyph-forms.js';
import { type TextObject, textObjects } from './text-objects.js';

/**
 * Turns halos around words back into shapes. Chromium writes a text with an edge twice: the edge in a font made of drawings (Type 3),
 * then the text. Searched, copied or read aloud, each such word is there twice, and printers set Type 3 badly. A glyph becomes a form,
 * which every place it stands at shows.
 */
export function drawHalos(document: PDFDocument, contents: Contents): void {
  const forms = glyphForms(document, contents);
  const kept = new Set<PDFRef>();
  const met: Outlined[] = [];
  for (const drawn of allDrawn(contents)) {
    const outlined = outlinedFonts(drawn);
    if (outlined.size === 0) continue;
    met.push(...outlined.values());
    for (const name of exchangeHalos(drawn, outlined, forms)) {
      const font = outlined.get(name);
      if (font !== undefined) kept.add(font.ref);
    }
  }
  for (const { fonts, name, ref } of met) {
    if (kept.has(ref)) continue;
    fonts.delete(name);
    document.context.delete(ref);
  }
}

/** A font made of drawings, and the list of fonts it stands in. */
interface Outlined {
  readonly fonts: PDFDict;
  readonly name: PDFName;
  readonly ref: PDFRef;
  readonly font: PDFDict;
}

/** Every page and form, each once. */
function allDrawn(contents: Contents): ReadonlySet<Drawn> {
  const found = new Set<Drawn>();
  const add = (drawn: Drawn): void => {
    if (found.has(drawn)) return;
    found.add(drawn);
    for (const form of formsOf(drawn, contents).values()) add(form);
  };
  for (const page of contents.pages) add(page);
  return found;
}

function outlinedFonts({ resources }: Drawn): ReadonlyMap<string, Outlined> {
  const fonts = resources?.lookup(PDFName.of('Font'));
  if (!(fonts instanceof PDFDict)) return new Map();
  return new Map(
    fonts.entries().flatMap(([name, ref]): readonly [string, Outlined][] => {
      const font = fonts.context.lookup(ref);
      const isOutlined = font instanceof PDFDict && font.get(PDFName.of('Subtype')) === PDFName.of('Type3');
      return ref instanceof PDFRef && isOutlined ? [[name.toString(), { fonts, name, ref, font }]] : [];
    }),
  );
}

/**
 * Exchanges text objects that the same glyphs in a real font follow at the same place. Gives back the fonts, by name, that are still
 * needed.
 */
function exchangeHalos(drawn: Drawn, fonts: ReadonlyMap<string, Outlined>, forms: GlyphForms): ReadonlySet<string> {
  const code = drawn.code();
  const objects = textObjects(drawn);
  const needed = new Set<string>();
  const parts: string[] = [];
  let copied = 0;
  for (const [index, object] of objects.entries()) {
    const outlined = fonts.get(object.font);
    if (outlined === undefined) continue;
    const isHalo = followers(objects, index).some((text) => !fonts.has(text.font) && isSamePlace(text, object));
    const shapes = isHalo ? shapesOf(object, outlined, drawn, forms) : undefined;
    if (shapes === undefined) {
      needed.add(object.font);
      continue;
    }
    parts.push(code.slice(copied, object.start), shapes);
    copied = object.end;
  }
  drawn.recode(parts.join('') + code.slice(copied));
  return needed;
}

/** The objects of one line of text: where it needs several fonts, as for two alphabets, all its edges come before its words. */
function followers(objects: readonly TextObject[], index: number): readonly TextObject[] {
  const matrix = String(objects[index]?.matrix);
  const end = objects.findIndex((other, at) => at > index && String(other.matrix) !== matrix);
  return objects.slice(index + 1, end < 0 ? undefined : end);
}

function isSamePlace(text: TextObject, { glyphs }: TextObject): boolean {
  const [one, other] = [text.glyphs[0], glyphs[0]];
  return text.glyphs.length === glyphs.length && one?.x === other?.x && one?.y === other?.y;
}

/** The drawings of an object's glyphs in their places; undefined where one is more than a shape of one colour. */
function shapesOf(
  { size, matrix, glyphs }: TextObject,
  { font }: Outlined,
  { resources }: Drawn,
  forms: GlyphForms,
): string | undefined {
  if (resources === undefined) return undefined;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix;
  const [fa = 0.001, , , fd = 0.001] = numbersOf(font.lookup(PDFName.of('FontMatrix')));
  const drawings = glyphs.map(({ code, x, y }) => {
    const name = forms.add(font, code, resources);
    const placed = [a * fa * size, b * fa * size, c * fd * size, d * fd * size, a * x + c * y + e, b * x + d * y + f];
    return name && `q ${placed.map((one) => Number(one.toFixed(6))).join(' ')} cm ${name} Do Q\n`;
  });
  return drawings.includes(undefined) ? undefined : drawings.join('');
}

function numbersOf(value: PDFObject | undefined): readonly number[] {
  const members = value instanceof PDFArray ? value.asArray() : [];
  return members.map((one) => (one instanceof PDFNumber ? one.asNumber() : 0));
}
