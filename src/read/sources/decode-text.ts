import { DeckError } from '../../error.js';
import type { SourceFile } from './source-block.js';

/** A text and what it was written in. */
export interface DecodedText {
  /** Without a byte order mark, line ends \n. */
  readonly text: string;
  /** As the Encoding Standard names it. */
  readonly encoding: string;
  /** Nothing in the file says so: it was told from the letters. */
  readonly isGuess: boolean;
}

/**
 * Decodes a text of any encoding that the Encoding Standard knows: by its byte order mark, by `charset` where the file names one, as UTF-8
 * where it is that, else as a detector tells from the letters. Throws a DeckError where the bytes are no text.
 * What the file's author says goes before all of these, but for a byte order mark, which no other encoding begins with.
 */
export async function decodeText({ bytes, path, encoding: given }: SourceFile, charset?: string): Promise<DecodedText> {
  const marked = byteOrderMarks.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))?.[0];
  if (given !== undefined) return { text: asGiven(bytes, given, marked, path), encoding: given, isGuess: false };
  if (marked !== undefined) return { text: decoded(bytes, marked, path), encoding: marked, isGuess: false };
  const utf8 = tryDecode(bytes, 'utf-8');
  // What is valid UTF-8 beyond ASCII is that, whatever it says of itself.
  if (utf8 !== undefined && !utf8.includes('\u0000') && !/^iso-2022|^utf-16/i.test(charset ?? '')) {
    return { text: tidy(utf8), encoding: 'utf-8', isGuess: false };
  }
  const named = charset === undefined ? undefined : tryDecode(bytes, charset);
  if (charset !== undefined && named !== undefined && isText(named)) {
    return { text: tidy(named), encoding: charset.toLowerCase(), isGuess: false };
  }
  const { detect } = await import('jschardet');
  const found = detect(Buffer.from(bytes.subarray(0, 200_000))).encoding?.toLowerCase() ?? '';
  const encoding = otherNames[found] ?? found;
  const text = encoding === '' ? undefined : tryDecode(bytes, encoding);
  if (text === undefined || !isText(text)) throw noText(path);
  return { text: tidy(text), encoding, isGuess: true };
}

/** What whoever adds a text should look at where its encoding was told from its letters. */
export function guessed(encoding: string): string {
  return `The encoding is not named; it was read as ${encoding}. Where letters are wrong, name it with --encoding.`;
}

/** What to look at where a named encoding is unlikely: bytes that make UTF-8 seldom mean letters in another. Undefined where it is likely. */
export function doubted(bytes: Uint8Array, encoding: string | undefined): string | undefined {
  const isLikely = encoding === undefined || encoding === 'utf-8' || bytes.every((byte) => byte < 0x80);
  if (isLikely || tryDecode(bytes, 'utf-8') === undefined) return undefined;
  return `The file is UTF-8 by its bytes, and was read as ${encoding}. Where letters are wrong, leave --encoding out.`;
}

const byteOrderMarks: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** What the detector calls otherwise than the Encoding Standard. The Ukrainian code page 1125 has the letters of 866. */
const otherNames: Readonly<Record<string, string>> = {
  'utf-16-le': 'utf-16le',
  'utf-16-be': 'utf-16be',
  cp1125: 'ibm866',
  cp866: 'ibm866',
  maccyrillic: 'x-mac-cyrillic',
  ascii: 'utf-8',
};

function decoded(bytes: Uint8Array, encoding: string, path: string): string {
  const text = tryDecode(bytes, encoding);
  if (text === undefined || !isText(text)) throw noText(path);
  return tidy(text);
}

function asGiven(bytes: Uint8Array, given: string, marked: string | undefined, path: string): string {
  if (marked !== undefined && marked !== given) {
    throw new DeckError(
      'read-failed',
      `${path} begins with the mark of ${marked}, not of ${given}. Leave --encoding out.`,
    );
  }
  const text = tryDecode(bytes, given);
  if (text !== undefined && isText(text)) return tidy(text);
  throw new DeckError(
    'read-failed',
    `${path} is no text in ${given}: it has bytes that mean no letter there. Name another encoding, or leave --encoding out.`,
  );
}

function tryDecode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true });
    const text = decoder.decode(bytes);
    return decoder.encoding === 'windows-1252' ? text.replace(/[\u0080-\u009F]/g, windows1252) : text;
  } catch (error) {
    // Bytes that the encoding does not have, or an encoding that nobody knows.
    if (error instanceof TypeError || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Node decodes this encoding as Latin-1, without its quotation marks and dashes (https://encoding.spec.whatwg.org/#windows-1252). */
function windows1252(control: string): string {
  return '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'[control.charCodeAt(0) - 0x80] ?? control;
}

/** Control characters that no text has are few in a text, if any. */
function isText(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  return (text.match(/[\u0000-\u0008\u000E-\u001A\u007F]/g)?.length ?? 0) <= text.length / 1000;
}

function tidy(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replaceAll('\u0000', '')
    .replace(/[\uFDD0\uFDD1]/g, '');
}

function noText(path: string): DeckError {
  return new DeckError(
    'read-failed',
    `${path} is no text in an encoding that is known. Save it as UTF-8, or name the file it was made from.`,
  );
}
