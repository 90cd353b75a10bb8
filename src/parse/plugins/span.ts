import type { MarkdownIt, StateInline } from 'markdown-it';
import { applyAttributes, readAttributes } from '../attributes.js';

/** `[text]{.class}`, Pandoc's bracketed span. */
export function span(md: MarkdownIt): void {
  md.inline.ruler.after('image', 'span', readSpan);
}

function readSpan(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '[') return false;
  const { pos: start, posMax: max, md } = state;
  const labelEnd = md.helpers.parseLinkLabel(state, start);
  const found = labelEnd === -1 ? undefined : readAttributes(state.src, labelEnd + 1);
  if (found === undefined || found.end > max) return false;
  if (!silent) {
    applyAttributes(state.push('span_open', 'span', 1), found.attributes);
    state.pos = start + 1;
    state.posMax = labelEnd;
    md.inline.tokenize(state);
    state.push('span_close', 'span', -1);
  }
  state.pos = found.end;
  state.posMax = max;
  return true;
}
