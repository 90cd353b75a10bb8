import { basename, extname } from 'node:path';
import type { SourceSays } from '../read/sources/source-block.js';

/** The first author's name and the year, else the file's name, in Latin letters where it has any. */
export function sourceKey(says: SourceSays, file: string): string {
  const author = says.authors?.[0];
  const name =
    author === undefined ? undefined : author.includes(',') ? author.split(',')[0] : author.split(' ').at(-1);
  const year = /\d{4}/.exec(says.date ?? '')?.[0] ?? '';
  const plain = (text: string): string =>
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '');
  const key = name === undefined ? plain(basename(file, extname(file))) : `${plain(name)}${year}`;
  return key === '' || key === 'inference' || key === 'lecturer' ? 'source' : key;
}
