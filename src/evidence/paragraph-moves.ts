import type { SourceParagraph } from '../model.js';

/** Where a paragraph of an earlier text of a source is in a later one; `to` is undefined where it is gone. */
export interface ParagraphMove {
  readonly from: number;
  readonly to: number | undefined;
}

/** Where each paragraph of the body went, by the words they share: also when it was mended, cut in two, or joined with another. */
export function paragraphMoves(
  before: readonly SourceParagraph[],
  after: readonly SourceParagraph[],
): readonly ParagraphMove[] {
  const sizes = new Map<number, number>();
  const holders = new Map<string, number[]>();
  for (const { number, text } of after) {
    if (number === 0) continue;
    const runs = runsOf(text);
    sizes.set(number, runs.size);
    for (const run of runs) holders.set(run, [...(holders.get(run) ?? []), number]);
  }
  return before
    .filter(({ number }) => number > 0)
    .map(({ number: from, text }) => {
      const runs = runsOf(text);
      const shared = new Map<number, number>();
      for (const run of runs)
        for (const number of holders.get(run) ?? []) shared.set(number, (shared.get(number) ?? 0) + 1);
      const [best] = [...shared].sort(
        ([a, one], [b, other]) => other - one || Math.abs(a - from) - Math.abs(b - from) || a - b,
      );
      if (best === undefined) return { from, to: undefined };
      const [to, count] = best;
      return { from, to: count >= Math.min(runs.size, sizes.get(to) ?? 0) / 2 ? to : undefined };
    });
}

/** The runs of three words in a text; of a shorter one, all its words. */
function runsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length < 3) return new Set([words.join(' ')]);
  return new Set(words.slice(2).map((_, index) => words.slice(index, index + 3).join(' ')));
}
