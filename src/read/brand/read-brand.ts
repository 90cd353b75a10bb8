import { resolve } from 'node:path';
import type { FontReader } from '../../fonts/font-reader.js';
import { type Brand, type BrandLogo, type BrandPalette, type BrandRole, brandRoles } from '../../model/brand.js';
import type { Diagnostic, Place } from '../../model/diagnostic.js';
import type { ThemeColour } from '../../model/theme-colours.js';
import type { TextFile } from '../../model.js';
import { nearest } from '../../nearest.js';
import type { Effects } from '../../system/effects.js';
import { seenColours } from './brand-contrast.js';
import { readBrandFonts, typefaceOf } from './brand-fonts.js';
import { brandColour, brandColourNames, brandFonts, brandKeys, brandParts } from './brand-schema.js';
import { brandSheet } from './brand-sheet.js';
import { type FoundBrand, findBrand, type NamedBrand } from './find-brand.js';

/** A deck's brand, and its style sheet; both absent where the deck has the theme's own look. */
export interface ReadBrand {
  readonly brand?: Brand;
  readonly sheet?: TextFile;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the brand of a deck. What is wrong in it is a warning, and has the theme's own look in its place: the deck is made all the same. */
export async function readBrand(
  deck: { readonly folder: string; readonly path: string },
  named: NamedBrand | undefined,
  effects: Effects,
  readFont: FontReader,
): Promise<ReadBrand> {
  const { found, diagnostics } = await findBrand(deck, named, effects);
  if (found === undefined) return { diagnostics };
  const parts = partsOf(found);
  const colours = coloursOf(parts.given.colours ?? {}, parts);
  const { palette, faint } = seenColours(colours);
  for (const one of faint) {
    const instead = one.instead === undefined ? '' : ` \`${one.instead}\` is the nearest that is seen.`;
    const what = one.blamed === one.over ? `on \`${one.ground}\`` : `below \`${one.over}\``;
    parts.warn(
      ['colours', one.blamed, one.mode],
      `\`${one.blamed}\` has ${ratioText(one.ratio)} ${what} on ${one.mode} pages, where ${one.least} : 1 is the least; the theme's own is taken.`,
      `Take a colour that differs more.${instead}`,
    );
  }
  const { fonts, lost } = await readBrandFonts(fontsOf(parts), found.folder, effects, readFont);
  for (const { role, index, message, cure } of lost) {
    const isList = Array.isArray((found.value as { readonly fonts?: Record<string, unknown> }).fonts?.[role]);
    parts.warn(['fonts', role, ...(isList ? [index] : [])], `${message}; it is left out.`, cure);
  }
  const scale = parts.given.scale ?? 1;
  if (scale !== 1 && Object.keys(fonts).length === 0)
    parts.warn(
      ['scale'],
      '`scale` says how large the fonts of the brand are set, and there are none.',
      'Name fonts, or take it out.',
    );
  const logo = await logoOf(parts, found, effects);
  const typeface = typefaceOf(fonts, scale, (file) => effects.files.hashNow(file) ?? '');
  const { name } = parts.given;
  if (logo !== undefined && name === undefined)
    parts.warn(['logo'], 'The logo has no text alternative.', 'Give the name of the institute: `name:`.');
  const brand: Brand = {
    path: found.path,
    ...(name === undefined ? {} : { name }),
    fonts,
    colours: palette,
    ...(typeface === undefined ? {} : { typeface }),
    ...(logo === undefined ? {} : { logo }),
  };
  const text = brandSheet(brand, palette, scale, found.folder);
  const sheet = { path: found.path, file: resolve(found.folder, 'brand.css'), text };
  return { brand, ...(text === '' ? {} : { sheet }), diagnostics: [...diagnostics, ...parts.diagnostics] };
}

/** The parts of a brand that can be read, and what is said of the others. */
interface Parts {
  readonly given: {
    readonly name?: string;
    readonly fonts?: Readonly<Record<string, unknown>>;
    readonly scale?: number;
    readonly colours?: Readonly<Record<string, unknown>>;
    readonly logo?: BrandLogo;
  };
  readonly diagnostics: Diagnostic[];
  readonly warn: (keys: readonly PropertyKey[], message: string, cure?: string) => void;
  readonly warnOfKey: (keys: readonly PropertyKey[], message: string, cure?: string) => void;
}

function partsOf({ yaml, at, value }: FoundBrand): Parts {
  const diagnostics: Diagnostic[] = [];
  const say = (place: Place, message: string, cure?: string): void => {
    diagnostics.push({ rule: 'brand', severity: 'warning', message, place, ...(cure === undefined ? {} : { cure }) });
  };
  const warn: Parts['warn'] = (keys, ...said) => say(yaml.placeOf([...at, ...keys]), ...said);
  const warnOfKey: Parts['warn'] = (keys, ...said) => say(yaml.placeOfKey([...at, ...keys]), ...said);
  const given: Record<string, unknown> = {};
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const found = value === null || value === undefined ? 'nothing' : Array.isArray(value) ? 'a list' : 'a text';
    warn([], `A brand is a mapping of ${listed(brandKeys)}; here is ${found}.`, 'Write for example `name: Institute`.');
    return { given, diagnostics, warn, warnOfKey };
  }
  for (const [key, part] of Object.entries(value)) {
    const schema = Object.hasOwn(brandParts, key) ? brandParts[key as keyof typeof brandParts] : undefined;
    if (schema === undefined) {
      const near = nearest(key, brandKeys);
      warnOfKey(
        [key],
        `\`${key}\` is no key of a brand.`,
        near === undefined ? `It may have ${listed(brandKeys)}.` : `Did you mean \`${near}\`?`,
      );
      continue;
    }
    const read = schema.safeParse(part);
    if (read.success) given[key] = read.data;
    for (const issue of read.error?.issues ?? [])
      warn(
        [key, ...issue.path],
        `\`${[key, ...issue.path].join('.')}\`: ${issue.message}; the theme's own look is taken.`,
      );
  }
  return { given, diagnostics, warn, warnOfKey };
}

