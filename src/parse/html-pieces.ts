import { type Token, Tokenizer } from 'parse5';
import type { Attributes } from './attributes.js';

/** A comment or a tag in raw HTML. */
export interface HtmlPiece {
  readonly comment?: string;
  /** The element's name as typed, where it is an opening tag. */
  readonly name?: string;
  /** The element's name where it is a closing tag. */
  readonly closes?: string;
  readonly attributes: Attributes;
  /** It ends in `/>`. */
  readonly selfClosing: boolean;
  /** The line it stands on, from 0 at the HTML's first. */
  readonly line: number;
  /** Where it begins and ends in the HTML. */
  readonly start: number;
  readonly end: number;
}

/** Comments and tags of a piece of raw HTML, by the HTML standard's own tokeniser. */
export function htmlPieces(html: string): readonly HtmlPiece[] {
  const pieces: HtmlPiece[] = [];
  const nothing = (): void => {};
  const add = ({ location }: Token.Token, piece: Partial<HtmlPiece>): void => {
    const [start, end] = [location?.startOffset ?? 0, location?.endOffset ?? html.length];
    const line = (location?.startLine ?? 1) - 1;
    pieces.push({ attributes: [], selfClosing: false, line, start, end, ...piece });
  };
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onComment: (token) => add(token, { comment: token.data }),
      onStartTag: (token) => {
        const start = (token.location?.startOffset ?? 0) + 1;
        const attributes = token.attrs.map(({ name, value }) => [name, value] as const);
        const name = html.slice(start, start + token.tagName.length);
        add(token, { name, attributes, selfClosing: token.selfClosing });
      },
      onEndTag: (token) => add(token, { closes: token.tagName }),
      onDoctype: nothing,
      onEof: nothing,
      onCharacter: nothing,
      onNullCharacter: nothing,
      onWhitespaceCharacter: nothing,
    },
  );
  tokenizer.write(html, true);
  return pieces;
}
