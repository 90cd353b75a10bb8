import type { Box, PdfContent, PdfElement } from '../../model.js';
import { contentsOf, inOneLine } from './elements.js';

/** What is read in one go and seen in one place: a paragraph, a heading, a cell, a figure. */
export interface ReadingBlock {
  readonly page: number;
  readonly words: string;
  readonly box: Box;
}

/** Elements within a line; what they hold is a part of the block around them. */
const inline: ReadonlySet<string> = new Set([
  'Span',
  'NonStruct',
  'Link',
  'Reference',
  'Lbl',
  'Quote',
  'Code',
  'Em',
  'Strong',
]);

/** The blocks of a tree in reading order; one that runs over pages is a block on each. */
export function readingBlocks(tree: readonly PdfElement[]): readonly ReadingBlock[] {
  return tree.flatMap((element) => (holdsBlocks(element) ? parts(element) : blocks(contentsOf(element), element.alt)));
}

/** What an element holds itself, between the blocks in it. */
function parts(element: PdfElement): readonly ReadingBlock[] {
  return element.children.flatMap((child) => {
    if (child.kind === 'element') return readingBlocks([child]);
    return child.kind === 'content' ? blocks([child]) : [];
  });
}

function holdsBlocks({ role, children }: PdfElement): boolean {
  if (role === 'Figure' || role === 'Formula') return false;
  return children.some((child) => child.kind === 'element' && (!inline.has(child.role) || holdsBlocks(child)));
}

function blocks(contents: readonly PdfContent[], alt?: string): readonly ReadingBlock[] {
  const seen = contents.filter(({ text, images }) => alt !== undefined || text.trim() !== '' || images > 0);
  const pages = [...new Set(seen.map(({ page }) => page))];
  return pages.flatMap((page) => {
    const here = seen.filter((content) => content.page === page);
    const boxes = here.flatMap(({ box }) => box ?? []);
    if (boxes.length === 0) return [];
    return [{ page, words: alt ?? inOneLine(here.map(({ text }) => text).join('')), box: around(boxes) }];
  });
}

function around(boxes: readonly Box[]): Box {
  const [x, y] = [Math.min(...boxes.map((box) => box.x)), Math.min(...boxes.map((box) => box.y))];
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}
