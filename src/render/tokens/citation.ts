import type { Token } from 'markdown-it';
import type { Citation, Deck } from '../../model.js';
import { escapeHtml } from '../escape-html.js';
import type { RuleSet } from '../markup.js';
import { accessibleName, mark } from '../reference.js';

/** The ¶ mark: which paragraph of which source a claim rests on, or whose word it is when it rests on none. */
export const citationRules: RuleSet = ({ deck }) => ({
  citation(tokens, index) {
    const unsourced = tokens[index]?.meta?.unsourced;
    if (unsourced === 'inference') return '<span class="cite"><em>inferred</em></span>';
    if (unsourced === 'lecturer') return '<span class="cite"><em>lecturer</em></span>';
    return marksOf(tokens[index], deck);
  },
});

const citing = ['heading_open', 'paragraph_open', 'list_item_open', 'blockquote_open', 'dd_open', 'container_open'];

/** The marks of a block that cites with `cite="…"` rather than in its text, to stand at its start. */
export function marksOfBlock(token: Token, deck: Deck): string {
  return citing.includes(token.type) && token.attrGet('cite') !== null ? marksOf(token, deck) : '';
}

function marksOf(token: Token | undefined, deck: Deck): string {
  const citations = (token?.meta?.citations ?? []) as readonly Citation[];
  const links = citations.map((citation) => {
    const name = escapeHtml(accessibleName(deck, citation));
    return `<a class="pm" data-key="${escapeHtml(citation.key)}" aria-label="${name}">${escapeHtml(mark(citation))}</a>`;
  });
  return links.length === 0 ? '' : `<span class="cite">${[...new Set(links)].join(', ')}</span>`;
}
