import type { RuleSet } from '../markup.js';
import { attributesOf } from './attributes.js';

/** `::: name` is a `<div>` of that class with its attributes; an answer is told from what another deck may call so. */
export const containerRules: RuleSet = () => ({
  container_open(tokens, index, _options, _env, renderer) {
    const token = tokens[index];
    if (token === undefined) return '';
    const name = token.info.trim();
    const { attrs } = attributesOf(token, name);
    if (name === 'answer') attrs.push(['data-answer', '']);
    return `<div${renderer.renderAttrs({ attrs })}>\n`;
  },
  container_close: () => '</div>\n',
});
