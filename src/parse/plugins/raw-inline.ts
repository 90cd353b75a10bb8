import type { MarkdownIt, StateInline } from 'markdown-it';
import { rawForOthers } from '../dialects/pandoc.js';
import { contextOf } from '../parse-context.js';

/** The formats whose raw pieces Pandoc puts into slides of Reveal (its manual, "Extension: raw_attribute"). */
const ours: ReadonlySet<string> = new Set(['html', 'html5', 'revealjs']);

export function isForSlides(format: string): boolean {
  return ours.has(format);
}

/** Pandoc's `` `<b>x</b>`{=html} `` is HTML; what is raw for another format is left out, as Pandoc does, and said. */
export function rawInline(md: MarkdownIt): void {
  md.inline.ruler.before('inline_attributes', 'raw_inline', readRaw);
}

function readRaw(state: StateInline, silent: boolean): boolean {
  const code = state.tokens.at(-1);
  if (silent || state.src[state.pos] !== '{' || state.pending !== '' || code?.type !== 'code_inline') return false;
  const [typed, format] = /^\{=(\w+)\}/.exec(state.src.slice(state.pos, state.pos + 40)) ?? [];
  if (typed === undefined || format === undefined) return false;
  if (isForSlides(format)) code.type = 'html_inline';
  else {
    state.tokens.pop();
    contextOf(state.env)?.notice(rawForOthers, typed, state.src, state.pos);
  }
  state.pos += typed.length;
  return true;
}
