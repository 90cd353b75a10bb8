import type { Token } from 'markdown-it';
import { answersLater } from '../../evidence/questions.js';
import type { Rendering } from '../rendering.js';
import type { RuleSet } from '../token-rules.js';
import { attributesOf } from './attributes.js';

/** What a question says to the tool alone. A ticket is set as an open question. */
const unshown = ['data-answer', 'data-again', 'data-objective'];

/**
 * `::: name` is a `<div>` of that class with its attributes; an answer is told from what another deck may call so, and a question whose
 * answer another slide of the edition shows from one that shows its own.
 */
export const containerRules: RuleSet = (rendering, _slide, scope) => ({
  container_open(tokens, index, _options, _env, renderer) {
    const token = tokens[index];
    if (token === undefined) return '';
    const name = token.info.trim();
    const { attrs } = attributesOf(token, scope, ...(name === 'ticket' ? ['question', name] : [name]));
    if (name === 'answer') attrs.push(['data-answer', '']);
    if (name !== 'question') return `<div${renderer.renderAttrs({ attrs })}>\n`;
    const shown = attrs.filter(([attribute]) => !unshown.includes(attribute));
    if (isKeptForLater(token, rendering)) shown.push(['data-later', '']);
    return `<div${renderer.renderAttrs({ attrs: shown })}>\n`;
  },
  container_close: () => '</div>\n',
});

/** Whether another slide of this edition answers a question, so that this one neither answers it nor says where to read. */
export function isKeptForLater(token: Token, rendering: Rendering): boolean {
  const isShown = (number: unknown): boolean => rendering.slides.some(({ slide }) => slide.number === number);
  return token.info.trim() === 'question' && answersLater(token, isShown);
}
