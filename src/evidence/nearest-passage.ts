import { type Word, wordsOf } from './words.js';

/** The stretch of a text that comes nearest to a quotation. */
export interface Passage {
  /** As the text has it, differences marked `{as quoted → as in the source}`. */
  readonly marked: string;
  /** How many words differ, as a share of the quotation's: 0 to 1. */
  readonly distance: number;
}

/** One step of an alignment: a word of the quotation, of the text, or of both. */
interface Step {
  readonly quoted?: Word | undefined;
  readonly found?: Word | undefined;
}

/**
 * Finds the passage with the fewest words replaced, left out or added (Sellers' alignment over words). Both texts normalised.
 * Undefined when the text has no word.
 */
export function nearestPassage(quotation: string, text: string): Passage | undefined {
  const quoted = wordsOf(quotation);
  const found = wordsOf(text);
  if (quoted.length === 0 || found.length === 0) return undefined;
  const costs = alignmentCosts(quoted, found);
  const last = costs[quoted.length] ?? [];
  let end = 0;
  last.forEach((cost, column) => {
    if (cost <= (last[end] ?? Number.POSITIVE_INFINITY)) end = column;
  });
  const steps = walkBack(costs, quoted, found, end);
  const distance = Math.min(1, Math.ceil(last[end] ?? quoted.length) / quoted.length);
  return { marked: last[end] === 0 ? markGaps(steps, quotation, text) : mark(steps, text), distance };
}

/** Row by row for the quotation's words; beginning anywhere in the text costs nothing. A change of case alone costs half. */
function alignmentCosts(quoted: readonly Word[], found: readonly Word[]): readonly (readonly number[])[] {
  const costs: number[][] = [new Array<number>(found.length + 1).fill(0)];
  for (const [row, word] of quoted.entries()) {
    const above = costs[row] ?? [];
    const current = [row + 1];
    for (const [column, other] of found.entries()) {
      const replaced = (above[column] ?? 0) + difference(word.text, other.text);
      current.push(Math.min(replaced, (above[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    }
    costs.push(current);
  }
  return costs;
}

function difference(one: string, other: string): number {
  if (one === other) return 0;
  return one.toLowerCase() === other.toLowerCase() ? 0.5 : 1;
}

function walkBack(
  costs: readonly (readonly number[])[],
  quoted: readonly Word[],
  found: readonly Word[],
  end: number,
): readonly Step[] {
  const steps: Step[] = [];
  let row = quoted.length;
  let column = end;
  const step = (rows: number, columns: number, taken: Step): void => {
    steps.push(taken);
    row -= rows;
    column -= columns;
  };
  while (row > 0) {
    const cost = costs[row]?.[column];
    const word = quoted[row - 1];
    const other = found[column - 1];
    if (word === undefined) break;
    const different = other === undefined ? Number.POSITIVE_INFINITY : difference(word.text, other.text);
    const isReplaced = cost === (costs[row - 1]?.[column - 1] ?? 0) + different;
    if (isReplaced && different < 1) step(1, 1, { quoted: word, found: other });
    else if (other !== undefined && cost === (costs[row]?.[column - 1] ?? 0) + 1) step(0, 1, { found: other });
    else if (isReplaced) step(1, 1, { quoted: word, found: other });
    else step(1, 0, { quoted: word });
  }
  return steps.reverse();
}

/** Where all words are the same: the marks and spaces between them that differ, spaces as ␣. */
function markGaps(steps: readonly Step[], quotation: string, text: string): string {
  let marked = '';
  steps.forEach(({ quoted, found }, index) => {
    if (quoted === undefined || found === undefined) return;
    const before = steps[index - 1];
    if (before?.quoted !== undefined && before.found !== undefined) {
      const as = quotation.slice(before.quoted.end, quoted.start);
      const is = text.slice(before.found.end, found.start);
      marked += as === is ? is : `{${shownGap(as)} → ${shownGap(is)}}`;
    }
    marked += found.text;
  });
  return marked;
}

function shownGap(gap: string): string {
  return gap === '' ? '–' : gap.replaceAll(' ', '␣');
}

/** Neighbouring differences are marked together. */
function mark(steps: readonly Step[], text: string): string {
  const pieces: string[] = [];
  let quoted: string[] = [];
  let found: string[] = [];
  let before: Word | undefined;
  const flush = (): void => {
    if (quoted.length + found.length > 0) pieces.push(`{${quoted.join(' ') || '–'} → ${found.join(' ') || '–'}}`);
    quoted = [];
    found = [];
  };
  for (const step of steps) {
    if (step.quoted?.text === step.found?.text && step.found !== undefined) {
      const isNext = before !== undefined && quoted.length + found.length === 0;
      const between = isNext ? text.slice(before?.end, step.found.start) : ' ';
      flush();
      pieces.push(/^\s*$/.test(between) ? step.found.text : `${between.trimStart()}${step.found.text}`);
      before = step.found;
    } else {
      if (step.quoted !== undefined) quoted.push(step.quoted.text);
      if (step.found !== undefined) found.push(step.found.text);
      before = step.found ?? before;
    }
  }
  flush();
  return pieces
    .join(' ')
    .replace(/ ([-,.;:])/g, '$1')
    .replace(/(?<=\p{L})- (?=\p{L})/gu, '-');
}
