import type { MarkdownIt, StateInline } from 'markdown-it';
import { checkCitations } from '../check-citations.js';
import { bracketEnd, readCitations } from '../citation.js';
import { citationWithoutSource } from '../dialects/pandoc.js';
import { contextOf, type ParseContext } from '../parse-context.js';

/** No citation is longer; the limit keeps a text full of brackets from being read over and over. */
const longest = 2000;

/**
 * `[@key, ¶5]`. After the rule for links, so that `[@key]` is a link where the deck defines it as one. In a deck written for
 * another tool, which has no references, the same brackets are text.
 */
export function citation(md: MarkdownIt): void {
  md.inline.ruler.after('span', 'citation', readCitation);
}

function readCitation(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '[') return false;
  const end = bracketEnd(state.src, state.pos + 1, Math.min(state.posMax, state.pos + longest));
  const inside = end === -1 ? '' : state.src.slice(state.pos + 1, end);
  if (!inside.includes('@')) return false;
  const context = contextOf(state.env);
  const place = context?.placeAt(state.src, state.pos) ?? { path: '', line: 1 };
  const citing = readCitations(inside, place);
  if (citing === undefined) return false;
  if (citing.unsourced === undefined && context !== undefined && isForeign(context)) {
    if (!silent) context.notice(citationWithoutSource, state.src.slice(state.pos, end + 1), state.src, state.pos);
    return false;
  }
  if (!silent) {
    const token = state.push('citation', '', 0);
    token.content = state.src.slice(state.pos, end + 1);
    token.meta = {
      ...(citing.citations.length > 0 || citing.unsourced === undefined ? { citations: citing.citations } : {}),
      ...(citing.unsourced === undefined ? {} : { unsourced: citing.unsourced }),
    };
    if (context !== undefined) checkCitations(citing, place, context);
  }
  state.pos = end + 1;
  return true;
}

function isForeign({ keys, source }: ParseContext): boolean {
  return keys.size === 0 && !source.settings.usesOwnTheme;
}
