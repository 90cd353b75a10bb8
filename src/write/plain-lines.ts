import type { Block, BlockWriters, ListBlock, ListItem, TableRow } from '../model.js';
import { textContent } from '../render/tree.js';
import { itemLabel } from './item-label.js';
import { plainWords } from './plain-words.js';

/**
 * Blocks as lines of plain text, a paragraph a line however long it is, since who shows it breaks it. Items have their sign before them
 * and stand as deep as they are; a figure is its text alternative. `answer` is the word before an answer.
 */
export function plainLines(blocks: readonly Block[], answer: string): readonly string[] {
  const linesOf = (of: readonly Block[]): readonly string[] =>
    of.flatMap((block) => (writers[block.kind] as (one: Block) => readonly string[])(block));
  const writers: BlockWriters<readonly string[]> = {
    heading: ({ content }) => filledLines(plainWords(content)),
    paragraph: ({ content }) => filledLines(plainWords(content)),
    list: (list) => list.items.flatMap((item) => behindSign(itemSign(item, list), linesOf(item.blocks))),
    definitions: ({ entries }) =>
      entries.flatMap(({ term, blocks: inside }) => (term ? linesOf(inside) : behindSign('   ', linesOf(inside)))),
    table: ({ caption, rows }) => [
      ...filledLines(plainWords(caption)),
      ...rows.map((row) => rowCells(row, linesOf).join(' | ')),
    ],
    quotation: ({ blocks: inside }) => linesOf(inside),
    figure: ({ alt, caption }) => [...filledLines(alt === '' ? '' : `[${alt}]`), ...filledLines(plainWords(caption))],
    code: ({ text }) => text.split('\n').map((line) => `    ${line}`),
    formula: ({ tex }) => filledLines(tex),
    question: ({ blocks: inside }) => linesOf(inside),
    answer: ({ blocks: inside }) => behindSign(`${answer}: `, linesOf(inside)),
    columns: ({ columns }) => columns.flatMap((column) => linesOf(column)),
    box: ({ blocks: inside }) => linesOf(inside),
    html: ({ element }) => filledLines(textContent(element).replace(/\s+/g, ' ').trim()),
  };
  return linesOf(blocks);
}

function itemSign(item: ListItem, list: ListBlock): string {
  const { task, choice } = item;
  if (task !== undefined) return task ? '[x] ' : '[ ] ';
  if (choice !== undefined) return choice === 'right' ? '[x] ' : '[ ] ';
  return list.ordered ? `${itemLabel(list, item)} ` : '– ';
}

function rowCells({ cells }: TableRow, linesOf: (of: readonly Block[]) => readonly string[]): readonly string[] {
  return cells.map(({ blocks }) => linesOf(blocks).join(' '));
}

/** The sign before the first line, and the others as far in as it is wide. */
function behindSign(sign: string, lines: readonly string[]): readonly string[] {
  const inward = ' '.repeat([...sign].length);
  const [first = '', ...others] = lines;
  return [`${sign}${first}`.trimEnd(), ...others.map((line) => (line === '' ? line : `${inward}${line}`))];
}

function filledLines(line: string): readonly string[] {
  return line === '' ? [] : [line];
}
