import { raisedDigits } from '../parse/superscripts.js';
import type { NumberFact } from './fact.js';

/** `3 × 10³` and `10³`; behind other numbers a raised digit is more often a note's. */
const power = new RegExp(
  `(?<![\\p{L}\\p{N}]|\\d[.,])(?:(?<times>\\d+(?:[.,]\\d+)?)\\s?[×x·⋅]\\s?)?10(?<sign>⁻?)(?<exponent>[${raisedDigits}]+)`,
  'gu',
);

/** The powers of ten of a text, with what they are taken times. */
export function powersOf(text: string): readonly NumberFact[] {
  return [...text.matchAll(power)].map((match) => {
    const { times = '1', sign = '', exponent = '' } = match.groups ?? {};
    const digits = exponent.replace(/./gu, (digit) => String(raisedDigits.indexOf(digit)));
    const value = Number(`${times.replace(',', '.')}e${sign === '' ? '' : '-'}${digits}`);
    return {
      readings: [value],
      isSpelled: false,
      start: match.index,
      end: match.index + match[0].length,
    };
  });
}
