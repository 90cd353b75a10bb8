/** A text made comparable, and how its positions go back to the original. */
export interface Normalised {
  readonly text: string;
  /** Rising: from the position `at` of `text` on, characters come from `origin` on, until the next one. */
  readonly shifts: readonly { readonly at: number; readonly origin: number }[];
}

const hyphen = '[-\u2010-\u2013\u2212\uFE63\uFF0D]';

/** What typography varies and a reader does not hear, and the one form it takes; the first that fits counts. */
const variations: readonly (readonly [pattern: string, form: string | ((found: string) => string)])[] = [
  ['[\u00AD\u200B-\u200D\u2060\uFEFF]+', ''],
  ['(?<=\\p{L})[-\u2010]\\s*\\n\\s*(?=\\p{Ll})', ''],
  [`(?<=\\d)(?:\\s+${hyphen}|[\u2010-\u2015\u2212]|\\s*--|\\s+[\u2014\u2015]|-(?=\\s))\\s*(?=\\d)`, '-'],
  [`\\s*(?:[\u2014\u2015]|-{2,3})\\s*|\\s+${hyphen}\\s+`, ' - '],
  [hyphen.replace('[-', '['), '-'],
  ["''|``|[\"`\u00B4\u2018-\u201F\u00AB\u00BB\u2032\u2033\u2039\u203A\uFF02\uFF07]", "'"],
  ['\u2026|\\.\\s\\.\\s\\.', '...'],
  ['\\s+(?=[;!?%])', ''],
  ['[^\\S ]\\s*| \\s+', ' '],
  ['[\u2080-\u2089]', (digit) => digit.normalize('NFKC')],
  ['[\uFB00-\uFB06]', (ligature) => ligature.normalize('NFKC')],
  ['\\P{M}\\p{M}+|[\u2126\u212A\u212B]', (cluster) => cluster.normalize('NFC')],
];
const anyVariation = variations.map(([pattern]) => `(${pattern})`).join('|');
const everywhere = new RegExp(anyVariation, 'gu');
const here = new RegExp(anyVariation, 'uy');

/**
 * Makes texts comparable that differ in typography only: Unicode NFC, one kind of quote mark, hyphen and dash, single spaces, no
 * soft hyphens, no space before a French mark, ligatures in letters, words hyphenated at a line's end put together. Never case or wording.
 */
export function normalise(original: string): Normalised {
  const shifts = [{ at: 0, origin: 0 }];
  let text = '';
  let done = 0;
  for (const match of variationsIn(original)) {
    const [found, ...groups] = match;
    const form = variations[groups.findIndex((group) => group !== undefined)]?.[1] ?? '';
    const written = typeof form === 'string' ? form : form(found);
    text += original.slice(done, match.index);
    if (written.length > 1)
      for (let index = 0; index < written.length; index++)
        shifts.push({ at: text.length + index, origin: match.index });
    text += written;
    done = match.index + found.length;
    if (written.length !== 1 || found.length !== 1) shifts.push({ at: text.length, origin: done });
  }
  return { text: text + original.slice(done), shifts };
}

/** Where a text varies. Sources are long and vary seldom: the expression is tried only where one of its characters stands. */
function* variationsIn(text: string): Iterable<RegExpExecArray> {
  if (/\p{M}/u.test(text)) {
    yield* text.matchAll(everywhere);
    return;
  }
  for (let at = 0; at < text.length; at++) {
    if (isPlain(text, at)) continue;
    here.lastIndex = at;
    const match = here.exec(text);
    if (match === null) continue;
    yield match;
    at += match[0].length - 1;
  }
}

/** What is known of each UTF-16 unit: 1 begins no variation, 2 may begin one. */
const known = new Uint8Array(0x10000);
const varying =
  /[\s'\-.\u00AD\u200B-\u200D\u2060\uFEFF\u2010-\u2015\u2212\uFE63\uFF0D"`\u00B4\u2018-\u201F\u00AB\u00BB\u2032\u2033\u2039\u203A\uFF02\uFF07\u2026\u2080-\u2089\uFB00-\uFB06\u2126\u212A\u212B]/;

/** Whether no variation begins at a position: above all a space before a letter, and a stop that ends a sentence. */
function isPlain(text: string, at: number): boolean {
  if (isPlainUnit(text, at)) return true;
  const next = text.charAt(at + 1);
  switch (text.charAt(at)) {
    case ' ':
      return isPlainUnit(text, at + 1) && !';!?%'.includes(next);
    case "'":
      return next !== "'";
    case '.':
      return text.charAt(at + 2) !== '.';
    default:
      return false;
  }
}

function isPlainUnit(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (Number.isNaN(unit)) return false;
  if (known[unit] === 0) known[unit] = varying.test(text.charAt(at)) ? 2 : 1;
  return known[unit] === 1;
}

/** The stretch of the original that became `text.slice(start, end)`. */
export function originalRange({ shifts }: Normalised, start: number, end: number): { start: number; end: number } {
  return { start: originOf(shifts, start), end: originOf(shifts, end - 1) + 1 };
}

function originOf(shifts: Normalised['shifts'], at: number): number {
  let low = 0;
  let high = shifts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((shifts[middle]?.at ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const shift = shifts[low] ?? { at: 0, origin: 0 };
  return shift.origin + at - shift.at;
}
