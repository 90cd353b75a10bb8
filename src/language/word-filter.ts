/** Bits a word takes, and how many of them are set: about one word in a hundred that is not there seems to be (Bloom 1970). */
const bitsPerWord = 10;
const rounds = 7;

/** A set of words in little room: tells surely that a word is not in it, and nearly surely that it is. */
export class WordFilter {
  readonly #bits: Uint8Array;

  constructor(bits: Uint8Array) {
    this.#bits = bits;
  }

  has(word: string): boolean {
    const size = this.#bits.length * 8;
    return size > 0 && placesOf(word, size).every((at) => ((this.#bits[at >>> 3] ?? 0) & (1 << (at & 7))) !== 0);
  }
}

/** The filter of some words, as bytes to keep. */
export function makeWordFilter(words: ReadonlySet<string>): Uint8Array {
  const bits = new Uint8Array(Math.max(1, Math.ceil((words.size * bitsPerWord) / 8)));
  for (const word of words)
    for (const at of placesOf(word, bits.length * 8)) bits[at >>> 3] = (bits[at >>> 3] ?? 0) | (1 << (at & 7));
  return bits;
}

/** Two hashes give all places (Kirsch and Mitzenmacher 2008). */
function placesOf(word: string, size: number): readonly number[] {
  const one = hash(word, 0x811c9dc5);
  const other = hash(word, 0x9747b28c) | 1;
  return Array.from({ length: rounds }, (_, round) => ((one + Math.imul(round, other)) >>> 0) % size);
}

/** FNV-1a over UTF-16 units, finished as MurmurHash3 does. */
function hash(word: string, seed: number): number {
  let value = seed;
  for (let at = 0; at < word.length; at++) value = Math.imul(value ^ word.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  return (value ^ (value >>> 13)) >>> 0;
}
