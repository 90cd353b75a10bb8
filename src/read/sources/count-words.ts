/** Scripts that set no spaces between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]+/gu;

/** How many words a text has, near enough to tell a title from a paragraph; where no spaces are set, three letters count as two words. */
export function countWords(text: string): number {
  let letters = 0;
  const spaced = text.replace(unspaced, (run) => {
    letters += run.length;
    return ' ';
  });
  return Math.ceil(letters / 1.5) + spaced.split(/\s+/).filter((word) => /[^\p{P}]/u.test(word)).length;
}
