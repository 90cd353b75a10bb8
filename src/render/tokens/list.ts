import type { RuleSet } from '../token-rules.js';
import { attributesOf } from './attributes.js';

/** Task lists show their boxes; of a question's choices only the teacher's edition knows which are right. */
export const listRules: RuleSet = ({ edition }, _slide, scope) => ({
  list_item_open(tokens, index, _options, _env, renderer) {
    const token = tokens[index];
    if (token === undefined) return '';
    const { choice, task } = token.meta ?? {};
    const classes = [
      ...(choice === undefined ? [] : ['choice']),
      ...(choice === 'right' && edition.audience === 'teacher' ? ['right'] : []),
      ...(typeof task === 'boolean' ? ['task'] : []),
    ];
    const box = typeof task === 'boolean' ? `<input type="checkbox" disabled${task ? ' checked' : ''}> ` : '';
    return `<li${renderer.renderAttrs(attributesOf(token, scope, ...classes))}>${box}`;
  },
  ordered_list_open(tokens, index, _options, _env, renderer) {
    const token = tokens[index];
    if (token === undefined) return '';
    const { delimiter } = token.meta ?? {};
    return `<ol${renderer.renderAttrs(attributesOf(token, scope, typeof delimiter === 'string' ? `number-${delimiter}` : ''))}>\n`;
  },
});
