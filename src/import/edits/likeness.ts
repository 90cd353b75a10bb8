/** How much two texts share, from 0 to 1: twice the words in both to the words of each (Dice 1945). */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const [one, other] = [wordsOf(a), wordsOf(b)];
  if (one.length + other.length === 0) return 0;
  const counts = new Map<string, number>();
  for (const word of one) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of other) {
    const left = counts.get(word) ?? 0;
    if (left === 0) continue;
    shared += 1;
    counts.set(word, left - 1);
  }
  return (2 * shared) / (one.length + other.length);
}

const kept = new Map<string, readonly string[]>();

/** Words in small letters; marks of paragraphs are none. */
function wordsOf(text: string): readonly string[] {
  const known = kept.get(text);
  if (known !== undefined) return known;
  const words =
    text
      .toLowerCase()
      .replace(/¶+\s?[\d–, -]+/g, ' ')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  if (kept.size > 20_000) kept.clear();
  kept.set(text, words);
  return words;
}
