interface Hyphenation {
  readonly default: { readonly hyphenateSync: (text: string) => string };
}

/** The patterns of each of the deck's languages; German's alone are read for a tenth of a second. */
const patterns: Readonly<Record<string, () => Promise<Hyphenation>>> = {
  be: () => import('hyphen/be/index.js'),
  de: () => import('hyphen/de-1996/index.js'),
  en: () => import('hyphen/en-us/index.js'),
  'en-gb': () => import('hyphen/en-gb/index.js'),
  fr: () => import('hyphen/fr/index.js'),
  lt: () => import('hyphen/lt/index.js'),
  pl: () => import('hyphen/pl/index.js'),
  ru: () => import('hyphen/ru/index.js'),
  uk: () => import('hyphen/uk/index.js'),
};

/** No language has longer words; what is longer is no word, and the time to divide one grows with the square of its length. */
const longest = 200;

/** A word with soft hyphens where its language divides it; as it is where we have no patterns for the language, or it is too long for a word. */
export async function hyphenated(word: string, lang: string): Promise<string> {
  if (word.length > longest) return word;
  const tag = lang.toLowerCase();
  const language = await (patterns[tag] ?? patterns[tag.replace(/[-_].*/, '')])?.();
  return language === undefined ? word : withVowels(language.default.hyphenateSync(word));
}

/** A syllable has a vowel: a consonant that stands alone in some patterns belongs to the piece before it. */
function withVowels(word: string): string {
  const [first = '', ...others] = word.split('\u00AD');
  return others.reduce((joined, piece) => {
    const last = joined.slice(joined.lastIndexOf('\u00AD') + 1);
    return `${joined}${isSyllable(piece) && isSyllable(last) ? '\u00AD' : ''}${piece}`;
  }, first);
}

function isSyllable(piece: string): boolean {
  return [...piece].length > 1 && /[aeiouyаеиоуыэюяіў]/i.test(piece.normalize('NFD'));
}
