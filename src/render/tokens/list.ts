import type { RuleSet } from '../markup.js';

/** Task lists show their boxes; the choices of a question are lettered, and only the teacher's edition knows which is right. */
export const listRules: RuleSet = ({ edition }) => ({
  list_item_open(tokens, index, options, _env, renderer) {
    const token = tokens[index];
    const choice = token?.meta?.['choice'];
    const task = token?.meta?.['task'];
    if (token === undefined) return '';
    const attributes = [
      ...(choice !== undefined ? ['choice'] : []),
      ...(choice === 'right' && edition.audience === 'teacher' ? ['right'] : []),
      ...(typeof task === 'boolean' ? ['task'] : []),
    ].filter((name) => !String(token.attrGet('class') ?? '').split(' ').includes(name));
    for (const name of attributes) token.attrJoin('class', name);
    const open = renderer.renderToken(tokens, index, options);
    return typeof task === 'boolean' ? `${open}<input type="checkbox" disabled${task ? ' checked' : ''}> ` : open;
  },
});
