import MarkdownIt from 'markdown-it';

/** CommonMark's blocks and GFM's tables, with running text left as it is. */
const reader = new MarkdownIt({ html: true }).disable(['inline', 'text_join', 'linkify', 'replacements'], true);

/** A block of a text: its lines, from `start` up to but without `end`, counted from 0. */
export interface Block {
  /** As markdown-it calls it: heading_open, fence, html_block, hr, bullet_list_open, inline … */
  readonly type: string;
  /** The signs it is made by: `##`, `*`, ```` ``` ````. */
  readonly markup: string;
  readonly info: string;
  /** How many blocks it stands in. */
  readonly level: number;
  readonly start: number;
  readonly end: number;
}

/** The blocks of a text in reading order, so that nothing is looked for inside code. */
export function blocksOf(text: string): readonly Block[] {
  return reader.parse(text, {}).flatMap(({ type, markup, info, level, map }) => {
    if (map === null) return [];
    return [{ type, markup, info, level, start: map[0], end: map[1] }];
  });
}

/**
 * The text with its code as spaces, of the same length and with the same line ends: what is found in it is no code. Comments stand as they
 * are, whatever they hold.
 */
export function withoutCode(text: string, blocks: readonly Block[]): string {
  const starts = lineStarts(text);
  const code: (readonly [start: number, end: number])[] = [];
  for (const { type, start, end } of blocks) {
    const [from, to] = [starts[start] ?? 0, starts[end] ?? text.length];
    if (type === 'fence' || type === 'code_block') code.push([from, to]);
    if (type !== 'inline') continue;
    for (const span of text.slice(from, to).matchAll(/<!--[\s\S]*?-->|(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g)) {
      if (span[1] !== undefined) code.push([from + span.index, from + span.index + span[0].length]);
    }
  }
  let result = '';
  let at = 0;
  for (const [start, end] of code) {
    if (start < at) continue;
    result += text.slice(at, start) + text.slice(start, end).replace(/[^\n]/g, ' ');
    at = end;
  }
  return result + text.slice(at);
}

/** Where each line of a text begins; one more behind its end. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
