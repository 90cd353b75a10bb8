import { applyExceptions } from '../check/exceptions.js';
import type { Diagnostic } from '../model.js';
import { shownPath } from '../read/text-file.js';
import type { Files } from '../system/effects.js';
import type { ComposedEdition } from './edition.js';
import type { Tools } from './tools.js';

/**
 * What a picture of pixels has at a place among its first bytes, a letter a byte
 * (https://mimesniff.spec.whatwg.org/#image-type-pattern-matching-algorithm; AVIF as ISO/IEC 14496-12 has it).
 */
const signs: readonly (readonly [at: number, sign: string])[] = [
  [0, '\x89PNG\r\n\x1a\n'],
  [0, '\xff\xd8\xff'],
  [0, 'GIF8'],
  [8, 'WEBP'],
  [4, 'ftyp'],
  [0, 'BM'],
  [0, '\0\0\x01\0'],
];

/**
 * Pictures of an edition whose files hold none, for outputs that no browser lays out: there the browser says it. What is damaged further on is not
 * seen here.
 */
export async function brokenPictures(
  { deck, rendered, files }: ComposedEdition,
  { effects }: Tools,
): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = [];
  const severity = deck.settings.usesOwnTheme ? 'error' : 'warning';
  for (const { file, linked, framed, place } of rendered.assets) {
    if (linked === true || framed === true || !(await isBroken(file, files))) continue;
    const message = `${shownPath(file, effects)} holds no picture that can be shown.`;
    const cure = 'It is empty, damaged or of another kind: save it again.';
    found.push({ rule: 'image-missing', severity, message, place, cure });
  }
  return applyExceptions(deck, found);
}

async function isBroken(file: string, files: Files): Promise<boolean> {
  if (/\.svg$/i.test(file)) return !/<(?:[\w-]+:)?svg[\s>]/.test(new TextDecoder().decode(await files.read(file)));
  if (!/\.(png|jpe?g|gif|webp|avif|bmp|ico)$/i.test(file)) return false;
  const pieces: Buffer[] = [];
  for await (const piece of files.stream(file, { start: 0, end: 15 })) pieces.push(Buffer.from(piece));
  const start = Buffer.concat(pieces).toString('latin1');
  return !signs.some(([at, sign]) => start.startsWith(sign, at));
}
