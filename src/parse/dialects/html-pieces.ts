import { type Token, Tokenizer } from 'parse5';

/** A comment or an opening tag in raw HTML. */
export interface HtmlPiece {
  readonly comment?: string;
  /** The element's name as typed. */
  readonly name?: string;
  readonly attributes: readonly string[];
  /** The line it stands on, from 0 at the HTML's first. */
  readonly line: number;
}

/** Comments and opening tags of a piece of raw HTML, by the HTML standard's own tokeniser. */
export function htmlPieces(html: string): readonly HtmlPiece[] {
  const pieces: HtmlPiece[] = [];
  const nothing = (): void => {};
  const lineOf = (token: Token.Token): number => (token.location?.startLine ?? 1) - 1;
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onComment: (token) => void pieces.push({ comment: token.data, attributes: [], line: lineOf(token) }),
      onStartTag: (token) => {
        const start = (token.location?.startOffset ?? 0) + 1;
        const name = html.slice(start, start + token.tagName.length);
        pieces.push({ name, attributes: token.attrs.map((one) => one.name), line: lineOf(token) });
      },
      onEndTag: nothing,
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
