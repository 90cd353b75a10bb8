import type { Citation } from '../../model.js';
import { escape } from '../escape.js';
import type { RuleSet } from '../markup.js';
import { accessibleName, mark } from '../reference.js';

/** The ¶ mark: which paragraph of which source a claim rests on, or whose word it is when it rests on none. */
export const citationRules: RuleSet = ({ deck }) => {
  const link = (citation: Citation): string =>
    `<a class="pm" data-key="${escape(citation.key)}" aria-label="${escape(accessibleName(deck, citation))}">${escape(mark(citation))}</a>`;
  return {
    citation(tokens, index) {
      const { citations, unsourced } = tokens[index]?.meta ?? {};
      if (unsourced === 'inference') return '<span class="cite"><em>inferred</em></span>';
      if (unsourced === 'lecturer') return '<span class="cite"><em>lecturer</em></span>';
      const marks = Array.isArray(citations) ? (citations as readonly Citation[]).map(link) : [];
      return `<span class="cite">${[...new Set(marks)].join(', ')}</span>`;
    },
  };
};
