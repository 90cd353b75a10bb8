import type { Token } from 'markdown-it';
import { plainText } from '../parse/heading.js';

/** How many words a line of text has; signs by themselves are none. */
export function spokenWords({ children }: Pick<Token, 'children'>): number {
  return (plainText(children ?? []).match(/\S+/g) ?? []).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
