import { type PDFDict, type PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import type { Contents } from './content-streams.js';

/**
 * Exchanges every colour a PDF draws with for the grey of the same luminance, so that hues that differ in lightness stay apart: the
 * operators of DeviceRGB in content streams (ISO 32000-1, 8.6.8). Pictures are made grey in the page, before it is printed.
 */
export function withoutColour({ context }: PDFDocument, contents: Contents): void {
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream) || !drawsInto(object.dict)) continue;
    const drawn = contents.at(ref);
    drawn?.recode(greyed(drawn.code()));
  }
}

/** Pages' contents have no type; forms and tiling patterns draw too. Fonts, pictures and metadata do not. */
function drawsInto(dict: PDFDict): boolean {
  const [type, subtype] = [dict.get(PDFName.of('Type')), dict.get(PDFName.of('Subtype'))];
  if (subtype === PDFName.of('Form') || dict.get(PDFName.of('PatternType')) !== undefined) return true;
  const others = ['Length1', 'FunctionType', 'ShadingType', 'N', 'Subtype', 'CMapName'];
  return type === undefined && others.every((name) => dict.get(PDFName.of(name)) === undefined);
}

/** Strings are passed over: what looks like an operator in them is text. */
function greyed(code: string): string {
  const number = '(-?\\d*\\.?\\d+)';
  const token = new RegExp(
    `\\((?:\\\\.|[^\\\\()])*\\)|<[\\da-fA-F\\s]*>|${number}\\s+${number}\\s+${number}\\s+(rg|RG)\\b`,
    'gs',
  );
  return code.replace(token, (whole, r?: string, g?: string, b?: string, operator?: string) => {
    if (operator === undefined) return whole;
    const level = Number(greyOf(Number(r), Number(g), Number(b)).toFixed(4));
    return `${level} ${operator === 'rg' ? 'g' : 'G'}`;
  });
}

/** sRGB to the grey of the same relative luminance (WCAG 2.2); all from 0 to 1. */
function greyOf(...channels: readonly [red: number, green: number, blue: number]): number {
  const [red, green, blue] = channels.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  const luminance = 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
  return luminance <= 0.0031308 ? 12.92 * luminance : 1.055 * luminance ** (1 / 2.4) - 0.055;
}
