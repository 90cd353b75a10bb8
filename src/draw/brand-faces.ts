import type { Typeface } from '../model/brand.js';
import { faceDescriptors } from '../model/typeface.js';
import type { Files } from '../system/effects.js';

/** The faces of a brand for the page in which diagrams are drawn. */
export interface BrandFaces {
  /** `@font-face` rules with the fonts inside: text is measured with the letters it is shown in. */
  readonly rules: string;
  /** A text that names the theme's faces, with the brand's before them. */
  readonly named: (text: string) => string;
  /** A drawing whose root names the theme's face, with the brand's before it. */
  readonly inRoot: (svg: string) => string;
}

/** A font that cannot be read any more has no rule; the theme's own face stands behind it. */
export function brandFaces(
  { sans, serif, files, scale }: Typeface,
  readNow: Files['readNow'] = () => undefined,
): BrandFaces {
  const rules = files.flatMap(({ family, font }) => {
    const bytes = readNow(font.file);
    if (bytes === undefined) return [];
    const source = `url(data:font/any;base64,${Buffer.from(bytes).toString('base64')})`;
    return [`@font-face { font-family: '${family}'; src: ${source}; ${faceDescriptors(font, scale).join('; ')} }`];
  });
  const put = (text: string, own: string, first: string | undefined): string =>
    first === undefined ? text : text.replaceAll(own, `${first}, ${own}`);
  const root = `font-family="'Source Sans 3', sans-serif"`;
  return {
    rules: rules.join('\n'),
    named: (text) => put(put(text, "'Source Sans 3'", sans), "'Source Serif 4'", serif),
    inRoot: (svg) => (sans === undefined ? svg : svg.replace(root, root.replace('"', `"${sans}, `))),
  };
}
