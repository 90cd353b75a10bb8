import { create, type Font, type FontCollection } from 'fontkit';
import type { FontFacts } from '../model/brand.js';

/** A font that was read, or why it cannot be used, as the end of a sentence that begins with the file. */
export type ReadFont = { readonly facts: FontFacts } | { readonly why: string };

/**
 * Reads a font with fontkit: its family, weight and slant (tables `name`, `OS/2`, `head`, `fvar`) and how wide each of its letters is
 * (`cmap`, `hmtx`). Never throws.
 */
export function readFont(bytes: Uint8Array): ReadFont {
  const kind = kindOf(bytes);
  if (kind === undefined)
    return { why: 'is no font: it begins with none of the signs of WOFF2, TrueType and OpenType' };
  if (kind === 'woff') return { why: 'is a font in WOFF 1, whose letters are not read' };
  if (kind === 'collection') return { why: 'holds several fonts, of which browsers take none from such a file' };
  try {
    const font = create(Buffer.from(bytes));
    if (isCollection(font)) return { why: 'holds several fonts, of which browsers take none from such a file' };
    if (isPacked(font)) return { why: 'has its widths packed in a form of WOFF2 that is not read' };
    const widths = widthsOf(font);
    return widths.length === 0 ? { why: 'is a font without letters' } : { facts: { ...factsOf(font), widths } };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return { why: `is a damaged font (${said.replace(/[.\s]+$/, '')})` };
  }
}

/** By the first four bytes, as the OpenType and WOFF2 specifications have them. */
function kindOf(bytes: Uint8Array): 'font' | 'woff' | 'collection' | undefined {
  const sign = String.fromCharCode(...bytes.subarray(0, 4));
  if (sign === 'wOFF') return 'woff';
  if (sign === 'ttcf') return 'collection';
  return ['wOF2', 'OTTO', 'true', '\0\u0001\0\0'].includes(sign) ? 'font' : undefined;
}

function isCollection(font: Font | FontCollection): font is FontCollection {
  return 'fonts' in font;
}

/** WOFF2 may leave out of `hmtx` what follows from the outlines (its version 1 of that table); fontkit reads it as if nothing were left out. */
function isPacked(font: Font): boolean {
  const { directory } = font as unknown as {
    readonly directory: { readonly tables: Readonly<Record<string, { readonly flags?: number }>> };
  };
  return ((directory.tables.hmtx?.flags ?? 0) & 0xc0) !== 0;
}

function factsOf(font: Font): Omit<FontFacts, 'widths'> {
  const { italicAngle, variationAxes } = font;
  const { name } = font as unknown as { readonly name?: { readonly records?: Names } };
  const preferred = name?.records?.preferredFamily?.en;
  const { usWeightClass = 400, fsSelection } = font['OS/2'] as unknown as {
    readonly usWeightClass?: number;
    readonly fsSelection?: { readonly italic?: boolean; readonly oblique?: boolean };
  };
  const axis = variationAxes.wght;
  return {
    family: (preferred ?? font.familyName ?? '').replace(/[^\p{L}\p{N} ._-]/gu, '').trim() || 'Brand',
    weight: axis === undefined ? [usWeightClass, usWeightClass] : [axis.min, axis.max],
    isItalic: italicAngle !== 0 || fsSelection?.italic === true || fsSelection?.oblique === true,
  };
}

type Names = Readonly<Record<string, Readonly<Record<string, string>> | undefined>>;

function widthsOf(font: Font): FontFacts['widths'] {
  const stretches: [number, number[]][] = [];
  for (const point of [...font.characterSet].sort((one, other) => one - other)) {
    const glyph = font.glyphForCodePoint(point);
    if (glyph.id === 0) continue;
    const width = Math.round((glyph.advanceWidth * 1000) / font.unitsPerEm);
    const last = stretches.at(-1);
    if (last !== undefined && last[0] + last[1].length === point) last[1].push(width);
    else if (last === undefined || last[0] + last[1].length < point) stretches.push([point, [width]]);
  }
  return stretches;
}
