import { join } from 'node:path';
import { type CommonWords, commonWords } from '../language/common-words.js';
import type { Effects } from '../system/effects.js';
import { packageFolder } from '../system/package-folder.js';

/** The common words of a language, as the package holds them; undefined where it has none of that language. */
export function readCommonWords(tag: string, { files }: Pick<Effects, 'files'>): CommonWords | undefined {
  const language = tag.toLowerCase().split(/[-_]/)[0] ?? '';
  if (!/^[a-z]{2,3}$/.test(language)) return undefined;
  const bytes = files.readNow(join(packageFolder(), 'dist/words', `${language}.bin`));
  return bytes === undefined ? undefined : commonWords(language, bytes);
}
