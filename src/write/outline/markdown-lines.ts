import type { Block, BlockWriters, Inline, InlineWriters, ListItem } from '../../model.js';
import { itemLabel } from '../item-label.js';
import { described } from '../markup/described.js';

/** Blocks as lines of Markdown (CommonMark with GFM's tables); `slide` is what the signs of its footnotes begin with. */
export function markdownLines(blocks: readonly Block[], answer: string, slide = 0): readonly string[] {
  const words = (content: readonly Inline[]): string => markdownWords(content, slide);
  const lines = (of: readonly Block[]): readonly string[] =>
    of.flatMap((block, index) => [
      ...(index === 0 || (block.kind === 'list' && of[index - 1]?.kind === 'paragraph') ? [] : ['']),
      ...(writers[block.kind] as (one: Block) => readonly string[])(block),
    ]);
  const itemLines = (item: ListItem, sign: string): readonly string[] =>
    indented(`${sign} ${boxOf(item)}`, lines(item.blocks));
  const writers: BlockWriters<readonly string[]> = {
    heading: ({ content }) => [`**${words(content)}**`],
    paragraph: ({ content }) => [words(content)],
    list: (list) => list.items.flatMap((item) => itemLines(item, list.ordered ? itemLabel(list, item) : '-')),
    definitions: ({ entries }) =>
      entries.flatMap(({ term, blocks: inside }) => (term ? ['', ...lines(inside)] : indented(': ', lines(inside)))),
    table: ({ caption, rows }) => {
      const written = rows.map(({ cells }) => {
        const texts = cells.flatMap(({ blocks: inside, columns }) => [
          lines(inside)
            .filter((line) => line !== '')
            .join(' ')
            .replace(/(?<!\\)\|/g, '\\|'),
          ...Array.from({ length: columns - 1 }, () => ''),
        ]);
        return texts;
      });
      const wide = Math.max(1, ...written.map(({ length }) => length));
      const [head = [], ...others] = rows[0]?.isHead === true ? written : [[], ...written];
      const row = (texts: readonly string[]): string =>
        `| ${Array.from({ length: wide }, (_, index) => texts[index] ?? '').join(' | ')} |`;
      const below = caption.length === 0 ? [] : ['', `: ${words(caption)}`];
      return [row(head), row(Array.from({ length: wide }, () => '---')), ...others.map(row), ...below];
    },
    quotation: ({ blocks: inside }) => lines(inside).map((line) => `> ${line}`.trimEnd()),
    figure: ({ alt, caption, diagram }) => {
      const named = caption.length > 0 ? words(caption) : (diagram?.caption ?? '');
      return [`*[${escaped(alt)}]*`, ...(named === '' ? [] : ['', named])];
    },
    code: ({ language, text }) => {
      const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
      const fence = '`'.repeat(longest + 1);
      return [`${fence}${language}`, ...text.split('\n'), fence];
    },
    formula: ({ tex }) => ['$$', tex, '$$'],
    question: ({ blocks: inside }) => lines(inside),
    answer: ({ blocks: inside }) => [`**${answer}**`, '', ...lines(inside)],
    columns: ({ columns }) => columns.flatMap((column, index) => [...(index === 0 ? [] : ['']), ...lines(column)]),
    box: ({ blocks: inside }) => lines(inside),
    html: ({ element }) => [escaped(`[${described(element)}]`)],
  };
  return lines(blocks);
}

/** Words with their emphasis, on one line. */
export function markdownWords(content: readonly Inline[], slide = 0): string {
  const words = (inside: readonly Inline[]): string =>
    inside.map((inline) => (inlines[inline.kind] as (one: Inline) => string)(inline)).join('');
  const inlines: InlineWriters<string> = {
    text: ({ text }) => escaped(text),
    styled: ({ tag, content: inside }) => {
      const sign = signs[tag];
      if (tag === 'code') return `\`${inside.map((one) => (one.kind === 'text' ? one.text : '')).join('')}\``;
      return sign === undefined ? words(inside) : `${sign}${words(inside)}${sign}`;
    },
    link: ({ href, content: inside }) =>
      /^(https?|mailto):/i.test(href) ? `[${words(inside)}](<${href}>)` : words(inside),
    image: ({ alt }) => `*[${escaped(alt)}]*`,
    formula: ({ tex }) => `$${tex}$`,
    mark: ({ text }) => ` [${escaped(text)}]`,
    voice: ({ text }) => ` *(${escaped(text)})*`,
    footnote: ({ number }) => `[^${slide}-${number}]`,
    abbreviation: ({ short }) => escaped(short),
    break: () => ' ',
    html: ({ element }) => escaped(`[${described(element)}]`),
  };
  return words(content)
    .replace(/[ \u00A0]*\u00A0[ \u00A0]*(?=\[)| {2,}/g, ' ')
    .trim();
}

const signs: Readonly<Record<string, string>> = {
  strong: '**',
  b: '**',
  em: '*',
  i: '*',
  del: '~~',
  s: '~~',
  sub: '~',
  sup: '^',
};

function boxOf({ task, choice }: ListItem): string {
  const isTicked = task ?? choice === 'right';
  return task === undefined && choice === undefined ? '' : isTicked ? '[x] ' : '[ ] ';
}

/** The sign before the first line, and the others as far in as it is wide. */
function indented(sign: string, [first = '', ...others]: readonly string[]): readonly string[] {
  const inward = ' '.repeat(sign.startsWith(':') ? 2 : sign.indexOf(' ') + 1);
  return [`${sign}${first}`.trimEnd(), ...others.map((line) => (line === '' ? '' : `${inward}${line}`))];
}

/** Signs that Markdown would read as its own. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>$~^|]/g, (sign) => `\\${sign}`).replace(/^(#|[-+>]|\d+[.)])(?=\s)/, '\\$1');
}
