import { relative } from 'node:path';
import { type Brand, type BrandFont, type BrandLogo, type BrandPalette, shownColour } from '../../model/brand.js';
import type { ColourName } from '../../model/theme-colours.js';
import { faceDescriptors, themeFamilies } from '../../model/typeface.js';
import { logoStyle } from './logo-style.js';

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
    ...logoRules(brand.logo, folder),
    names.includes('paper') ? rule(':root:has(> body.paper)', ['--paper: #fff']) : '',
  ]
    .filter((text) => text !== '')
    .join('\n');
}

/** A family's name as CSS has it. */
function quoted(name: string): string {
  return `'${name}'`;
}

/** Pictures of the logo; where there is but one of light and dark it stands on both. */
function logoRules(logo: BrandLogo | undefined, folder: string): readonly string[] {
  const picture = (file: string): string => `url("${addressOf(file, folder)}")`;
  if (logo === undefined) return [];
  const [light, dark] = [logo.light ?? logo.dark, logo.dark ?? logo.light];
  return [
    logoStyle,
    light === undefined ? '' : rule('.brand-logo', [`background-image: ${picture(light)}`]),
    dark === undefined || dark === light
      ? ''
      : rule(':root[data-theme="dark"] .brand-logo, .reveal .slides section.has-dark-background .brand-logo', [
          `background-image: ${picture(dark)}`,
        ]) +
        rule('.reveal .slides section.has-light-background .brand-logo', [
          `background-image: ${picture(light ?? dark)}`,
        ]),
    logo.mono === undefined ? '' : rule('.brand-mark', [`mask-image: ${picture(logo.mono)}`]),
  ];
}

function addressOf(file: string, folder: string): string {
  return relative(folder, file).split(/[\\/]/).map(encodeURIComponent).join('/');
}

function faceRule(family: string, font: BrandFont, scale: number, folder: string): string {
  return rule('@font-face', [
    `font-family: ${quoted(family)}`,
    `src: url("${addressOf(font.file, folder)}")`,
    ...faceDescriptors(font, scale),
    'font-display: block',
  ]);
}

function rule(selector: string, declarations: readonly string[]): string {
  return declarations.length === 0 ? '' : `${selector} { ${declarations.join('; ')} }`;
}
