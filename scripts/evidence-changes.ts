/** What the changes of `evidence-mutate.ts` have in common. */
import type { CheckedClaim, Evidence, SourceText } from '../src/model.js';

export interface Mutable {
  readonly lines: readonly string[];
  /** Claims of the unchanged deck that were checked against a source. */
  readonly claims: readonly CheckedClaim[];
  readonly sources: readonly SourceText[];
}

/** A changed deck: `at` is the index of a changed line, `facts` what the change made it say. */
export interface Change {
  readonly lines: readonly string[];
  readonly at: number;
  readonly claim: CheckedClaim;
  readonly facts: readonly string[];
}

/** A number from 0 up to 1. */
export type Random = () => number;

export interface Kind {
  readonly name: string;
  /** Undefined where the chosen claim has nothing to change. */
  readonly change: (deck: Mutable, random: Random) => Change | undefined;
  /** Whether the deck is wrong now; absent for harmless edits. Plain string search, so as not to ask the rules about themselves. */
  readonly isWrong?: (change: Change, after: Evidence, deck: Mutable) => boolean;
}

/** Any one of some. */
export function pick<T>(items: readonly T[], random: Random): T | undefined {
  return items[Math.floor(random() * items.length)];
}

/** A line that makes one of the claims: its own, or for a diagram one of its code. */
export function pickLine(
  { lines, claims }: Mutable,
  random: Random,
): { claim: CheckedClaim; at: number; line: string } | undefined {
  const claim = pick(claims, random);
  if (claim === undefined) return undefined;
  const first = claim.place.line - 1;
  const fence = /^\s*`{3}/.test(lines[first] ?? '');
  const end = fence ? lines.findIndex((line, index) => index > first && /^\s*`{3}/.test(line)) : first + 1;
  const at = fence ? first + Math.floor(random() * (end - first)) : first;
  const line = lines[at];
  return line === undefined || (at > first && (at === first + 1 || /^\s*(?:accDescr|accTitle|direction)/.test(line)))
    ? undefined
    : { claim, at, line };
}

/** A deck with one line changed. */
export const changed = (deck: Mutable, at: number, line: string): readonly string[] => deck.lines.with(at, line);

/** Stretches of a line outside citations, attributes and paragraph marks. */
function plainRanges(line: string): { start: number; end: number }[] {
  const hidden = [...line.matchAll(/\[@[^\]]*\]|\{[^}]*=[^}]*\}|\{[#.][^}]*\}|¶\d+|"[^"]*"|«[^»]*»|^\s*> .*/gu)];
  const ranges: { start: number; end: number }[] = [];
  let start = 0;
  for (const { index, 0: text } of hidden) {
    ranges.push({ start, end: index });
    start = index + text.length;
  }
  return [...ranges, { start, end: line.length }];
}

/** Matches outside citations, attributes and quotations. */
export function matchesOutside(line: string, pattern: RegExp): RegExpExecArray[] {
  const ranges = plainRanges(line);
  return [...line.matchAll(pattern)].filter(({ index, 0: text }) =>
    ranges.some(({ start, end }) => index >= start && index + text.length <= end),
  );
}
