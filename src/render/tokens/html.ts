import type { RuleSet } from '../token-rules.js';

/**
 * Raw HTML passes as it is. A blank line before it is kept: Reveal takes an `.element` comment that follows a list at once to
 * mean the list's last item, and one after a blank line to mean the list.
 */
export const htmlRules: RuleSet = () => ({
  html_block(tokens, index) {
    const token = tokens[index];
    const before = tokens.slice(0, index).findLast((other) => other.map !== null && other.nesting === 0);
    const apart = before?.map !== null && before !== undefined && (token?.map?.[0] ?? 0) > (before.map[1] ?? 0);
    return `${apart ? '\n\n' : ''}${token?.content ?? ''}`;
  },
});
