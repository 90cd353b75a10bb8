import { DeckError } from '../error.js';
import type { Diagnostic, Place } from '../model/diagnostic.js';
import type { TextFile } from '../model.js';
import { type Effects, wholeLimit } from '../system/effects.js';

/** Of one text: no deck in the world has as many words, and one that has takes a gigabyte of memory. Bytes. */
export const textLimit = 4 * 2 ** 20;
/** With the pictures that stand in it as data. */
export const textLimitWithData = 16 * 2 ** 20;
/** What is copied and not read: a film, a sound, an archive that is linked. */
const copyLimit = 2 ** 31;

/**
 * Why a file that is there is not read, as the end of a sentence about it; undefined for a regular file of a size its kind may have, and
 * where there is none. A picture, a font and a page in a frame are read whole.
 */
export async function whyUnread(file: string, { files }: Pick<Effects, 'files'>): Promise<string | undefined> {
  const kind = await files.kind(file).catch((error: unknown) => {
    if (error instanceof DeckError) return error;
    throw error;
  });
  if (kind instanceof DeckError) return `cannot be: ${kind.message.replace(/\.$/, '')}`;
  if (kind === 'special') return 'is a pipe, a socket or a device, no regular file';
  const isWhole = /\.(svg|png|jpe?g|gif|webp|avif|bmp|ico|woff2?|ttf|otf|css)$/i.test(file);
  const limit = /\.x?html?$/i.test(file) ? textLimitWithData : isWhole ? wholeLimit : copyLimit;
  return tooLarge(files.sizeNow(file) ?? 0, limit, 'a file of its kind');
}

/** Why a text is not read. */
export function tooLarge(size: number, limit: number, what: string): string | undefined {
  if (size <= limit) return undefined;
  return `has ${megabytes(size)}, and ${what} may have ${megabytes(limit)}`;
}

/** What is said of a text that is there and was not read; nothing of any other. */
export function unreadText(text: TextFile | undefined, place?: Place): readonly Diagnostic[] {
  if (text?.unread === undefined) return [];
  return [unreadFile(text.path, text.unread, place ?? { path: text.path, line: 1 })];
}

/** `path` as messages show it. */
export function unreadFile(path: string, why: string, place: Place): Diagnostic {
  const cure = why.startsWith('has ') ? 'Make it smaller, or divide it.' : 'Put the file itself there.';
  return { rule: 'file-unread', severity: 'error', message: `${path} is not read: it ${why}.`, place, cure };
}

/** A size for a message; MB are Mi bytes, as file managers show them. */
export function megabytes(size: number): string {
  return `${Math.ceil(size / 2 ** 20)} MB`;
}
