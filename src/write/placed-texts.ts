import type { Block, Inline, Place, SlideBlocks } from '../model.js';
import { plainWords } from './plain-words.js';

/** Words of a slide where the author typed them, and the marks of what they rest on: "¶5". */
export interface PlacedText {
  readonly place: Place;
  readonly text: string;
  readonly marks: readonly string[];
}

/** All texts of a slide, its notes among them, each by itself: paragraphs, items, rows, alternatives, captions. */
export function placedTexts({ heading, blocks, foot, footnotes, notes }: SlideBlocks): readonly PlacedText[] {
  const all: readonly Block[] = [...(heading === undefined ? [] : [heading]), ...blocks, ...foot, ...notes];
  return [...all.flatMap(textsOf), ...footnotes.flatMap((one) => one.blocks.flatMap(textsOf))];
}

function textsOf(block: Block): readonly PlacedText[] {
  const { place } = block;
  const said = (content: readonly Inline[]): readonly PlacedText[] => {
    const text = plainWords(content);
    return text === '' ? [] : [{ place, text, marks: marksIn(content) }];
  };
  const inside = (blocks: readonly Block[]): readonly PlacedText[] => blocks.flatMap(textsOf);
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return said(block.content);
    case 'list':
      return block.items.flatMap(({ blocks }) => inside(blocks));
    case 'definitions':
      return block.entries.flatMap(({ blocks }) => inside(blocks));
    case 'table':
      return [
        ...said(block.caption),
        ...block.rows.map((row) => {
          const cells = row.cells.map(({ blocks }) => inside(blocks));
          const text = cells.map((texts) => texts.map((one) => one.text).join(' ')).join(' | ');
          return { place: row.place, text, marks: cells.flat().flatMap(({ marks }) => marks) };
        }),
      ];
    case 'figure':
      return [...(block.alt === '' ? [] : [{ place, text: block.alt, marks: [] }]), ...said(block.caption)];
    case 'code':
      return block.text.split('\n').map((text) => ({ place, text, marks: [] }));
    case 'formula':
      return [{ place, text: block.tex, marks: [] }];
    case 'columns':
      return block.columns.flatMap(inside);
    case 'quotation':
    case 'question':
    case 'answer':
    case 'box':
      return inside(block.blocks);
    case 'html':
      return [];
  }
}

function marksIn(content: readonly Inline[]): readonly string[] {
  return content.flatMap((inline): readonly string[] => {
    if (inline.kind === 'mark') return [inline.text];
    return inline.kind === 'styled' || inline.kind === 'link' ? marksIn(inline.content) : [];
  });
}
