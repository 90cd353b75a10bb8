import { crc32 } from 'node:zlib';
import { orientationInExif } from './exif.js';

/**
 * A picture as its readers get it: without what cameras, editors and authors say in it (EXIF, XMP, IPTC, comments, what follows its end). Its
 * pixels, colours, movement and the way it is turned stay as they are. Undefined where nothing has to go, for files of other kinds, and for
 * one that is damaged: it is shown as it is.
 */
export function plainPicture(bytes: Uint8Array): Uint8Array | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept = readers.find(([head]) => head.test(file.toString('hex', 0, 12)))?.[1](file);
  if (kept === undefined) return undefined;
  const plain = Buffer.concat(kept);
  return plain.length === file.length ? undefined : plain;
}

/** The parts of a file that are kept, in order; undefined where it is damaged. */
type ReadParts = (file: Buffer) => Buffer[] | undefined;

const readers: readonly (readonly [head: RegExp, read: ReadParts])[] = [
  [/^ffd8ff/, jpegParts],
  [/^89504e470d0a1a0a/, pngParts],
  [/^474946383[79]61/, gifParts],
  [/^52494646.{8}57454250/, webpParts],
];

/** Markers of a JPEG that tables, frames and scans begin with, and what its colours need: JFIF, a profile, Adobe's (ITU T.81, B.1.1.3). */
function jpegParts(file: Buffer): Buffer[] | undefined {
  const kept = [file.subarray(0, 2)];
  for (let at = 2; at + 2 <= file.length; ) {
    const marker = file[at + 1] ?? 0;
    if (file[at] !== 0xff) return undefined;
    if (marker === 0xd9) return [...kept, file.subarray(at, at + 2)];
    if (at + 4 > file.length) return undefined;
    const end = marker === 0xff ? at + 1 : at + 2 + file.readUInt16BE(at + 2);
    const segment = file.subarray(at, end);
    const head = segment.toString('latin1', 4, 16);
    if (marker === 0xe1 && head.startsWith('Exif\0\0'))
      kept.push(...turnedJpeg(orientationInExif(segment.subarray(4))));
    else if (!isSaid(marker, head)) kept.push(segment);
    at = marker === 0xda ? endOfScan(file, end) : end;
    if (marker === 0xda) kept.push(file.subarray(end, at));
  }
  return undefined;
}

function isSaid(marker: number, head: string): boolean {
  if (marker === 0xfe) return true;
  if (marker < 0xe0 || marker > 0xef) return false;
  return !(head.startsWith('JFIF\0') || head.startsWith('ICC_PROFILE\0') || head.startsWith('Adobe'));
}

/** Where the next marker stands: `FF 00` is a byte of the picture, `FF D0` to `FF D7` stand within it. */
function endOfScan(file: Buffer, start: number): number {
  for (let at = file.indexOf(0xff, start); at !== -1 && at + 1 < file.length; at = file.indexOf(0xff, at + 1)) {
    const next = file[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return file.length;
}

function turnedJpeg(orientation: number): readonly Buffer[] {
  if (orientation === 1) return [];
  const said = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exifOf(orientation)]);
  return [Buffer.from([0xff, 0xe1, 0, said.length + 2]), said];
}

/** EXIF data that say nothing but how the picture is turned. */
function exifOf(orientation: number): Buffer {
  return Buffer.from([77, 77, 0, 42, 0, 0, 0, 8, 0, 1, 1, 18, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]);
}

/**
 * Chunks beside those that no reader may skip: transparency, colours, size and movement (PNG 3, 11.3). Others hold words, or all that an editor
 * needs to go on, such as layers that are switched off.
 */
const shownInPng: ReadonlySet<string> = new Set(
  'tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT acTL fcTL fdAT'.split(' '),
);

function pngParts(file: Buffer): Buffer[] | undefined {
  const kept = [file.subarray(0, 8)];
  for (let at = 8; at + 12 <= file.length; ) {
    const end = at + 12 + file.readUInt32BE(at);
    const name = file.toString('latin1', at + 4, at + 8);
    const turned = name === 'eXIf' ? orientationInExif(file.subarray(at + 8, end - 4)) : 1;
    if (turned !== 1) kept.push(turnedPng(turned));
    else if (/^[A-Z]/.test(name) || shownInPng.has(name)) kept.push(file.subarray(at, end));
    if (name === 'IEND') return end > file.length ? undefined : kept;
    at = end;
  }
  return undefined;
}

function turnedPng(orientation: number): Buffer {
  const chunk = Buffer.concat([Buffer.alloc(4), Buffer.from('eXIf'), exifOf(orientation), Buffer.alloc(4)]);
  chunk.writeUInt32BE(chunk.length - 12, 0);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, -4)), chunk.length - 4);
  return chunk;
}

/** Blocks of a GIF; of those of programs only the one that lets it move again and again is kept (GIF89a, 24 to 26). */
function gifParts(file: Buffer): Buffer[] | undefined {
  const start = 13 + tableSize(file[10] ?? 0);
  const kept = [file.subarray(0, start)];
  for (let at = start; at < file.length; ) {
    const kind = file[at];
    if (kind === 0x3b) return [...kept, file.subarray(at, at + 1)];
    if (kind !== 0x21 && kind !== 0x2c) return undefined;
    const data = kind === 0x21 ? at + 2 : at + 11 + tableSize(file[at + 9] ?? 0);
    const end = endOfBlocks(file, data);
    const label = kind === 0x21 ? file[at + 1] : undefined;
    const isLoop = ['NETSCAPE2.0', 'ANIMEXTS1.0'].includes(file.toString('latin1', at + 3, at + 14));
    if (label !== 0xfe && (label !== 0xff || isLoop)) kept.push(file.subarray(at, end));
    at = end;
  }
  return undefined;
}

/** Bytes of a table of colours, by the bits that say whether there is one. */
function tableSize(flags: number): number {
  return flags < 0x80 ? 0 : 3 * 2 ** ((flags & 7) + 1);
}

function endOfBlocks(file: Buffer, start: number): number {
  let at = start;
  while (at < file.length && file[at] !== 0) at += 1 + (file[at] ?? 0);
  return at + 1;
}

/** Chunks of a WebP that show something (RFC 9649, 2.7). */
const shownInWebp: ReadonlySet<string> = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);

function webpParts(file: Buffer): Buffer[] | undefined {
  const kept: Buffer[] = [];
  let turned = 1;
  const size = 8 + file.readUInt32LE(4);
  for (let at = 12; at + 8 <= size; ) {
    const name = file.toString('latin1', at, at + 4);
    const length = file.readUInt32LE(at + 4);
    const end = at + 8 + length + (length % 2);
    if (end > file.length) return undefined;
    if (name === 'EXIF') turned = orientationInExif(file.subarray(at + 8, at + 8 + length));
    if (shownInWebp.has(name)) kept.push(Buffer.from(file.subarray(at, end)));
    at = end;
  }
  const head = kept[0];
  if (head === undefined) return undefined;
  const isExtended = head.toString('latin1', 0, 4) === 'VP8X';
  // Its flags for EXIF (8) and XMP (4).
  if (isExtended) head[8] = ((head[8] ?? 0) & ~12) | (turned === 1 ? 0 : 8);
  if (isExtended && turned !== 1) kept.push(chunkOf('EXIF', exifOf(turned)));
  const whole = Buffer.concat(kept);
  return [chunkOf('RIFF', Buffer.concat([Buffer.from('WEBP'), whole]))];
}

function chunkOf(name: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(name, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data]);
}
