import type { TextRange } from '../model.js';

/** Which marks close a quotation that a mark opens, by the habits of Europe's languages, mixed ones among them. */
const doubles: Readonly<Record<string, string>> = {
  '"': '"”“',
  '“': '”"',
  '„': '“”"',
  '”': '”',
  '«': '»',
  '»': '«',
  '‟': '”',
};
const singles: Readonly<Record<string, string>> = { '‘': '’', '‚': '‘’', '‹': '›', '›': '‹', "'": "'" };

/** Between single marks so many words are a quotation; fewer are a term. */
const leastInSingles = 3;

/** A quotation is shorter, in UTF-16 units, and holds others no deeper than this. */
const longest = 10_000;
const deepest = 4;

/** The quotations of a text, without their marks, and the marks that have no partner. */
export interface MarkedQuotations {
  readonly quotations: readonly TextRange[];
  readonly unpaired: readonly number[];
}

/** Finds what stands between quotation marks: any pair of double ones, and three and more words between single ones. */
export function quotationsIn(text: string): MarkedQuotations {
  const quotations: TextRange[] = [];
  const unpaired: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const mark = text.charAt(at);
    const closers = doubles[mark];
    if (closers === undefined || !isOpening(text, at)) continue;
    const end = closing(text, at, mark, closers);
    if (end === -1) {
      if (!/[\d\p{L}]/u.test(text.charAt(at - 1))) unpaired.push(at);
      continue;
    }
    quotations.push({ start: at + 1, end });
    at = end;
  }
  const inSingles = singleQuotations(text).filter(
    (one) => !quotations.some(({ start, end }) => one.start < end && start < one.end),
  );
  return {
    quotations: [...quotations, ...inSingles]
      .filter(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end)))
      .sort((a, b) => a.start - b.start),
    unpaired,
  };
}

/** A mark opens where no word ends before it and something follows. */
function isOpening(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  if (after === '' || /[\p{L}\p{N}]/u.test(before)) return false;
  return text.charAt(at) === '«' || text.charAt(at) === '»'
    ? true
    : !/[\s.,;:!?]/u.test(after) || /^\s?\.{3}|^…/u.test(text.slice(at + 1));
}

/** The mark that closes what opened at `from`; quotations of the same marks inside it are passed over. */
function closing(text: string, from: number, mark: string, closers: string): number {
  let depth = 0;
  const last = Math.min(text.length, from + longest);
  for (let at = from + 1; at < last && depth <= deepest; at++) {
    const here = text.charAt(at);
    if (here === '\n') break;
    if (closers.includes(here) && (mark !== '"' || here === '"' || !text.slice(at).includes('"'))) {
      if (
        mark === '"' &&
        isOpening(text, at) &&
        !/[\p{L}\p{N}.!?,…]/u.test(text.charAt(at - 1)) &&
        text.indexOf('"', at + 1) !== -1
      ) {
        depth++;
        continue;
      }
      if (depth === 0) return at;
      depth--;
    } else if (here === mark && mark !== '"' && isOpening(text, at)) depth++;
  }
  return -1;
}

function singleQuotations(text: string): readonly TextRange[] {
  const found: TextRange[] = [];
  for (let at = 0; at < text.length; at++) {
    const closers = singles[text.charAt(at)];
    if (closers === undefined || /[\p{L}\p{N}.,]/u.test(text.charAt(at - 1)) || !/[\p{L}[…]/u.test(text.charAt(at + 1)))
      continue;
    const ends: number[] = [];
    for (let end = at + 1; end < text.length && text.charAt(end) !== '\n'; end++) {
      const isEnd =
        closers.includes(text.charAt(end)) &&
        !/[\s]/u.test(text.charAt(end - 1)) &&
        !/[\p{L}\p{N}]/u.test(text.charAt(end + 1));
      if (isEnd) ends.push(end);
    }
    // "the Kerns’ house": behind an s the mark may be an apostrophe, and a later one closes.
    const end =
      ends.find((one) => !/s/u.test(text.charAt(one - 1)) || /[.,;:!?)\]]|^$/u.test(text.charAt(one + 1))) ??
      ends.at(-1);
    if (end === undefined || text.slice(at + 1, end).split(/\s+/u).length < leastInSingles) continue;
    found.push({ start: at + 1, end });
    at = end;
  }
  return found;
}
