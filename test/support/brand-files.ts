import { copyFileSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './command.js';
import { fixtureFolder } from './twins.js';

/** Faces under a free licence (SIL OFL) that a package brings, so that no font lies in the repository. */
const liberation = (style: string): string =>
  join(root, `node_modules/pdfjs-dist/standard_fonts/LiberationSans-${style}.ttf`);

/** The files that the brands of the fixtures name, into a folder: fonts, things that are none, a logo. */
export function writeBrandFiles(folder: string): void {
  cpSync(fixtureFolder('brand'), folder, { recursive: true });
  for (const style of ['Regular', 'Bold', 'Italic']) copyFont(style, join(folder, `files/${style}.ttf`));
  copyFileSync(
    join(root, 'node_modules/@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff'),
    join(folder, 'files/old.woff'),
  );
  writeFileSync(join(folder, 'files/text.woff2'), 'Not a font.');
}

/** One of `Regular`, `Bold`, `Italic` under a name. */
export function copyFont(style: string, file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  copyFileSync(liberation(style), file);
}

/** A project with a brand above its deck `slides/ports`: every kind of drawing, a question, prose. */
export function writeBrandDeck(folder: string): void {
  cpSync(fixtureFolder('brand-deck'), folder, { recursive: true });
  for (const style of ['Regular', 'Bold', 'Italic']) copyFont(style, join(folder, `brand/fonts/${style}.ttf`));
}
