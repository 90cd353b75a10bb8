import { authorsOf } from './by-line.js';
import { countWords } from './count-words.js';
import { isLabelled, isPublishedIn } from './head.js';
import { dateOf } from './head-dates.js';
import { issueLine } from './issue-line.js';
import type { SourceBlock } from './source-block.js';

/**
 * Divides what stands above the body where title, author and date are lines of one block, without blank lines between them. A title over
 * several lines stays whole, and a block in which no line is a date or a by-line stays as it is.
 */
export function divideHead(blocks: readonly SourceBlock[]): readonly SourceBlock[] {
  const body = blocks.findIndex(({ text }) => /[.!?…]["”»]?\s|[。！？]/u.test(text) && countWords(text) > longestHead);
  const end = body === -1 ? blocks.length : body;
  return [...blocks.slice(0, end).flatMap(divided), ...blocks.slice(end)];
}

/** Words; a title, three authors and a date have fewer. */
const longestHead = 30;

function divided(block: SourceBlock): readonly SourceBlock[] {
  const lines = block.text.split('\n').map((line) => line.trim());
  if (block.kind !== 'paragraph' || lines.length === 1 || !lines.some(isTelling)) return [block];
  const found: string[] = [];
  let isTitleOpen = false;
  const isIssued = issueLine(lines[0] ?? '') !== undefined && /^["“„«]?\p{Lu}/u.test(lines[1] ?? '');
  for (const [index, line] of lines.entries()) {
    const isTitle = !isTelling(line) && authorsOf(line) === undefined && !(isIssued && index === 0);
    if (isTitle && isTitleOpen) found.push(`${found.pop() ?? ''}\n${line}`);
    else found.push(line);
    isTitleOpen = isTitle;
  }
  return found.map((text) => ({ ...block, text }));
}

function isTelling(line: string): boolean {
  return dateOf(line) !== undefined || isLabelled(line) || isPublishedIn(line);
}
