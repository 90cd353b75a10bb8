import { relative } from 'node:path';
import { type Brand, type BrandFont, type BrandPalette, shownColour } from '../../model/brand.js';
import type { ColourName } from '../../model/theme-colours.js';
import { faceDescriptors, themeFamilies } from '../../model/typeface.js';

/**
 * The style sheet of a brand, the first of a deck's: faces and tokens. The theme stands in a layer, so that each token has to be said for light
 * pages and for dark ones, those of the theme too where the brand has but one of both. On paper the ground stays white.
 */
export function brandSheet(
  brand: Pick<Brand, 'fonts' | 'logo'>,
  palette: BrandPalette,
  scale: number,
  folder: string,
): string {
  const families = new Map(Object.values(brand.fonts).map((family) => [family.name, family]));
  const faces = [...families.values()].flatMap(({ name, fonts }) =>
    fonts.map((font) => faceRule(name, font, scale, folder)),
  );
  const names = Object.keys(palette).filter((name) => Object.keys(palette[name as ColourName] ?? {}).length > 0);
  const colours = (mode: 'light' | 'dark'): readonly string[] =>
    names.map((name) => `--${name}: ${shownColour(palette, name as ColourName, mode)}`);
  const stacks = (['text', 'headings', 'code'] as const).flatMap((role) => {
    const family = brand.fonts[role];
    const { token, stack } = themeFamilies[role];
    return family === undefined ? [] : [`--${token}: ${quoted(family.name)}, ${stack}`];
  });
  return [
    ...faces,
    rule(':root', stacks),
    rule(':root, .reveal .slides section.has-light-background', colours('light')),
    rule(':root[data-theme="dark"], .reveal .slides section.has-dark-background', colours('dark')),
    names.includes('paper') ? rule(':root:has(> body.paper)', ['--paper: #fff']) : '',
  ]
    .filter((text) => text !== '')
    .join('\n');
}

/** A family's name as CSS has it. */
export function quoted(name: string): string {
  return `'${name}'`;
}

function faceRule(family: string, font: BrandFont, scale: number, folder: string): string {
  const address = relative(folder, font.file).split(/[\\/]/).map(encodeURIComponent).join('/');
  return rule('@font-face', [
    `font-family: ${quoted(family)}`,
    `src: url("${address}")`,
    ...faceDescriptors(font, scale),
    'font-display: block',
  ]);
}

function rule(selector: string, declarations: readonly string[]): string {
  return declarations.length === 0 ? '' : `${selector} { ${declarations.join('; ')} }`;
}
