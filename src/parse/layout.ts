import type { Token } from 'markdown-it';
import type { Layout } from '../model.js';
import { firstHeading, plainText } from './heading.js';
import { classesOf, closingIndex } from './token.js';

/** What is known of a slide beside its own text when its layout is chosen. */
export interface LayoutHints {
  /** No slide before it has a heading. */
  readonly isFirst: boolean;
  /** The deck is written for our theme. */
  readonly usesOwnTheme: boolean;
}

/** One block of a slide, by what it is. */
interface Block {
  readonly kind:
    | 'heading'
    | 'text'
    | 'image'
    | 'images'
    | 'diagram'
    | 'table'
    | 'quote'
    | 'html'
    | 'columns'
    | 'question'
    | 'sources'
    | 'other';
  readonly words: number;
}

/** Blocks that only say when or to whom something is shown. */
const transparent: ReadonlySet<string> = new Set(['pause', 'incremental', 'student', 'teacher']);

/** A paragraph that still reads as one line or two in large type. */
const shortParagraph = 25;

/** The layout of a slide whose author names none, from its content. */
export function chooseLayout(tokens: readonly Token[], { isFirst, usesOwnTheme }: LayoutHints): Layout {
  const heading = firstHeading(tokens);
  const blocks = blocksOf(tokens);
  const count = (...kinds: readonly Block['kind'][]): number =>
    blocks.filter(({ kind }) => kinds.includes(kind)).length;
  const rest = blocks.filter(({ kind }) => kind !== 'heading');
  const isShort = ({ kind, words }: Block): boolean =>
    (kind === 'text' || (kind === 'images' && !usesOwnTheme)) && words <= shortParagraph;
  const isBrief = rest.length <= 2 && rest.every(isShort);

  const isPlain = count('other', 'table', 'quote', 'columns', 'diagram') === 0;
  if (heading?.level === 1 && isFirst && (usesOwnTheme || isPlain)) return 'title';
  if (heading?.level === 1 && (usesOwnTheme || isBrief)) return 'section';
  if (count('question') > 0) return 'question';
  if (count('sources') > 0) return 'sources';
  if (heading === undefined && rest.every(({ kind }) => kind === 'html' || kind === 'image')) return 'blank';
  if (count('columns') > 0) return 'columns';
  if (count('diagram') > 0) return 'figure';
  if (count('table') > 0) return 'table';
  if (count('image') === 1 && count('other', 'quote', 'html') === 0 && count('text') <= 2) return 'figure';
  if (count('quote') > 0 && count('other', 'html', 'image') === 0 && count('text') <= 2) return 'quote';
  return usesOwnTheme && heading !== undefined && isBrief ? 'statement' : 'text';
}

function blocksOf(tokens: readonly Token[]): readonly Block[] {
  const blocks: Block[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined || token.type === 'footnote_block_open') break;
    if (token.type === 'container_open' && transparent.has(token.info)) continue;
    if (token.nesting === -1) continue;
    const end = closingIndex(tokens, index);
    const inline = tokens[index + 1]?.children ?? [];
    const isBehindChart = token.type === 'table_open' && classesOf(token).includes('chart-data');
    if (!isUnshown(token) && !isBehindChart)
      blocks.push({ kind: kindOf(token, inline), words: countWords(plainText(inline)) });
    index = end;
  }
  return blocks;
}

function kindOf(token: Token, inline: readonly Token[]): Block['kind'] {
  if (token.type === 'container_open') {
    if (token.info === 'columns' || token.info === 'question') return token.info;
    return token.info === 'sources' || token.info === 'coverage' ? 'sources' : 'other';
  }
  if (token.type === 'paragraph_open') return kindOfParagraph(inline);
  const kinds: Readonly<Record<string, Block['kind']>> = {
    heading_open: 'heading',
    diagram: 'diagram',
    table_open: 'table',
    blockquote_open: 'quote',
    html_block: 'html',
  };
  return kinds[token.type] ?? 'other';
}

function kindOfParagraph(inline: readonly Token[]): Block['kind'] {
  const isNothing = ({ type, content }: Token): boolean =>
    (type === 'text' && content.trim() === '') || (type === 'html_inline' && content.startsWith('<!--'));
  const shown = inline.filter((token) => !isNothing(token));
  const pictured = shown.filter(({ type }) => type !== 'citation' && type !== 'softbreak');
  if (pictured.length > 0 && pictured.every(({ type }) => type === 'image'))
    return pictured.length === 1 ? 'image' : 'images';
  return shown.every(({ type }) => type === 'html_inline' || type === 'softbreak') ? 'html' : 'text';
}

/** Comments and styles are no content. */
function isUnshown({ type, content }: Token): boolean {
  return type === 'html_block' && /^(?:\s*(?:<!--[\s\S]*?-->|<style\b[^>]*>[\s\S]*?<\/style\s*>))*\s*$/i.test(content);
}

function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0;
}
