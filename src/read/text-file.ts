import { relative } from 'node:path';
import type { Effects } from '../effects.js';
import type { TextFile } from '../model.js';

/**
 * Reads a text of the author: UTF-8 without its byte order mark, line ends \n, so that line numbers and outputs are the same
 * for a file saved on Windows. The two noncharacters that rendering marks places with are read as U+FFFD. Undefined when there is no such file.
 */
export async function readTextFile(file: string, effects: Effects): Promise<TextFile | undefined> {
  const bytes = await effects.files.read(file);
  if (bytes === undefined) return undefined;
  return {
    path: shownPath(file, effects),
    file,
    text: new TextDecoder()
      .decode(bytes)
      .replace(/\r\n?/g, '\n')
      .replace(/[\uFDD0\uFDD1]/g, '\uFFFD'),
  };
}

/** How messages name a file: relative to where the command runs, with forward slashes. */
export function shownPath(file: string, effects: Effects): string {
  return relative(effects.cwd, file).replaceAll('\\', '/') || '.';
}
