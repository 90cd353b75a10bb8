/** So many words of a quotation are read from the back row. */
const mostWords = 32;
const bestWords = 18;

/**
 * The sentence of a paragraph that stands best for it: of a length that can be shown, with names or numbers, not a question, and not one
 * that leans on the one before it. A paragraph of one long sentence gives its beginning, which ends in "…".
 */
export function bestSentence(paragraph: string, lang: string): string {
  const text = paragraph.replace(/\s*\n\s*/g, ' ');
  const sentences = [...new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(text)]
    .map(({ segment }) => segment.trim())
    .filter((sentence) => wordsIn(sentence) >= 4 && !/^[-–—]/.test(sentence));
  const shown = sentences.filter((sentence) => wordsIn(sentence) <= mostWords);
  const [best] = [...shown].sort((one, other) => score(other) - score(one));
  return best ?? beginningOf(sentences[0] ?? text);
}

function beginningOf(sentence: string): string {
  if (wordsIn(sentence) <= mostWords) return sentence;
  const pieces = unspaced.test(sentence)
    ? [...segmenter.segment(sentence)].map(({ segment }) => segment)
    : sentence.split(/(?<= )/);
  const shown = pieces.slice(0, mostWords).join('').trim();
  return `${shown.replace(/[,;:、，]$/, '')} …`;
}

/** Chinese, Japanese, Thai and their like put no spaces between words. */
const unspaced = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/u;
const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

function wordsIn(sentence: string): number {
  if (!unspaced.test(sentence)) return sentence.split(/\s+/).length;
  return [...segmenter.segment(sentence)].filter(({ isWordLike }) => isWordLike === true).length;
}

function score(sentence: string): number {
  const near = -Math.abs(wordsIn(sentence) - bestWords) / 6;
  const numbers = /\d/.test(sentence) ? 1 : 0;
  const names = Math.min(3, sentence.slice(1).match(/(?<=\s)\p{Lu}\p{L}+/gu)?.length ?? 0) / 2;
  const isWhole = /(?:[.…!]["”»“]?|[。！][」』]?)$/.test(sentence) ? 1 : -2;
  return near + numbers + names + isWhole - (isUnpaired(sentence) ? 4 : 0);
}

/** Half of a quotation cannot be quoted: its other mark would be missing. */
function isUnpaired(sentence: string): boolean {
  const count = (marks: RegExp): number => sentence.match(marks)?.length ?? 0;
  return (
    count(/"/g) % 2 === 1 ||
    count(/[«„]/g) !== count(/[»]/g) + (sentence.includes('„') ? count(/[“”]/g) : 0) ||
    count(/“/g) < count(/”/g)
  );
}
