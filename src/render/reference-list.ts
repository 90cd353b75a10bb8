import MarkdownIt, { type Token } from 'markdown-it';
import type { Reference, Slide } from '../model.js';
import { countLines, wordsOf } from '../relations/wrap-text.js';
import { fullReference } from './reference.js';
import { parse, textContent } from './tree.js';

/** A slide, and what its empty `::: sources` lists. */
export interface ListingSlide {
  readonly slide: Slide;
  readonly references?: readonly Reference[];
}

/** Where a list may stand, px of the stage, and how it is set; `assertions.css` has the same. */
const list = { width: 1088, height: 424, size: 22, line: 32, gap: 12 };

/**
 * Gives each empty `::: sources` the references. A list that has its slide to
 * itself goes on on further slides when it is too long; one that shares its slide stays whole.
 */
export function spreadReferences(slides: readonly Slide[], references: readonly Reference[]): readonly ListingSlide[] {
  if (references.length === 0) return slides.map((slide) => ({ slide }));
  return slides.flatMap((slide) => {
    const start = slide.tokens.findIndex(isEmptyList);
    if (start === -1) return [{ slide }];
    const parts = isAlone(slide) ? chunks(references) : [references];
    const isStacked = slides.some((other) => other !== slide && other.index.h === slide.index.h);
    return parts.map((part, index) => ({
      slide: index === 0 ? slide : continued(slide, index, isStacked),
      references: part,
    }));
  });
}

function isEmptyList({ type, info }: Token, index: number, tokens: readonly Token[]): boolean {
  return type === 'container_open' && info.trim() === 'sources' && tokens[index + 1]?.type === 'container_close';
}

function isAlone({ tokens }: Slide): boolean {
  const heading = tokens[0]?.type === 'heading_open' ? 3 : 0;
  return tokens.length === heading + 2;
}

/** As few parts as there must be, and these alike: the last is no single reference behind two full slides. */
function chunks(references: readonly Reference[]): readonly (readonly Reference[])[] {
  const entries = references.map((reference) => ({ reference, height: heightOf(reference) }));
  const fewest = chunksWithin(list.height, entries);
  for (let height = list.line; height < list.height; height += list.line) {
    const parts = chunksWithin(height, entries);
    if (parts.length <= fewest.length) return parts;
  }
  return fewest;
}

/** Full to a height, px, as they come; what is higher stands alone. */
function chunksWithin(
  height: number,
  entries: readonly { readonly reference: Reference; readonly height: number }[],
): readonly (readonly Reference[])[] {
  const parts: Reference[][] = [];
  let room = 0;
  for (const entry of entries) {
    const taken = entry.height + list.gap;
    if (taken > room || parts.length === 0) {
      parts.push([]);
      room = height + list.gap;
    }
    parts.at(-1)?.push(entry.reference);
    room -= taken;
  }
  return parts;
}

/** Px; an address goes on on the next line behind a hyphen or a slash. */
function heightOf(reference: Reference): number {
  const text = textContent(parse(fullReference(reference))).replace(/[-/](?=[^\s/])/g, '$& ');
  return countLines(wordsOf(text, 'label', list.size), list.width) * list.line;
}

/** A slide of its own, to the right; below in a stack. The talk's minutes and notes are on the first. */
function continued({ minutes: _, ...slide }: Slide, index: number, isStacked: boolean): Slide {
  const [number, start] = [` (${index + 1})`, slide.tokens.findIndex(isEmptyList)];
  const heading = slide.tokens
    .slice(0, start)
    .map((token) => (token.type === 'inline' ? withText(token, number) : token));
  const block = slide.tokens.slice(start, start + 2).map((token) => changed(token, { attrs: null }));
  const { id: _id, ...attributes } = slide.attributes;
  return {
    ...slide,
    attributes,
    id: `${slide.id}-continued-${index + 1}`,
    title: slide.title === '' ? '' : slide.title + number,
    index: { ...slide.index, h: isStacked ? slide.index.h : slide.index.h + index / 1000 },
    tokens: [...heading, ...block],
    notes: [],
    handout: [],
    diagrams: [],
    citations: [],
  };
}

function withText(token: Token, content: string): Token {
  const added = changed(new MarkdownIt.Token('text', '', 0), { content });
  return changed(token, { children: [...(token.children ?? []), added] });
}

function changed(token: Token, changes: Partial<Token>): Token {
  return Object.assign(new MarkdownIt.Token(token.type, token.tag, token.nesting), token, changes);
}
