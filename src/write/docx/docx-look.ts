import { type Brand, type BrandRole, shownColour } from '../../model/brand.js';
import { type ColourName, themeColours } from '../../model/theme-colours.js';
import type { ShownPicture } from '../../model.js';

/** Typefaces and colours of a Word file: the brand's on white, else the theme's. Colours are `rrggbb`. */
export interface DocxLook {
  readonly fonts: Readonly<Record<BrandRole, string>>;
  /** A size of the theme's faces, in half points, as large as it is set in the face of a role. */
  readonly sized: (size: number, role?: BrandRole) => number;
  readonly ink: string;
  readonly muted: string;
}

const themeFonts = { text: 'Source Sans 3', headings: 'Source Serif 4', code: 'Source Code Pro' } as const;

export function docxLook(brand: Brand | undefined): DocxLook {
  const own = brand?.fonts ?? {};
  const scale = brand?.typeface?.scale ?? 1;
  const colour = (name: ColourName): string =>
    (brand === undefined ? themeColours[name].light : shownColour(brand.colours, name, 'light')).slice(1).toUpperCase();
  return {
    fonts: {
      text: own.text?.name ?? themeFonts.text,
      headings: own.headings?.name ?? themeFonts.headings,
      code: own.code?.name ?? themeFonts.code,
    },
    sized: (size, role = 'text') => (own[role] === undefined ? size : Math.round(size * scale)),
    ink: colour('ink'),
    muted: colour('muted'),
  };
}

/** The logo as papers have it: in its colours, else its shape in the colour of words; undefined where the deck has none. */
export function logoPicture(brand: Brand | undefined): ShownPicture | undefined {
  const { light, dark, mono } = brand?.logo ?? {};
  if (light !== undefined) return { file: light };
  if (mono !== undefined) return { file: mono, ink: `#${docxLook(brand).ink}` };
  return dark === undefined ? undefined : { file: dark };
}
