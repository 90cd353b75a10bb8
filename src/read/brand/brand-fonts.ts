import { resolve } from 'node:path';
import type { FontReader } from '../../fonts/font-reader.js';
import {
  type BrandFamily,
  type BrandFont,
  type BrandRole,
  brandRoles,
  type DrawnFace,
  type FontFacts,
  type Typeface,
} from '../../model/brand.js';
import { chosenFont, drawnFaces } from '../../model/typeface.js';
import type { Effects } from '../../system/effects.js';
import { megabytes } from '../unread.js';

/** A font that could not be used: under which key it stands, which of the list, and why. */
export interface LostFont {
  readonly role: BrandRole;
  readonly index: number;
  readonly message: string;
  readonly cure: string;
}

type Families = Readonly<Partial<Record<BrandRole, BrandFamily>>>;

/** No font of letters is larger; one of Chinese has 20 MB at most. */
const mostBytes = 24 * 2 ** 20;

/** Reads the fonts of a brand. Those that are not there or cannot be read are left out, and said; files of one family are put together. */
export async function readBrandFonts(
  named: Readonly<Partial<Record<BrandRole, readonly string[]>>>,
  folder: string,
  { files }: Pick<Effects, 'files'>,
  readFont: FontReader,
): Promise<{ readonly fonts: Families; readonly lost: readonly LostFont[] }> {
  const lost: LostFont[] = [];
  const families = new Map<string, Map<string, BrandFont>>();
  const fonts: Partial<Record<BrandRole, string>> = {};
  for (const role of brandRoles) {
    for (const [index, name] of (named[role] ?? []).entries()) {
      const file = resolve(folder, name);
      const font = await readOne(file, name);
      if ('message' in font) {
        lost.push({ role, index, ...font });
        continue;
      }
      fonts[role] ??= font.family;
      const family = families.get(font.family) ?? new Map<string, BrandFont>();
      families.set(font.family, family.set(file, font));
    }
  }
  const familyOf = (name: string): BrandFamily => ({ name, fonts: [...(families.get(name)?.values() ?? [])] });
  return { fonts: Object.fromEntries(Object.entries(fonts).map(([role, name]) => [role, familyOf(name)])), lost };

  async function readOne(file: string, name: string): Promise<BrandFont | Pick<LostFont, 'message' | 'cure'>> {
    const bytes = await files.read(file, mostBytes);
    if (bytes === undefined) {
      const size = files.sizeNow(file);
      if (size === undefined)
        return { message: `There is no file "${name}" beside the brand`, cure: 'Correct the path.' };
      return {
        message: `"${name}" has ${megabytes(size)}, and a font at most ${megabytes(mostBytes)}`,
        cure: 'Name a smaller one.',
      };
    }
    const read = await readFont(bytes);
    if ('why' in read) return { message: `"${name}" ${read.why}`, cure: 'Name a file in WOFF2, TTF or OTF.' };
    const { widths, ...facts } = read.facts;
    return { ...facts, file, letters: lettersOf(widths) };
  }
}

function lettersOf(widths: FontFacts['widths']): ReadonlyMap<number, number> {
  return new Map(widths.flatMap(([first, all]) => all.map((width, index) => [first + index, width] as const)));
}

/** The faces drawings are set in; undefined where a brand sets neither text nor headings. */
export function typefaceOf(fonts: Families, scale: number, hashOf: (file: string) => string): Typeface | undefined {
  const { text, headings } = fonts;
  if (text === undefined && headings === undefined) return undefined;
  const families = new Map([text, headings].flatMap((family) => (family === undefined ? [] : [[family.name, family]])));
  const files = [...families.values()].flatMap(({ name, fonts: all }) => all.map((font) => ({ family: name, font })));
  const widths = Object.entries(drawnFaces).flatMap(([face, { role, weight, isItalic }]) => {
    const family = fonts[role];
    const font = family === undefined ? undefined : chosenFont(family, weight, isItalic);
    return font === undefined ? [] : [[face as DrawnFace, scaled(font.letters, scale)] as const];
  });
  return {
    ...(text === undefined ? {} : { sans: `'${text.name}'` }),
    ...(headings === undefined ? {} : { serif: `'${headings.name}'` }),
    widths: Object.fromEntries(widths),
    files,
    scale,
    key: JSON.stringify([text?.name, headings?.name, scale, files.map(({ font }) => hashOf(font.file))]),
  };
}

function scaled(letters: ReadonlyMap<number, number>, scale: number): ReadonlyMap<number, number> {
  return scale === 1 ? letters : new Map([...letters].map(([point, width]) => [point, width * scale]));
}
