import type { Token } from 'markdown-it';
import type { Attributes } from './attributes.js';

const attribute = /([^\s"'=<>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

/**
 * Takes the comments out of a slide: what `<!-- .slide: … -->` says is handed to `onSlide`, `<!-- .element: … -->` stays for the
 * renderer, all others are dropped, so that an author's remarks reach no reader.
 */
export function takeComments(tokens: readonly Token[], onSlide: (attributes: Attributes) => void): Token[] {
  return tokens.filter((token) => {
    if (token.type !== 'html_block' && token.type !== 'html_inline') {
      if (token.children !== null) token.children = takeComments(token.children, onSlide);
      return true;
    }
    if (!token.content.includes('<!--')) return true;
    token.content = withoutComments(token.content, onSlide);
    return token.content.trim() !== '';
  });
}

function withoutComments(html: string, onSlide: (attributes: Attributes) => void): string {
  const isCode = /<(script|style|textarea|pre)\b/i.test(html);
  let kept = '';
  let pos = 0;
  for (let start = html.indexOf('<!--'); start !== -1; start = html.indexOf('<!--', pos)) {
    const end = html.indexOf('-->', start + 2);
    if (end === -1) break;
    const [comment, body] = [html.slice(start, end + 3), html.slice(start + 4, end)];
    const slide = /^\s*\.slide:/.exec(body)?.[0];
    if (slide !== undefined) onSlide(readAttributeList(body.slice(slide.length)));
    const stays = isCode || /^\s*\.element\b/.test(body);
    kept += html.slice(pos, start) + (stays && slide === undefined ? comment : '');
    pos = end + 3;
  }
  return kept + html.slice(pos);
}

function readAttributeList(text: string): Attributes {
  return [...text.matchAll(attribute)].map(([, name = '', double, single, bare]) => [
    name,
    double ?? single ?? bare ?? '',
  ]);
}
