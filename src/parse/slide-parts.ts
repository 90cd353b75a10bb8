import type { Token } from 'markdown-it';
import type { Place } from '../model/diagnostic.js';
import type { Attributes } from './attributes.js';
import { audienceOf } from './audience.js';
import { blockToken, closingIndex, placeOf, setLevels } from './token.js';

/** What stands between two separators, before it is interpreted. */
export interface SlideText {
  readonly index: { readonly h: number; readonly v: number };
  readonly place: Place;
  /** What stands before the notes. */
  readonly tokens: Token[];
  /** What follows `Note:`. */
  readonly notes: Token[];
  /** Those of the raw `<section>` it stood in. */
  attributes: Attributes;
}

/** Cuts the deck's tokens at its marks: a slide for each separator, and one for what stands before the first, where there is anything. */
export function splitSlides(tokens: readonly Token[], start: Place): readonly SlideText[] {
  const slides: SlideText[] = [{ index: { h: 0, v: 0 }, place: start, tokens: [], notes: [], attributes: [] }];
  let current = slides[0];
  let inNotes = false;
  let hasBegun = false;
  for (const token of tokens) {
    if (token.type !== 'mark') (inNotes ? current?.notes : current?.tokens)?.push(token);
    else if (token.info === 'notes') inNotes = true;
    else if (token.info === 'section' && current !== undefined && !inNotes && current.tokens.every(isComment)) {
      current.attributes = [...current.attributes, ...sectionAttributes(token)];
    } else if (slides.length === 1 && current?.tokens.length === 0 && !inNotes && !hasBegun) hasBegun = true;
    else {
      const { h, v } = current?.index ?? { h: 0, v: 0 };
      const index = token.info === 'slide' ? { h: h + 1, v: 0 } : { h, v: v + 1 };
      current = { index, place: placeOf(token), tokens: [], notes: [], attributes: sectionAttributes(token) };
      slides.push(current);
      inNotes = false;
    }
  }
  return slides.map((slide) => {
    const first = slide.tokens[0] ?? slide.notes[0];
    return first === undefined ? slide : { ...slide, place: placeOf(first) };
  });
}

function isComment({ type, content }: Token): boolean {
  return type === 'html_block' && content.trim().startsWith('<!--');
}

function sectionAttributes(token: Token): Attributes {
  return (token.meta?.attributes ?? []) as Attributes;
}

/** A slide's three texts. */
export interface SlideParts {
  readonly tokens: Token[];
  readonly notes: Token[];
  readonly handout: Token[];
}

/**
 * Takes `::: notes` and `::: handout` out of what is shown, and puts each `::: likely-question` among the notes, where it stays a
 * block of its own for the teacher alone, even where students get the notes. What stood in a block for one audience, or in an answer, stays in such a block, so that
 * taking it out shows it to nobody else.
 */
export function takeParts(tokens: readonly Token[]): SlideParts {
  const parts: SlideParts = { tokens: [], notes: [], handout: [] };
  const open: Token[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined) break;
    if (token.type === 'container_open' && (token.info === 'notes' || token.info === 'handout')) {
      const end = closingIndex(tokens, index);
      const inner = takeParts(tokens.slice(index + 1, end));
      parts[token.info].push(...forAudience(inner.tokens, [...open, token]));
      parts.notes.push(...forAudience(inner.notes, open));
      parts.handout.push(...forAudience(inner.handout, open));
      index = end;
      continue;
    }
    if (token.type === 'container_open' && token.info === 'likely-question') {
      const end = closingIndex(tokens, index);
      token.attrJoin('class', 'teacher');
      parts.notes.push(...forAudience(tokens.slice(index, end + 1), open));
      index = end;
      continue;
    }
    if (token.nesting === 1) open.push(token);
    if (token.nesting === -1) open.pop();
    parts.tokens.push(token);
  }
  for (const part of [parts.tokens, parts.notes, parts.handout]) setLevels(part);
  return parts;
}

/** Wraps tokens in the audiences of the blocks they stood in. */
function forAudience(tokens: readonly Token[], around: readonly Token[]): Token[] {
  let wrapped = [...tokens];
  for (const block of around.toReversed()) {
    const name = audienceOf(block);
    if (name === undefined || wrapped.length === 0) continue;
    const [open, close] = wrapping(name, placeOf(block));
    wrapped = [open, ...wrapped, close];
  }
  return wrapped;
}

/** The two ends of a block that the author did not write. */
export function wrapping(name: string, place: Place): [Token, Token] {
  const open = blockToken('container_open', 'div', 1, place);
  const close = blockToken('container_close', 'div', -1, place);
  for (const token of [open, close]) Object.assign(token, { info: name, markup: ':::' });
  return [open, close];
}
