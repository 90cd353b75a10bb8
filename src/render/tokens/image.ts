import type { RuleSet } from '../markup.js';

/** An image without words between its brackets has no `alt` at all, so that it can be told from one said to be decorative. */
export const imageRules: RuleSet = () => ({
  image(tokens, index, options, env, renderer) {
    const token = tokens[index];
    if (token === undefined) return '';
    const alt = renderer.renderInlineAsText(token.children ?? [], options, env);
    token.attrs = (token.attrs ?? []).filter(([name]) => name !== 'alt');
    if (alt !== '') token.attrSet('alt', alt);
    return renderer.renderToken(tokens, index, options);
  },
});
