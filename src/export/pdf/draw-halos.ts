import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { type Contents, type Drawn, formsOf } from './content-streams.js';
import { type GlyphForms, glyphForms } from './glyph-forms.js';
import { type Glyph, type TextObject, textObjects } from './text-objects.js';

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
 * Exchanges text objects whose every glyph stands again in what follows at the same place, in a real font. Gives back the fonts, by
 * name, that are still needed.
 */
function exchangeHalos(drawn: Drawn, fonts: ReadonlyMap<string, Outlined>, forms: GlyphForms): readonly string[] {
  const code = drawn.code();
  const objects = textObjects(drawn);
  const parts: string[] = [];
  let copied = 0;
  for (const [index, object] of objects.entries()) {
    if (!object.glyphs.some(({ font }) => fonts.has(font))) continue;
    const written = new Set(textAfter(objects, index, fonts).map(placeOf));
    const shapes = object.glyphs.every((glyph) => written.has(placeOf(glyph)))
      ? shapesOf(object, fonts, drawn, forms)
      : undefined;
    if (shapes === undefined) continue;
    parts.push(code.slice(copied, object.start), shapes);
    copied = object.end;
  }
  const exchanged = parts.join('') + code.slice(copied);
  drawn.recode(exchanged);
  return [...fonts.keys()].filter((name) => exchanged.includes(`${name} `));
}

/**
 * What follows on the same line in real fonts. A line in two alphabets is several text objects, and all its edges come before its words;
 * a space has no edge and stands among them in its real font.
 */
function textAfter(
  objects: readonly TextObject[],
  index: number,
  fonts: ReadonlyMap<string, Outlined>,
): readonly Glyph[] {
  const matrix = String(objects[index]?.matrix);
  const end = objects.findIndex((other, at) => at > index && String(other.matrix) !== matrix);
  const following = objects.slice(index + 1, end < 0 ? undefined : end);
  return following.flatMap(({ glyphs }) => glyphs).filter(({ font }) => !fonts.has(font));
}

function placeOf({ x, y }: Glyph): string {
  return `${x.toFixed(2)} ${y.toFixed(2)}`;
}

/** The drawings of an object's glyphs in their places; undefined where one is more than a shape of one colour. */
function shapesOf(
  { matrix, glyphs }: TextObject,
  fonts: ReadonlyMap<string, Outlined>,
  { resources }: Drawn,
  forms: GlyphForms,
): string | undefined {
  if (resources === undefined) return undefined;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix;
  const drawings = glyphs.map(({ font: fontName, size, code, x, y }) => {
    const font = fonts.get(fontName)?.font;
    if (font === undefined) return '';
    const [fa = 0.001, , , fd = 0.001] = numbersOf(font.lookup(PDFName.of('FontMatrix')));
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
