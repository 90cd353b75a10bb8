/** A word of a text: as it stands, and where. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The words of a text in order: letters, digits and their marks; the parts of a hyphenated word are words of their own, an
 * apostrophe between letters is inside one. Read by hand, since whole sources are: an expression takes three times as long.
 */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  let start = -1;
  for (let at = 0; at <= text.length; at++) {
    const isInside = isWordUnit(text, at) || (start !== -1 && isApostrophe(text, at) && isWordUnit(text, at + 1));
    if (isInside && start === -1) start = at;
    if (isInside && start !== -1 && isApostrophe(text, at) && elided.test(text.slice(start, at))) {
      words.push({ text: text.slice(start, at), start, end: at });
      start = -1;
      continue;
    }
    if (isInside || start === -1) continue;
    words.push({ text: text.slice(start, at), start, end: at });
    start = -1;
  }
  return words;
}

/** French words that lose their vowel before another: `l’Estonie` is two words. */
const elided = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)$/i;

/** How many words a reader counts: a hyphenated one is one. */
export function countWords(text: string, end: number = text.length): number {
  let count = 0;
  let isCounted = false;
  for (let at = 0; at < end; at++) {
    const kind = isLead(text, at) ? kindOfPair(text, at) : kindOf(text, at);
    if (kind === space) isCounted = false;
    else if (kind === letter && !isCounted) {
      isCounted = true;
      count++;
    }
  }
  return count;
}

/** What is known of each UTF-16 unit; 0: nothing yet. Halves of a surrogate pair are no letters. */
const known = new Uint8Array(0x10000);
const [letter, mark, space, other] = [1, 2, 3, 4];

function kindOf(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  const kind = known[unit] ?? 0;
  if (kind !== 0) return kind;
  const character = text.charAt(at);
  const isMark = /\p{M}/u.test(character);
  const made = /[\p{L}\p{N}]/u.test(character) ? letter : isMark ? mark : /\s/.test(character) ? space : other;
  known[unit] = made;
  return made;
}

function isLead(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xd800;
}

function kindOfPair(text: string, at: number): number {
  return /[\p{L}\p{N}]/u.test(text.slice(at, at + 2)) ? letter : other;
}

function isWordUnit(text: string, at: number): boolean {
  return at < text.length && kindOf(text, at) <= mark;
}

function isApostrophe(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === 0x27 || unit === 0x2019 || unit === 0x02bc;
}
