import MarkdownIt, { type Token } from 'markdown-it';
import type { Attributes } from './attributes.js';
import { type HtmlPiece, htmlPieces } from './html-pieces.js';
import { needsNoEnd } from './raw-html.js';
import { addMeta, blockToken, placeOf } from './token.js';

/**
 * A raw `<section>` in a slide is a slide of its stack, as in Reveal, where a section within a section is. Its attributes are the
 * slide's; what stands before the first is the slide above it, where there is anything. A section inside another element stays.
 */
export function divideAtSections(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(({ type, content }) => type === 'html_block' && /<section/i.test(content))) return tokens;
  let depth = 0;
  return tokens.flatMap((token) => {
    if (token.type === 'mark') depth = 0;
    if (token.type !== 'html_block' || token.level > 0) return [token];
    const cuts: HtmlPiece[] = [];
    for (const piece of htmlPieces(token.content)) {
      const name = (piece.name ?? piece.closes ?? '').toLowerCase();
      if (name === 'section' && depth === 0) cuts.push(piece);
      else if (piece.name !== undefined && !piece.selfClosing && !needsNoEnd(name)) depth++;
      else if (piece.closes !== undefined && !needsNoEnd(name)) depth = Math.max(0, depth - 1);
    }
    return cuts.length === 0 ? [token] : divided(token, cuts);
  });
}

function divided(token: Token, cuts: readonly HtmlPiece[]): Token[] {
  const parts: Token[] = [];
  let from = 0;
  for (const cut of cuts) {
    parts.push(...part(token, from, cut.start));
    if (cut.name !== undefined) parts.push(sectionMark(token, cut));
    from = cut.end;
  }
  return [...parts, ...part(token, from, token.content.length)];
}

function part(token: Token, from: number, to: number): Token[] {
  const content = token.content.slice(from, to);
  if (content.trim() === '') return [];
  const copy = Object.assign(new MarkdownIt.Token(token.type, token.tag, token.nesting), token, {
    content: content.replace(/^\n/, ''),
  });
  const { path, line } = placeOf(token);
  copy.meta = {
    ...token.meta,
    place: { path, line: line + linesIn(token.content.slice(0, from)) + (content.startsWith('\n') ? 1 : 0) },
  };
  return [copy];
}

function sectionMark(token: Token, { line, attributes }: HtmlPiece): Token {
  const place = { path: placeOf(token).path, line: placeOf(token).line + line };
  const mark = blockToken('mark', '', 0, place);
  mark.info = 'section';
  const kept: Attributes = attributes.filter(
    ([name]) => !name.startsWith('data-markdown') && !name.startsWith('data-separator'),
  );
  addMeta(mark, { attributes: kept });
  return mark;
}

function linesIn(text: string): number {
  return text.split('\n').length - 1;
}
