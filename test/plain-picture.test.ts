import { crc32, deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, test } from 'vitest';
import { plainPicture } from '../src/pictures/plain-picture.js';

const word = 'quokkapilot';

function picture(): Sharp {
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const;
  return sharp({ create: { width: 64, height: 48, channels: 3, background: '#777', noise } });
}

function pngChunk(name: string, data: string | Buffer): Buffer {
  const chunk = Buffer.concat([Buffer.alloc(4), Buffer.from(name), Buffer.from(data), Buffer.alloc(4)]);
  chunk.writeUInt32BE(chunk.length - 12, 0);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, -4)), chunk.length - 4);
  return chunk;
}

function segment(marker: number, data: string): Buffer {
  return Buffer.from(`\xff${String.fromCharCode(marker)}\0${String.fromCharCode(data.length + 2)}${data}`, 'latin1');
}

const exif = {
  IFD0: { ImageDescription: word, Artist: word },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '53/1 54/1 0/1' },
};
const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><d>${word}</d></x:xmpmeta>`;

const made: Readonly<Record<string, () => Promise<Buffer>>> = {
  'a JPEG': async () => {
    const plain = await picture().jpeg().withExif(exif).withXmp(xmp).withIccProfile('p3').toBuffer();
    const said = [segment(0xfe, word), segment(0xed, `Photoshop 3.0\0${word}`), segment(0xe2, `MPF\0${word}`)];
    return Buffer.concat([plain.subarray(0, 2), ...said, plain.subarray(2), Buffer.from(word)]);
  },
  'a JPEG in passes': () => picture().jpeg({ progressive: true }).withExif(exif).toBuffer(),
  'a JPEG that is turned': () =>
    picture().jpeg().withExif(exif).withMetadata({ orientation: 6 }).withXmp(xmp).toBuffer(),
  'a PNG': async () => {
    const plain = await picture().png().withExif(exif).withXmp(xmp).withIccProfile('p3').toBuffer();
    const said = [
      pngChunk('tEXt', `Comment\0${word}`),
      pngChunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(word)])),
      pngChunk('iTXt', `Comment\0\0\0\0\0${word}`),
      pngChunk('mkBF', word),
    ];
    return Buffer.concat([plain.subarray(0, 33), ...said, plain.subarray(33), Buffer.from(word)]);
  },
  'a GIF': async () => {
    const plain = await picture().gif().toBuffer();
    const said = Buffer.from(`\x21\xfe\x0b${word}\0\x21\xff\x0bXMP DataXMP\x0b${word}\0`, 'latin1');
    const first = plain.indexOf(Buffer.from([0x21, 0xf9]));
    return Buffer.concat([plain.subarray(0, first), said, plain.subarray(first), Buffer.from(word)]);
  },
  'a WebP': () => picture().webp().withExif(exif).withXmp(xmp).withIccProfile('p3').toBuffer(),
  'a WebP that is turned': () =>
    picture().webp().withExif(exif).withMetadata({ orientation: 6 }).withXmp(xmp).toBuffer(),
  'a WebP without loss': () => picture().webp({ lossless: true }).withXmp(xmp).toBuffer(),
};

describe('what a picture says', () => {
  test.each(Object.entries(made))('goes from %s, and what it shows stays', async (_, make) => {
    const bytes = await make();
    expect(bytes.includes(word)).toBe(true);
    const plain = plainPicture(bytes);
    if (plain === undefined) throw new Error('nothing was taken out');
    expect(Buffer.from(plain).includes(word)).toBe(false);
    expect(plainPicture(plain)).toBeUndefined();
    const [before, after] = await Promise.all([bytes, plain].map((one) => sharp(one).metadata()));
    const shown = ({ format, width, height, orientation = 1, icc, hasAlpha, pages }: NonNullable<typeof before>) => ({
      format,
      width,
      height,
      orientation,
      icc: icc?.length,
      hasAlpha,
      pages,
    });
    if (before === undefined || after === undefined) throw new Error('no picture');
    expect(shown(after)).toEqual(shown(before));
    const [old, now] = await Promise.all([bytes, plain].map((one) => sharp(one).autoOrient().raw().toBuffer()));
    expect(old?.equals(now ?? Buffer.alloc(0))).toBe(true);
  });

  test('goes from one that moves, which goes on moving', async () => {
    const frames = Buffer.alloc(40 * 60 * 3, 90).fill(200, 40 * 30 * 3);
    const moving = sharp(frames, { raw: { width: 40, height: 60, channels: 3, pageHeight: 30 } });
    const gif = await moving
      .clone()
      .gif({ loop: 0, delay: [100, 200] })
      .toBuffer();
    const webp = await moving
      .clone()
      .webp({ loop: 0, delay: [100, 200] })
      .withXmp(xmp)
      .toBuffer();
    const said = Buffer.concat([gif.subarray(0, -1), Buffer.from(`\x21\xfe\x0b${word}\0;`, 'latin1')]);
    for (const bytes of [said, webp]) {
      const plain = plainPicture(bytes);
      expect(Buffer.from(plain ?? word).includes(word)).toBe(false);
      const { pages, delay, loop } = await sharp(plain, { animated: true }).metadata();
      expect({ pages, delay, loop }).toEqual({ pages: 2, delay: [100, 200], loop: 0 });
    }
  });

  test('leaves a plain picture, other files and damaged ones as they are', async () => {
    const plain = await Promise.all(
      [picture().jpeg(), picture().png(), picture().gif(), picture().webp()].map((one) => one.toBuffer()),
    );
    const full = await Promise.all(Object.values(made).map((make) => make()));
    const cut = full.flatMap((bytes) =>
      [0.1, 0.4, 0.8].map((share) => bytes.subarray(0, Math.floor(bytes.length * share))),
    );
    const zeros = plain.map((bytes) => Buffer.concat([bytes.subarray(0, 12), Buffer.alloc(5000)]));
    for (const bytes of [...plain, ...cut, ...zeros, Buffer.alloc(0), Buffer.from('GIF89a'), Buffer.from(word)])
      expect(plainPicture(bytes)).toBeUndefined();
  });
});
