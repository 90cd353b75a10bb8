import type { LanguageReader } from './reader.js';

/** What a rank counts where it is one of a century: "17 amžiuje" is the seventeenth, "18. Jahrhundert" is not "18 Hektar". */
export function centuryBehind(text: string, end: number, reader: LanguageReader): { readonly unit?: 'century' } {
  const word = /^\s(?<word>\p{L}+)/u.exec(text.slice(end, end + 24))?.groups?.word;
  return word !== undefined && reader.centuries.of(word) !== undefined ? { unit: 'century' } : {};
}
