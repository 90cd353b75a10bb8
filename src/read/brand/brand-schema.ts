import { z } from 'zod';
import { themeColours } from '../../model/theme-colours.js';

function wants(what: string): { readonly error: (issue: { readonly input?: unknown }) => string } {
  return { error: ({ input }) => `expected ${what}, found ${JSON.stringify(input)}` };
}

/** A mapping of these keys, any of which may be left out. */
function only<Shape extends z.ZodRawShape>(shape: Shape): z.ZodObject<Shape, z.core.$strict> {
  const names = Object.keys(shape).map((name) => `\`${name}\``);
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `expected ${names.join(', ')}, found ${issue.keys.map((key) => `\`${key}\``).join(', ')}`
        : `expected a mapping of ${names.join(', ')}`,
  });
}

const files = z
  .union([z.string(), z.array(z.string()).min(1)], wants('the path of a font, or a list of paths'))
  .transform((value) => [value].flat());
const hex = z
  .string(wants('a colour such as "#0a5c7a", in quotation marks'))
  .regex(/^#(?:[\da-f]{3}|[\da-f]{6})$/i, wants('a colour such as "#0a5c7a", in quotation marks'))
  .transform((value) => (value.length === 4 ? value.replace(/[^#]/g, '$&$&') : value).toLowerCase());

/** A colour for light pages, and its twin for dark ones; a single value is one that has no twin. */
const colour = z.union(
  [hex.transform((light) => ({ light })), only({ light: hex.optional(), dark: hex.optional() })],
  wants('a colour for light pages and one for dark pages: { light: "#0a5c7a", dark: "#7fd0ee" }'),
);

const file = z.string(wants('the path of a file'));
const logo = z.union(
  [
    file.transform((light) => ({ light })),
    only({ light: file.optional(), dark: file.optional(), mono: file.optional() }),
  ],
  wants('the path of a picture, or { light, dark, mono } with a path each'),
);

/** What `brand.yaml` may say, part by part: a part that is wrong leaves the others as they are. `docs/brand.md` shows each. */
export const brandParts = {
  name: z.string(wants('the name of the institute')),
  fonts: z.record(z.string(), z.unknown(), wants('fonts for `text`, `headings` or `code`')),
  scale: z
    .number(wants('a number from 0.8 to 1.25'))
    .min(0.8, wants('a number from 0.8 to 1.25'))
    .max(1.25, wants('a number from 0.8 to 1.25')),
  colours: z.record(z.string(), z.unknown(), wants('colours by their names')),
  logo,
} as const;

/** What stands under one key of `fonts`. */
export const brandFonts = files;

/** One of `colours`. */
export const brandColour = colour;

/** The colours of the theme that an institute may set. */
export const brandColourNames = Object.keys(themeColours);

export const brandKeys = Object.keys(brandParts) as readonly (keyof typeof brandParts)[];
