/** Digits that stand above the line, as characters of their own, so that "m2" is no word and "10³" no number of four digits. */
export function raised(text: string): string {
  return /^[\d+−-]+$/.test(text) ? [...text].map((digit) => signs[digit] ?? digit).join('') : text;
}

const signs: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'⁰¹²³⁴⁵⁶⁷⁸⁹'].map((sign, digit) => [String(digit), sign])),
  '+': '⁺',
  '-': '⁻',
  '−': '⁻',
};
