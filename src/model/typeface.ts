import type { BrandFamily, BrandFont, DrawnFace } from './brand.js';

/** The token that names the faces of a role, and the theme's own, which stand behind those of a brand (`client/theme/tokens.css`). */
export const themeFamilies = {
  text: { token: 'sans', stack: '"Source Sans 3", "Helvetica Neue", Arial, sans-serif' },
  headings: { token: 'serif', stack: '"Source Serif 4", Georgia, serif' },
  code: { token: 'mono', stack: '"Source Code Pro", Menlo, Consolas, monospace' },
} as const;

/** The weight and slant of each face of drawings, and which of a brand's families it is of. */
export const drawnFaces: Readonly<
  Record<DrawnFace, { readonly role: 'text' | 'headings'; readonly weight: number; readonly isItalic: boolean }>
> = {
  label: { role: 'text', weight: 400, isItalic: false },
  strong: { role: 'text', weight: 600, isItalic: false },
  remark: { role: 'text', weight: 400, isItalic: true },
  name: { role: 'headings', weight: 600, isItalic: false },
  'plain-name': { role: 'headings', weight: 400, isItalic: false },
};

/**
 * The font of a family that a browser takes (CSS Fonts 4, 5.2): of the slant that is asked for where there is one, then of the nearest
 * weight: below 400 first the lighter ones, above 500 first the heavier, between them those up to 500, then the lighter ones.
 */
export function chosenFont({ fonts }: BrandFamily, weight: number, isItalic: boolean): BrandFont | undefined {
  const slanted = fonts.filter((font) => font.isItalic === isItalic);
  const among = slanted.length > 0 ? slanted : fonts;
  const rank = ({ weight: [least, most] }: BrandFont): number => {
    if (weight >= least && weight <= most) return 0;
    const isHeavier = least > weight;
    const isFirst = isHeavier ? weight > 500 || (weight >= 400 && least <= 500) : weight < 400;
    const isLast = isHeavier && weight >= 400 && weight <= 500;
    return Math.abs((isHeavier ? least : most) - weight) + (isFirst ? 0 : isLast && least > 500 ? 2000 : 1000);
  };
  return [...among].sort((one, other) => rank(one) - rank(other))[0];
}

/** How much of the face is declared: a variable font has a range of weights. */
export function faceDescriptors({ weight: [least, most], isItalic }: BrandFont, scale: number): readonly string[] {
  return [
    `font-weight: ${least === most ? least : `${least} ${most}`}`,
    `font-style: ${isItalic ? 'italic' : 'normal'}`,
    ...(scale === 1 ? [] : [`size-adjust: ${Math.round(scale * 1000) / 10}%`]),
  ];
}
