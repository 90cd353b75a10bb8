import { escapeHtml } from '../../escape-html.js';
import type { RuleSet } from '../token-rules.js';

/** An abbreviation stays as it was typed; what it stands for is its tooltip. */
export const abbreviationRules: RuleSet = () => ({
  abbr_open: (tokens, index) => `<abbr title="${escapeHtml(String(tokens[index]?.meta?.long ?? ''))}">`,
  abbr_close: () => '</abbr>',
});
