import MarkdownItCallable, { type Token } from 'markdown-it';
import type { Abbreviation, Slide } from '../model.js';
import { setLevels } from './token.js';

/**
 * Marks the deck's abbreviations wherever they stand as whole words in running text, whatever the alphabet; the first one on a
 * slide of the deck is flagged, since it is explained at the slide's foot. Addresses, code and formulas stay as they are.
 */
export function markAbbreviations(
  slides: readonly Pick<Slide, 'tokens' | 'notes' | 'handout'>[],
  abbreviations: readonly Abbreviation[],
): void {
  if (abbreviations.length === 0) return;
  const longs = new Map(abbreviations.map(({ short, long }) => [short, long]));
  const alternatives = [...longs.keys()]
    .sort((a, b) => b.length - a.length)
    .map((short) => short.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const pattern = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}_])(?:${alternatives.join('|')})(?![\\p{L}\\p{M}\\p{N}_])`, 'gu');
  const explained = new Set<string>();

  for (const slide of slides) {
    for (const token of slide.tokens) markIn(token, true);
    for (const token of [...slide.notes, ...slide.handout]) markIn(token, false);
  }

  function markIn(inline: Token, onSlide: boolean): void {
    if (inline.type !== 'inline' || inline.children === null) return;
    let inAddress = false;
    inline.children = inline.children.flatMap((token) => {
      if (token.info === 'auto') inAddress = token.nesting === 1;
      return token.type === 'text' && !inAddress ? split(token, onSlide) : [token];
    });
    setLevels(inline.children);
  }

  function split(text: Token, onSlide: boolean): Token[] {
    const tokens: Token[] = [];
    let start = 0;
    for (const match of text.content.matchAll(pattern)) {
      const [short] = match;
      const first = onSlide && !explained.has(short);
      if (first) explained.add(short);
      if (match.index > start) tokens.push(textToken(text, text.content.slice(start, match.index)));
      const meta = { ...text.meta, short, long: longs.get(short) ?? '', first };
      tokens.push(abbrToken(1, meta), textToken(text, short), abbrToken(-1, meta));
      start = match.index + short.length;
    }
    if (start === 0) return [text];
    if (start < text.content.length) tokens.push(textToken(text, text.content.slice(start)));
    return tokens;
  }
}

/** A part of a text, for whom the whole is. */
function textToken({ meta }: Token, content: string): Token {
  const token = new MarkdownItCallable.Token('text', '', 0);
  token.content = content;
  if (meta !== null) token.meta = { ...meta };
  return token;
}

function abbrToken(nesting: 1 | -1, meta: Readonly<Record<string, unknown>>): Token {
  const token = new MarkdownItCallable.Token(nesting === 1 ? 'abbr_open' : 'abbr_close', 'abbr', nesting);
  token.meta = { ...meta };
  return token;
}
