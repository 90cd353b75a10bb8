import { letterNumeral } from '../language/letter-numeral.js';
import { romanNumeral } from '../language/roman-numeral.js';
import type { ListBlock, ListItem } from '../model.js';

/** The number of an item as it is typed: `1.`, `b)`, `(iv)`. What letters and Roman numbers cannot count is counted in digits. */
export function itemLabel({ numbering, delimiter }: ListBlock, { number }: ListItem): string {
  const letters = numbering.endsWith('alpha') ? letterNumeral(number) : '';
  const roman = numbering.endsWith('roman') && number < 4000 ? romanNumeral(number) : '';
  const small = letters || roman || String(number);
  const count = numbering.startsWith('upper') ? small.toUpperCase() : small;
  if (delimiter === 'period') return `${count}.`;
  return delimiter === 'behind' ? `${count})` : `(${count})`;
}
