/** A word in capitals: compared letter by letter, so that "US" is not "us". */
export function isAbbreviation(word: string): boolean {
  return /^\p{Lu}[\p{Lu}\p{N}]+s?$/u.test(bare(word));
}

export function isCapitalised(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}

/** Without a possessive's end. */
export function bare(word: string): string {
  return word.replace(/['’ʼ]s?$/u, '');
}
