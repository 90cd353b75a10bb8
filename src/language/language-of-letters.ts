/** Alphabets that, as far as they are met, one language writes. */
const alphabets: readonly (readonly [tag: string, letters: RegExp])[] = [
  // Japanese writes Chinese signs too, and is known by its own.
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['ka', /\p{Script=Georgian}/gu],
  ['hy', /\p{Script=Armenian}/gu],
];

const sampleLength = 4000;

/** The language that a text's letters name, where they are of an alphabet that one language has; undefined for Latin, Cyrillic, Arabic and others. */
export function languageOfLetters(text: string): string | undefined {
  const sample = text.slice(0, sampleLength);
  const all = sample.match(/\p{L}/gu)?.length ?? 0;
  // A fifth of a Japanese text may be enough: the rest are Chinese signs.
  return alphabets.find(([tag, letters]) => {
    const own = sample.match(letters)?.length ?? 0;
    return own > all * (tag === 'ja' ? 0.15 : 0.5);
  })?.[0];
}
