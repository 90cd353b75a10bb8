import type { Diagnostic, TextFile } from '../model.js';
import type { Effects } from '../system/effects.js';
import { decodeText } from './sources/decode-text.js';
import { shownPath } from './text-file.js';
import { textLimit, tooLarge, unreadText, whyUnread } from './unread.js';

/**
 * Spreadsheets save data in the encodings of their country; what is no UTF-8 is read as one of these and said. `given`: the encoding that
 * the data's author names; a DeckError is thrown where the bytes are not in it.
 */
export async function readDataText(
  file: string,
  effects: Effects,
  given?: string,
): Promise<{ readonly text: TextFile; readonly diagnostics: readonly Diagnostic[] } | undefined> {
  const path = shownPath(file, effects);
  const bytes = await effects.files.read(file, textLimit);
  if (bytes === undefined) {
    const why =
      (await whyUnread(file, effects)) ?? tooLarge(effects.files.sizeNow(file) ?? 0, textLimit, 'a data file');
    if (why === undefined) return undefined;
    const text = { path, file, text: '', unread: why };
    return { text, diagnostics: unreadText(text) };
  }
  const { text, encoding } =
    given === undefined
      ? decoded(bytes)
      : { text: (await decodeText({ path, name: path, bytes, encoding: given })).text };
  const clean = text.replace(/\r\n?/g, '\n').replace(/[\uFDD0\uFDD1]/g, '\uFFFD');
  return { text: { path, file, text: clean }, diagnostics: encoding === undefined ? [] : [readAs(encoding, path)] };
}

function decoded(bytes: Uint8Array): { readonly text: string; readonly encoding?: string } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes) };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes) };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const encoding = isCyrillic(bytes) ? 'windows-1251' : 'windows-1252';
    return { text: new TextDecoder(encoding).decode(bytes), encoding };
  }
}

/** In Latin texts letters with accents stand alone; in Cyrillic ones whole words have the eighth bit. */
function isCyrillic(bytes: Uint8Array): boolean {
  let high = 0;
  let inWords = 0;
  bytes.forEach((byte, index) => {
    if (byte < 0xc0) return;
    high++;
    if ((bytes[index - 1] ?? 0) >= 0xc0) inWords++;
  });
  return inWords > high / 2;
}

function readAs(encoding: string, path: string): Diagnostic {
  return {
    rule: 'encoding',
    severity: 'warning',
    message: `The file is no UTF-8; it was read as ${encoding === 'windows-1251' ? 'Windows-1251' : 'Windows-1252'}.`,
    place: { path, line: 1 },
    cure: 'Check the names in the chart, or save it as UTF-8.',
  };
}
