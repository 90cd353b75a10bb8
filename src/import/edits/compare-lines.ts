import type { LineKind, RecordedLine } from '../../model.js';
import type { Edit } from './edit.js';
import { likeness } from './likeness.js';

/** So many pairs of lines are compared at most: a slide that is rewritten in thousands of lines is listed line by line. */
const mostPairs = 250_000;

interface Pair {
  readonly before?: RecordedLine;
  readonly after?: RecordedLine;
  readonly hasMoved?: true;
}

const kinds: readonly LineKind[] = ['title', 'text', 'row', 'series', 'picture', 'alt', 'foot', 'note'];

/** The edits that make what a slide says now of what it said. Lines are compared with their like alone. */
export function compareLines(before: readonly RecordedLine[], after: readonly RecordedLine[]): readonly Edit[] {
  return kinds.flatMap((kind) => {
    const of = (lines: readonly RecordedLine[]): readonly RecordedLine[] => lines.filter((line) => line.kind === kind);
    return paired(of(before), of(after)).flatMap(editsOf);
  });
}

/** Each line with what it became: the same first, then what is nearest to it. */
function paired(before: readonly RecordedLine[], after: readonly RecordedLine[]): readonly Pair[] {
  /** Pairs in the same order on both sides: they part what lies between them into gaps. */
  const anchors = [...commonPairs(before, after)];
  const partner = new Map<number, number>(anchors);
  const found = new Set(partner.values());
  const far = new Set<number>();
  const gone = before.flatMap((_, i) => (partner.has(i) ? [] : [i]));
  const come = after.flatMap((_, j) => (found.has(j) ? [] : [j]));
  const gap = (index: number, side: 0 | 1): number => anchors.filter((pair) => pair[side] < index).length;
  const isFree = (i: number, j: number): boolean => !partner.has(i) && !found.has(j);
  const take = (i: number, j: number, isInGap: boolean): void => {
    partner.set(i, j);
    found.add(j);
    if (isInGap) anchors.push([i, j]);
    else far.add(i);
  };
  /** Takes pairs that are like enough, the likest first; `inGap`: those alone that stand in the same gap. */
  const pick = (least: number, inGap: boolean): void => {
    if (gone.length * come.length > mostPairs) return;
    const all = gone.flatMap((i) => come.map((j) => ({ i, j, near: isFree(i, j) ? likeOf(before[i], after[j]) : 0 })));
    for (const { i, j } of all.filter(({ near }) => near >= least).toSorted((a, b) => b.near - a.near)) {
      const isInGap = gap(i, 0) === gap(j, 1);
      if (isFree(i, j) && (isInGap || !inGap)) take(i, j, isInGap);
    }
  };
  pick(1, false);
  pick(0.3, true);
  pick(0.6, false);
  // One line alone in the place of another was written anew.
  for (const i of gone.length * come.length > mostPairs ? [] : gone)
    for (const j of come) {
      const isAlone = (index: number, side: 0 | 1): boolean =>
        (side === 0 ? gone : come).filter(
          (one) => !(side === 0 ? partner : found).has(one) && gap(one, side) === gap(index, side),
        ).length === 1;
      if (isFree(i, j) && gap(i, 0) === gap(j, 1) && isAlone(i, 0) && isAlone(j, 1)) take(i, j, true);
    }
  return [
    ...before.map((line, i): Pair => {
      const other = after[partner.get(i) ?? -1];
      return {
        before: line,
        ...(other === undefined ? {} : { after: other }),
        ...(far.has(i) ? { hasMoved: true } : {}),
      };
    }),
    ...after.flatMap((line, j): readonly Pair[] => (found.has(j) ? [] : [{ after: line }])),
  ];
}

function likeOf(before: RecordedLine | undefined, after: RecordedLine | undefined): number {
  if (before === undefined || after === undefined) return 0;
  const shared = before.sizes?.some((size) => after.sizes?.includes(size)) ?? false;
  return shared ? 1 : likeness(before.text, after.text);
}

function isSame(a: RecordedLine | undefined, b: RecordedLine | undefined): boolean {
  return a !== undefined && b !== undefined && a.text === b.text;
}

/** The longest row of lines that are in both, in the same order (Hunt and McIlroy 1976): what moved is what is left. */
function commonPairs(a: readonly RecordedLine[], b: readonly RecordedLine[]): readonly (readonly [number, number])[] {
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start < most && isSame(a[start], b[start])) start++;
  let end = 0;
  while (end < most - start && isSame(a[a.length - 1 - end], b[b.length - 1 - end])) end++;
  const ends = (count: number, i: number, j: number): readonly (readonly [number, number])[] =>
    Array.from({ length: count }, (_, index) => [i + index, j + index] as const);
  const inner = longestRow(a.slice(start, a.length - end), b.slice(start, b.length - end));
  return [
    ...ends(start, 0, 0),
    ...inner.map(([i, j]) => [start + i, start + j] as const),
    ...ends(end, a.length - end, b.length - end),
  ];
}

function longestRow(a: readonly RecordedLine[], b: readonly RecordedLine[]): readonly (readonly [number, number])[] {
  if (a.length * b.length > 16 * mostPairs) return [];
  const width = b.length + 1;
  const longest = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      longest[i * width + j] = isSame(a[i], b[j]) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (isSame(a[i], b[j])) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}

function editsOf({ before, after, hasMoved }: Pair): readonly Edit[] {
  if (before === undefined) return after === undefined ? [] : [{ kind: 'added', what: after.kind, after: after.text }];
  const line = before.text;
  if (after === undefined) return [{ kind: 'removed', what: before.kind, before: line, line }];
  const edits: Edit[] = [];
  const changed = (what: Edit['what'], was: string, is: string): void => {
    if (was !== is) edits.push({ kind: 'changed', what, before: was, after: is, line });
  };
  if (before.kind === 'row' || before.kind === 'series') edits.push(...cellEdits(before, after));
  else if (before.kind === 'picture') changed('alt', before.text, after.text);
  else changed(before.kind, before.text, after.text);
  if (hasMoved) edits.push({ kind: 'moved', what: before.kind, before: line, line });
  if (before.kind === 'picture' && before.sizes?.every((size) => !after.sizes?.includes(size)))
    edits.push({ kind: 'changed', what: 'picture', before: before.text, after: after.text, line });
  if (before.text !== after.text || before.kind !== 'text') return edits;
  changed('level', String((before.level ?? 0) + 1), String((after.level ?? 0) + 1));
  changed('bold', before.strong ?? '', after.strong ?? '');
  changed('italics', before.em ?? '', after.em ?? '');
  changed('link', (before.links ?? []).join(' '), (after.links ?? []).join(' '));
  return edits;
}

/** A cell that changed by itself; where there are more or fewer the whole row. */
function cellEdits(before: RecordedLine, after: RecordedLine): readonly Edit[] {
  const [was, is] = [before.text.split(' | '), after.text.split(' | ')];
  const what = before.kind === 'series' ? 'series' : 'cell';
  if (was.length !== is.length)
    return [{ kind: 'changed', what: before.kind, before: before.text, after: after.text, line: before.text }];
  return was.flatMap((cell, index): readonly Edit[] =>
    cell === is[index] ? [] : [{ kind: 'changed', what, before: cell, after: is[index] ?? '', line: before.text }],
  );
}
