import { relative } from 'node:path';
import type { TextFile } from '../model.js';
import type { Effects } from '../system/effects.js';
import { textLimit, textLimitWithData, tooLarge, whyUnread } from './unread.js';

/**
 * Reads a text of the author: UTF-8 without its byte order mark, line ends \n, so that line numbers and outputs are the same
 * for a file saved on Windows. The two noncharacters that rendering marks places with are read as U+FFFD. Undefined when there is no such file;
 * `unread` says why one that is there was not read.
 */
export async function readTextFile(file: string, effects: Effects): Promise<TextFile | undefined> {
  const bytes = await effects.files.read(file, textLimitWithData);
  const path = shownPath(file, effects);
  if (bytes === undefined) {
    const unread =
      (await whyUnread(file, effects)) ?? tooLarge(effects.files.sizeNow(file) ?? 0, textLimitWithData, 'a text');
    return unread === undefined ? undefined : { path, file, text: '', unread };
  }
  const text = new TextDecoder()
    .decode(bytes)
    .replace(/\r\n?/g, '\n')
    .replace(/[\uFDD0\uFDD1]/g, '\uFFFD');
  const unread = text.length > textLimit ? tooLarge(lengthWithoutData(text), textLimit, 'a text') : undefined;
  return unread === undefined ? { path, file, text } : { path, file, text: '', unread };
}

/** Pictures that stand in a text as data are one word of it, however long. */
function lengthWithoutData(text: string): number {
  return text.replace(/data:[\w/+.-]+;base64,[A-Za-z\d+/=]*/g, '').length;
}

/** How messages name a file: relative to where the command runs, with forward slashes. */
export function shownPath(file: string, effects: Pick<Effects, 'cwd'>): string {
  return relative(effects.cwd, file).replaceAll('\\', '/') || '.';
}
