import MarkdownIt, { type Token } from 'markdown-it';
import type { Audience } from '../model.js';
import { audienceOf } from './audience.js';
import { withSuperscripts } from './superscripts.js';
import { closingIndex } from './token.js';

/** A slide's heading: its tokens' positions and its level. */
export interface Heading {
  readonly token: Token;
  readonly level: number;
  /** Its text without citations, as bookmarks and the table of contents say it. */
  readonly text: string;
}

/** The first heading of a slide that an audience gets, with the words it gets of it; undefined when there is none. */
export function firstHeading(tokens: readonly Token[], audience: Audience = 'student'): Heading | undefined {
  const other = audience === 'student' ? 'teacher' : 'student';
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined) break;
    const isOfSlide = token.type === 'heading_open' && token.level === 0 && token.meta?.audience === undefined;
    if (!isOfSlide && audienceOf(token) === other) index = closingIndex(tokens, index);
    else if (token.type === 'heading_open') {
      const text = plainText(withSuperscripts(without(other, tokens[index + 1]?.children ?? [])));
      return { token, level: Number(token.tag.slice(1)), text };
    }
  }
  return undefined;
}

/** Inline tokens without the parts for an audience, those in the words of pictures among them. The tokens are left as they are. */
function without(audience: Audience, tokens: readonly Token[]): readonly Token[] {
  const kept: Token[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined) break;
    if (audienceOf(token) === audience) index = closingIndex(tokens, index);
    else if (token.type !== 'image') kept.push(token);
    else
      kept.push(
        Object.assign(new MarkdownIt.Token('image', '', 0), { children: without(audience, token.children ?? []) }),
      );
  }
  return kept;
}

/** What a reader hears of inline tokens: no citations, footnote marks or raw HTML. */
export function plainText(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === 'softbreak' || token.type === 'hardbreak') return ' ';
      if (token.type === 'image') return plainText(token.children ?? []);
      return ['text', 'text_special', 'code_inline', 'math_inline'].includes(token.type) ? token.content : '';
    })
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,;:!?]$)/, '')
    .trim();
}
