import type { Span } from './lanes-plan.js';
import { headLength } from './line-shape.js';
import type { ShownRelation } from './shown.js';
import type { TextRun } from './text-width.js';
import { lineWidth, type Word, wordsOf, wrapText } from './wrap-text.js';

/** A line of text with its start and its baseline, px. */
export interface PlacedLine {
  readonly x: number;
  readonly y: number;
  readonly runs: readonly TextRun[];
}

export interface LaneLabel {
  /** How much more room than a label of one line it takes, px. */
  readonly taller: number;
  /** Its lines, when the relation's own line is at `y`. */
  readonly above: (y: number) => readonly PlacedLine[];
}

const lineHeight = 26;

/**
 * The words of a lane. Between neighbours they start at one edge for the whole gap, clear of the largest head in it (`gap` holds the lanes
 * of all gaps); on a line that runs above other blocks they stand in its middle.
 */
export function labelOf(span: Span, gap: readonly Span[]): LaneLabel {
  const neighbours = span.right - span.left === 1;
  const indent = neighbours ? Math.max(24, ...gap.filter(({ left }) => left === span.left).map(leftHead)) : 36;
  const room = span.x2 - span.x1 - indent - (neighbours ? Math.max(12, rightHead(span)) : 36);
  const lines = wrapText(labelWords(span.relation), room);
  const lift = neighbours ? (span.relation.kind.line === 'thick' ? 18 : 16) : 20;
  return {
    taller: Math.max(0, lines.length - 1) * lineHeight,
    above: (y) =>
      lines.map((runs, index) => ({
        x: span.x1 + indent + (neighbours ? 0 : Math.round((room - lineWidth(runs)) / 2)),
        y: y - lift - (lines.length - 1 - index) * lineHeight,
        runs,
      })),
  };
}

/** The words, the paragraph tied to the last of them, and what there is to say about the evidence. */
export function labelWords({ words, evidence, remark }: ShownRelation): readonly Word[] {
  const said = wordsOf(words, 'label', 22);
  const [mark, ...marks] = wordsOf(evidence, 'strong', 20);
  const last = said.at(-1);
  const tied: readonly Word[] =
    mark === undefined || last === undefined
      ? [...said, ...(mark === undefined ? [] : [mark])]
      : [...said.slice(0, -1), [...last.map((run) => ({ ...run, text: `${run.text}\u00a0` })), ...mark]];
  return [...tied, ...marks, ...wordsOf(remark, 'remark', 20)];
}

/** Room for the head at the left end of a line, px; only the large one is wider than the indent. */
function leftHead({ relation: { kind, mutual }, rightwards }: Span): number {
  return (!rightwards || mutual) && kind.line === 'thick' ? headLength.thick + 8 : 0;
}

function rightHead({ relation: { kind, mutual }, rightwards }: Span): number {
  return (rightwards || mutual) && kind.line === 'thick' ? headLength.thick + 4 : 0;
}
