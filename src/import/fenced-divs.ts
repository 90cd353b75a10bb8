import type { Attributes } from '../parse/attributes.js';
import { readFence } from '../parse/plugins/container.js';
import type { SlideDraft } from './slide-draft.js';

/** A block between `::: name` and `:::`, its lines counted from 0. */
export interface FencedDiv {
  readonly name: string;
  readonly classes: readonly string[];
  readonly attributes: Attributes;
  /** The line that opens it, and the one that closes it: where it is left open, the line behind the last. */
  readonly opens: number;
  readonly closes: number;
  readonly typed: string;
}

/** The blocks of a slide outside code, in the order of their opening (Pandoc's manual, "fenced_divs"). */
export function fencedDivs(draft: SlideDraft): readonly FencedDiv[] {
  const lines = draft.bare.split('\n');
  const divs: { div: FencedDiv; closes: number }[] = [];
  const open: { div: FencedDiv; closes: number }[] = [];
  lines.forEach((line, index) => {
    const fence = /^ {0,3}:::/.test(line) ? readFence(line.trim()) : undefined;
    if (fence?.opens === true) {
      const { name, attributes } = fence;
      const classes = attributes.flatMap(([key, value]) => (key === 'class' ? [value] : []));
      const div = {
        name,
        classes: [name, ...classes],
        attributes,
        opens: index,
        closes: lines.length,
        typed: line.trim(),
      };
      const one = { div, closes: lines.length };
      divs.push(one);
      open.push(one);
    } else if (fence !== undefined) {
      const last = open.pop();
      if (last !== undefined) last.closes = index;
    }
  });
  return divs.map(({ div, closes }) => ({ ...div, closes }));
}

/** Puts other lines in place of those that open and close a block; an empty one takes the line away. */
export function replaceFences(draft: SlideDraft, { opens, closes }: FencedDiv, open: string, close: string): void {
  replaceLine(draft, opens, open);
  if (closes < draft.starts.length) replaceLine(draft, closes, close);
}

/** Takes a block and all that is in it away. */
export function removeDiv(draft: SlideDraft, { opens, closes }: FencedDiv): void {
  draft.replace(draft.lineStart(opens), draft.lineStart(closes + 1), '');
}

function replaceLine(draft: SlideDraft, line: number, by: string): void {
  const start = draft.lineStart(line);
  const end = draft.text.indexOf('\n', start);
  draft.replace(start, end === -1 ? draft.text.length : end, by);
}
