import type { RuleSet } from '../markup.js';

/** `::: name` is a `<div>` of that class with its attributes. */
export const containerRules: RuleSet = () => ({
  container_open(tokens, index, options, _env, renderer) {
    const token = tokens[index];
    if (token === undefined) return '';
    token.tag = 'div';
    const name = token.info.trim();
    const own = String(token.attrGet('class') ?? '').split(' ');
    if (name !== '' && !own.includes(name)) token.attrJoin('class', name);
    return renderer.renderToken(tokens, index, options);
  },
  container_close: () => '</div>\n',
});
