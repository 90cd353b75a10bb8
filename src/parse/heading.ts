import type { Token } from 'markdown-it';
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

/** The first heading of a slide that is not in a part for the teacher, with its words for everybody; undefined when there is none. */
export function firstHeading(tokens: readonly Token[]): Heading | undefined {
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined) break;
    const isOfSlide = token.type === 'heading_open' && token.level === 0;
    if (!isOfSlide && audienceOf(token) === 'teacher') index = closingIndex(tokens, index);
    else if (token.type === 'heading_open') {
      const text = plainText(withSuperscripts(withoutTeachers(tokens[index + 1]?.children ?? [])));
      return { token, level: Number(token.tag.slice(1)), text };
    }
  }
  return undefined;
}

function withoutTeachers(tokens: readonly Token[]): readonly Token[] {
  const start = tokens.findIndex((token) => audienceOf(token) === 'teacher');
  if (start === -1) return tokens;
  return [...tokens.slice(0, start), ...withoutTeachers(tokens.slice(closingIndex(tokens, start) + 1))];
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
