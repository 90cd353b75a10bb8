import { shownTokens } from '../../evidence/shown-tokens.js';
import type { RuleSet } from '../token-rules.js';
import { ownStyle } from '../tree.js';
import { attributesOf } from './attributes.js';

/**
 * An image without words between its brackets has no `alt` at all, so that it can be told from one said to be decorative. Its
 * width and height, as Pandoc has them, win over the room the theme would give it.
 */
export const imageRules: RuleSet = ({ edition }, _slide, scope) => ({
  image(tokens, index, options, env, renderer) {
    const token = tokens[index];
    if (token === undefined) return '';
    // Those of a picture in the words are among them.
    const words = shownTokens(token.children ?? [], edition.audience).filter(
      ({ type }) => type !== 'html_inline' && type !== 'image',
    );
    const alt = renderer
      .renderInlineAsText([...words], options, env)
      .replace(/\s+/g, ' ')
      .trim();
    const { attrs } = attributesOf(token, scope);
    const others = attrs.filter(([name]) => !['alt', 'width', 'height'].includes(name));
    const size = attrs.flatMap(([name, value]) =>
      (name === 'width' || name === 'height') && isLength(value) ? `${name}:${length(value)}` : [],
    );
    if (size.length > 0) others.push([ownStyle, size.join(';')]);
    if (alt !== '') others.push(['alt', alt]);
    return `<img${renderer.renderAttrs({ attrs: others })}>`;
  },
});

/** One value of CSS: a semicolon would end it and begin another rule. */
function isLength(value: string): boolean {
  return /^[\w.%()+*/ -]+$/.test(value);
}

/** A number alone means px. */
function length(value: string): string {
  return /^[\d.]+$/.test(value) ? `${value}px` : value;
}
