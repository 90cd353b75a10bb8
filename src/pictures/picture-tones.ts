import type { SharpOptions } from 'sharp';
import { contrast, type Rgb } from '../css/contrast.js';

/** Pieces of a picture whose mean colours are looked at, a row and a column of 16 : 9: each about 20 px of the stage. */
const grid = { width: 64, height: 36 };
/** A drawing may hold more than it takes time to draw. */
const options: SharpOptions = { failOn: 'none', sequentialRead: true };
const seconds = 5;
/** Of 255: below it a piece lets its ground be seen. */
const opaque = 250;

/**
 * The darkest and the lightest of a picture's colours, as CSS writes them, parted by a space; with `#00000000` where it lets its ground be
 * seen. Mean colours of small pieces: letters are read across specks. Throws what sharp throws for a picture that it cannot read.
 */
export async function tonesOf(bytes: Uint8Array): Promise<string> {
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  const { data } = await sharp(bytes, options)
    .timeout({ seconds })
    .autoOrient()
    .resize({ ...grid, fit: 'fill' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const colours: Rgb[] = [];
  for (let at = 0; at < data.length; at += 4)
    if ((data[at + 3] ?? 0) >= opaque) colours.push([data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0]);
  const ordered = colours
    .map((colour) => ({ colour, light: contrast(colour, black) }))
    .sort((a, b) => a.light - b.light);
  const ends = [ordered[0], ordered.at(-1)].flatMap((end) => (end === undefined ? [] : [hex(end.colour)]));
  const isWhole = colours.length * 4 === data.length;
  return [...new Set([...ends, ...(isWhole ? [] : ['#00000000'])])].join(' ');
}

const black: Rgb = [0, 0, 0];

function hex(colour: Rgb): string {
  return `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
