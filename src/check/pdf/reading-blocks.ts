import type { Box, PdfContent, PdfElement } from '../../model.js';
import { contentsOf, inOneLine } from './elements.js';

/** What is read in one go and seen in one place: a paragraph, a heading, a cell, a figure. */
export interface ReadingBlock {
  readonly page: number;
  readonly words: string;
  readonly box: Box;
  /** The item of a list it is a part of. */
  readonly item?: PdfElement;
}

/** Elements within a line; what they hold is a part of the block around them. */
const inline: readonly string[] = ['Span', 'NonStruct', 'Link', 'Reference', 'Lbl', 'Quote', 'Code', 'Em', 'Strong'];

/** The blocks of a tree in reading order; one that runs over pages is a block on each. */
export function readingBlocks(tree: readonly PdfElement[], within?: PdfElement): readonly ReadingBlock[] {
  return tree.flatMap((element) => {
    const item = element.role === 'LI' ? element : within;
    if (!holdsBlocks(element)) return blocks(contentsOf(element), item, element.alt);
    return element.children.flatMap((child) => {
      if (child.kind === 'element') return readingBlocks([child], item);
      return child.kind === 'content' ? blocks([child], item) : [];
    });
  });
}

function holdsBlocks({ role, children }: PdfElement): boolean {
  if (role === 'Figure' || role === 'Formula') return false;
  return children.some((child) => child.kind === 'element' && (!inline.includes(child.role) || holdsBlocks(child)));
}

/** Shapes are seen as parts of a figure only: elsewhere they are grounds and rules. */
function blocks(contents: readonly PdfContent[], item: PdfElement | undefined, alt?: string): readonly ReadingBlock[] {
  const seen = contents.filter(({ text, images }) => alt !== undefined || text.trim() !== '' || images > 0);
  const pages = [...new Set(seen.map(({ page }) => page))];
  return pages.flatMap((page) => {
    const here = seen.filter((content) => content.page === page);
    const box = around(here.flatMap((content) => content.box ?? []));
    if (box === undefined) return [];
    const words = alt ?? inOneLine(here.map(({ text }) => text).join(''));
    return [{ page, words, box, ...(item === undefined ? {} : { item }) }];
  });
}

function around(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined;
  const [x, y] = [Math.min(...boxes.map((box) => box.x)), Math.min(...boxes.map((box) => box.y))];
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}
