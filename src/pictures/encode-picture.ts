import type { Metadata, Sharp, SharpOptions } from 'sharp';
import type { Room } from '../model.js';
import { placeInExif } from './exif.js';

/** The bytes of one copy, and how its name ends. */
export interface Copy {
  readonly ending: 'webp' | 'jpg' | 'png';
  readonly bytes: Uint8Array;
}

type Copies = Readonly<Record<'screen' | 'print', Copy>>;

/** What is made of a picture. */
export interface EncodedPicture {
  /** For screens and for paper; absent where the picture itself is as good. */
  readonly copies?: Copies;
  /** It says where it was taken. */
  readonly hasPlace: boolean;
}

/** The pictures that are read here; a GIF may move, a BMP is not read by the library. */
export const encodedPictures = /\.(jpe?g|jfif|png|webp|avif|tiff?)$/i;

/** Px of a copy for one px of the stage: a projector and a printer show about twice as many. */
const density = 2;
/** A picture that fits and has no more bytes is good as it is. */
const small = 400 * 1024;

const options: SharpOptions = { failOn: 'truncated', sequentialRead: true };

/**
 * A picture at twice its room, turned as its EXIF data say, in sRGB and without what else the file says of itself. WebP for screens: a
 * third smaller than JPEG, and AVIF would take ten times as long. JPEG for paper, since Chromium puts it into a PDF as it is, and writes
 * any other picture out as pixels. What is transparent, or has few colours, stays free of loss. Throws what sharp throws for a picture
 * that is damaged.
 */
export async function encodePicture(bytes: Uint8Array, room: Room): Promise<EncodedPicture> {
  const { default: sharp } = await import('sharp');
  // Else it keeps what it decoded last, a hundred megabytes of a large picture.
  sharp.cache(false);
  const found = await sharp(bytes, options).metadata();
  const hasPlace = saysPlace(found);
  if ((found.pages ?? 1) > 1 || (bytes.length <= small && !hasPlace && isFit(found, room))) return { hasPlace };
  const { data, info } = await sharp(bytes, options)
    .autoOrient()
    .resize({ ...sizeOf(room), withoutEnlargement: true })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const pixels = (): Sharp => sharp(data, { raw: { width, height, channels } });
  const isLossless = found.format === 'png';
  const isOpaque = found.hasAlpha !== true || (await pixels().stats()).isOpaque;
  const copies = isOpaque ? await encodeOpaque(pixels, isLossless) : await encodeTransparent(pixels);
  return { copies, hasPlace };
}

function saysPlace({ exif, xmp }: Metadata): boolean {
  return (exif !== undefined && placeInExif(exif)) || (xmp?.includes('GPSLatitude') ?? false);
}

function isFit({ width, height, format, orientation = 1, space }: Metadata, room: Room): boolean {
  const fits = width <= density * room.width && height <= density * room.height;
  return fits && orientation === 1 && space !== 'cmyk' && ['jpeg', 'png', 'webp'].includes(format);
}

function sizeOf({ width, height, isFilled }: Room): { width: number; height: number; fit: 'outside' | 'inside' } {
  return { width: density * width, height: density * height, fit: isFilled === true ? 'outside' : 'inside' };
}

/** A drawing or a screenshot is smaller without loss, or hardly larger, and has no blurred edges then. */
async function encodeOpaque(pixels: () => Sharp, isLossless: boolean): Promise<Copies> {
  const photo = pixels().removeAlpha().jpeg({ quality: 85 }).toBuffer();
  const exact = isLossless ? await pixels().removeAlpha().png().toBuffer() : undefined;
  const print = await photo;
  if (exact !== undefined && exact.length < 1.5 * print.length) return encodeExact(pixels, exact);
  const screen = await pixels().removeAlpha().webp({ quality: 82, effort: 3 }).toBuffer();
  return { screen: { ending: 'webp', bytes: screen }, print: { ending: 'jpg', bytes: print } };
}

async function encodeExact(pixels: () => Sharp, png: Uint8Array): Promise<Copies> {
  const webp = await pixels().webp({ lossless: true, effort: 2 }).toBuffer();
  const print = { ending: 'png', bytes: png } as const;
  return { screen: webp.length < png.length ? { ending: 'webp', bytes: webp } : print, print };
}

async function encodeTransparent(pixels: () => Sharp): Promise<Copies> {
  const [webp, png] = await Promise.all([
    pixels().webp({ quality: 88, effort: 3 }).toBuffer(),
    pixels().png().toBuffer(),
  ]);
  const print = { ending: 'png', bytes: png } as const;
  return { screen: webp.length < png.length ? { ending: 'webp', bytes: webp } : print, print };
}
