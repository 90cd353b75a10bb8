import type { Token } from 'markdown-it';

/** A slide's heading: its tokens' positions and its level. */
export interface Heading {
  readonly token: Token;
  readonly level: number;
  /** Its text without citations, as bookmarks and the table of contents say it. */
  readonly text: string;
}

/** The first heading of a slide; undefined when there is none. */
export function firstHeading(tokens: readonly Token[]): Heading | undefined {
  const index = tokens.findIndex(({ type }) => type === 'heading_open');
  const token = tokens[index];
  if (token === undefined) return undefined;
  return { token, level: Number(token.tag.slice(1)), text: plainText(tokens[index + 1]?.children ?? []) };
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
