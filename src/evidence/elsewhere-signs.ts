import type { TextRange } from '../model.js';
import type { PreparedParagraph } from './prepared-source.js';

/**
 * What a paragraph must have before all its numbers are read only to say that a missing one stands there: the digits that a value is
 * written with whatever its scale, or the beginning of the words that the claim says it with.
 */
export function signsOf(values: readonly number[], text: string, { start, end }: TextRange): readonly string[] {
  const words = /\p{L}{3,}/u.exec(text.slice(start, end))?.[0];
  return [...values.map(digitsOf), ...(words === undefined ? [] : [words.slice(0, 4).toLowerCase()])];
}

/** Whether a paragraph has one of the signs. */
export function hasSign({ signText }: PreparedParagraph, signs: readonly string[]): boolean {
  return signs.some((sign) => signText.includes(sign));
}

/** A text in lower case, its digits without the marks of thousands and decimals. */
export function signTextOf(text: string): string {
  return text.toLowerCase().replace(/(?<=\d)[.,'\u00A0\u2009\u202F ](?=\d)/g, '');
}

/** 9,400,000 and 9.4 are both "94". */
function digitsOf(value: number): string {
  return String(Math.abs(value))
    .replace(/e.*$/, '')
    .replace('.', '')
    .replace(/^0+(?=\d)/, '')
    .replace(/(?<=\d)0+$/, '');
}
