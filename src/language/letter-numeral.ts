/** A number from 1 up in small letters, as lists count: a … z, aa, ab …; empty for less. */
export function letterNumeral(number: number): string {
  if (number < 1) return '';
  return letterNumeral(Math.floor((number - 1) / 26)) + String.fromCharCode(97 + ((number - 1) % 26));
}
