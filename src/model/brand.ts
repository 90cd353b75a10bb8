import { type ColourName, type ThemeColour, themeColours } from './theme-colours.js';

/** What a face is for: running text, headings, code. */
export const brandRoles = ['text', 'headings', 'code'] as const;
export type BrandRole = (typeof brandRoles)[number];

/** What is read from a font's file, as plain data, so that it can be kept. */
export interface FontFacts {
  /** As programs list it: "Liberation Sans". */
  readonly family: string;
  /** As CSS counts it, 1 to 1000; of a variable font the least and the greatest. */
  readonly weight: readonly [number, number];
  readonly isItalic: boolean;
  /** Stretches of letters: the first code point, then the advance width of each, in thousandths of the size. */
  readonly widths: readonly (readonly [first: number, widths: readonly number[]])[];
}

/** A file of a font. */
export interface BrandFont extends Omit<FontFacts, 'widths'> {
  /** Absolute. */
  readonly file: string;
  /** Advance widths in thousandths of the size, by code point; letters that are not there stand in the theme's own face. */
  readonly letters: ReadonlyMap<number, number>;
}

/** A family an institute sets its decks in. */
export interface BrandFamily {
  readonly name: string;
  readonly fonts: readonly BrandFont[];
}

/** The faces words of our own drawings are set in. */
export type DrawnFace = 'label' | 'strong' | 'remark' | 'name' | 'plain-name';

/** The faces that drawings are set and measured in, where they are not the theme's. */
export interface Typeface {
  /** Families to be tried before the theme's, as CSS has them, quoted: `'Liberation Sans'`. Absent: none. */
  readonly sans?: string;
  readonly serif?: string;
  /** Advance widths in thousandths of the size, by face and code point; what is missing is as wide as the theme's. */
  readonly widths: Readonly<Partial<Record<DrawnFace, ReadonlyMap<number, number>>>>;
  /** The fonts of both, each once: for the page where Mermaid measures. */
  readonly files: readonly { readonly family: string; readonly font: BrandFont }[];
  /** The size of its letters as a multiple of the theme's; 1 when not given. */
  readonly scale: number;
  /** A part of cache keys: two typefaces have the same one where their faces are the same. */
  readonly key: string;
}

/** The files of an institute's logo, absolute; `mono` is set in the colour of the words. */
export interface BrandLogo {
  readonly light?: string;
  readonly dark?: string;
  readonly mono?: string;
}

/** An institute's look, as `brand.yaml` says it, without what could not be used. */
export interface Brand {
  /** As messages show it. */
  readonly path: string;
  /** The institute's; the text alternative of its logo. */
  readonly name?: string;
  readonly fonts: Readonly<Partial<Record<BrandRole, BrandFamily>>>;
  /** Those that can be seen, completed. */
  readonly colours: BrandPalette;
  /** Absent where drawings are set in the theme's faces. */
  readonly typeface?: Typeface;
  readonly logo?: BrandLogo;
}

/** Colours a brand sets, for light pages, for dark ones, or both. */
export type BrandPalette = Readonly<Partial<Record<ColourName, Partial<ThemeColour>>>>;

/** A colour as it is shown: the brand's, else the theme's. */
export function shownColour(palette: BrandPalette, name: ColourName, mode: keyof ThemeColour): string {
  return palette[name]?.[mode] ?? themeColours[name][mode];
}