function coloursOf(given: Readonly<Record<string, unknown>>, { warn, warnOfKey }: Parts): BrandPalette {
  const palette: Record<string, Partial<ThemeColour>> = {};
  for (const [name, value] of Object.entries(given)) {
    if (!brandColourNames.includes(name)) {
      const near = nearest(name, brandColourNames);
      warnOfKey(
        ['colours', name],
        `\`${name}\` is no colour of the theme.`,
        near === undefined ? `It has ${listed(brandColourNames)}.` : `Did you mean \`${near}\`?`,
      );
      continue;
    }
    const read = brandColour.safeParse(value);
    if (!read.success) {
      for (const { message } of read.error.issues)
        warn(['colours', name], `\`${name}\`: ${message}; the theme's own is taken.`);
      continue;
    }
    palette[name] = read.data as Partial<ThemeColour>;
    const [lacking] = (['light', 'dark'] as const).filter((mode) => palette[name]?.[mode] === undefined);
    if (lacking !== undefined)
      warn(
        ['colours', name],
        `\`${name}\` has no value for ${lacking} pages; the theme's own is taken there.`,
        `Give it one: \`${lacking}:\`.`,
      );
  }
  return palette;
}

function fontsOf({ given, warn, warnOfKey }: Parts): Readonly<Partial<Record<BrandRole, readonly string[]>>> {
  const named: Partial<Record<BrandRole, readonly string[]>> = {};
  for (const [key, files] of Object.entries(given.fonts ?? {})) {
    const role = brandRoles.find((one) => one === key);
    const read = brandFonts.safeParse(files);
    if (role !== undefined && read.success) named[role] = read.data;
    else if (role !== undefined)
      for (const { message } of read.error?.issues ?? [])
        warn(['fonts', key], `\`fonts.${key}\`: ${message}; the theme's own is taken.`);
    else warnOfKey(['fonts', key], `\`${key}\` is nothing that a font is for.`, `Fonts are for ${listed(brandRoles)}.`);
  }
  return named;
}

async function logoOf(
  { given, warn }: Parts,
  { folder, value }: FoundBrand,
  { files }: Effects,
): Promise<BrandLogo | undefined> {
  const found: Record<string, string> = {};
  for (const [kind, name] of Object.entries(given.logo ?? {})) {
    const file = resolve(folder, name);
    const keys = typeof (value as { readonly logo?: unknown }).logo === 'string' ? ['logo'] : ['logo', kind];
    const isRight = /\.(svg|png|webp|jpe?g)$/i.test(name);
    if (!isRight)
      warn(
        keys,
        `"${name}" is no picture of a kind that a logo may be; it is left out.`,
        'Name an SVG, a PNG, a WebP or a JPEG.',
      );
    else if ((await files.kind(file)) !== 'file')
      warn(keys, `There is no file "${name}" beside the brand; it is left out.`, 'Correct the path.');
    else found[kind] = file;
  }
  const [lacking] = (['light', 'dark'] as const).filter((mode) => found[mode] === undefined);
  if ((found.light ?? found.dark) !== undefined && lacking !== undefined) {
    const message = `The logo has no picture for ${lacking} pages; the other one stands there.`;
    warn(['logo'], message, `Give it one: \`${lacking}:\`.`);
  }
  return Object.keys(found).length === 0 ? undefined : found;
}

function ratioText(ratio: number): string {
  return `${(Math.floor(ratio * 10) / 10).toFixed(1)} : 1`;
}

function listed(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}
