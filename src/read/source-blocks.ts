import MarkdownIt, { type Token } from 'markdown-it';
import { type DefaultTreeAdapterMap, parse } from 'parse5';

/** What a source's text is written in. */
export type SourceFormat = 'text' | 'markdown' | 'html';

/** A block of a source before its paragraphs are numbered. */
export interface SourceBlock {
  readonly text: string;
  /** A heading by the format's own mark; plain text has none. */
  readonly isHeading: boolean;
}

/** Cuts a source into blocks: by blank lines, or as Markdown and HTML are parsed. What is not running text is left out. */
export function readBlocks(text: string, format: SourceFormat): readonly SourceBlock[] {
  const blocks = { text: textBlocks, markdown: markdownBlocks, html: htmlBlocks }[format](text);
  return blocks
    .map(({ text, isHeading }) => ({
      text: text
        .replace(/[^\S\n]+/g, ' ')
        .replace(/ ?\n ?/g, '\n')
        .trim(),
      isHeading,
    }))
    .filter(({ text }) => text !== '');
}

/** A line this long, in a text without blank lines, is a paragraph of its own. */
const longLine = 120;

function textBlocks(text: string): SourceBlock[] {
  const lines = text.trim().split('\n');
  const isLinewise = !lines.some((line) => line.trim() === '') && lines.some((line) => line.length > longLine);
  return text
    .split(isLinewise ? /\n/ : /\n[^\S\n]*\n\s*/)
    .map((block) => ({ text: withoutMarkup(block), isHeading: false }));
}

/** Texts copied from a web page keep remnants of Markdown: links, emphasis, heading marks. */
function withoutMarkup(block: string): string {
  return block
    .replace(/!?\[([^\]]*)\]\([^)\s]*(?:\s+"[^"]*")?\)/g, '$1')
    .replace(/(?<![\p{L}\p{N}*])(\*{1,3})(?=\S)([^*\n]+?)(?<=\S)\1(?![\p{L}\p{N}*])/gu, '$2')
    .replace(/(?<![\p{L}\p{N}_])(_{1,3})(?=\S)([^_\n]+?)(?<=\S)\1(?![\p{L}\p{N}_])/gu, '$2')
    .replace(/^\s{0,3}#{1,6}\s+/gm, '');
}

function markdownBlocks(text: string): SourceBlock[] {
  const tokens = new MarkdownIt({ html: true }).parse(text.replace(/^---\n[\s\S]*?\n---\n/, ''), {});
  return tokens.flatMap((token, index) =>
    token.type === 'inline'
      ? [{ text: inlineText(token.children ?? []), isHeading: tokens[index - 1]?.type === 'heading_open' }]
      : [],
  );
}

function inlineText(tokens: readonly Token[]): string {
  return tokens
    .map(({ type, content }) =>
      type === 'softbreak' || type === 'hardbreak' ? '\n' : /^html|^image/.test(type) ? '' : content,
    )
    .join('');
}

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

const leftOut = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'nav',
  'aside',
  'footer',
  'form',
  'button',
  'svg',
  'select',
]);
const inlineTags = new Set(
  'a abbr b bdi bdo br cite code data del dfn em i ins kbd mark q s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);

function htmlBlocks(text: string): SourceBlock[] {
  const page = parse(text);
  const [root] = [find(page, 'article'), find(page, 'main'), find(page, 'body')].filter((one) => one !== undefined);
  const blocks: SourceBlock[] = [];
  if (root !== undefined) collect(root, blocks);
  return blocks;
}

function find(node: Node, tag: string): Element | undefined {
  if ('tagName' in node && node.tagName === tag) return node;
  for (const child of 'childNodes' in node ? node.childNodes : []) {
    const found = find(child, tag);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Text and inline elements between block elements make a block each. */
function collect(element: Element, blocks: SourceBlock[]): void {
  const isHeading = /^h[1-6]$/.test(element.tagName);
  let run = '';
  const flush = (): void => {
    blocks.push({ text: run, isHeading });
    run = '';
  };
  for (const child of element.childNodes) {
    if (child.nodeName === '#text' && 'value' in child) run += child.value.replace(/\s+/g, ' ');
    if (!('tagName' in child) || leftOut.has(child.tagName)) continue;
    if (inlineTags.has(child.tagName)) run += inlineContent(child);
    else {
      flush();
      collect(child, blocks);
    }
  }
  flush();
}

function inlineContent(element: Element): string {
  if (element.tagName === 'br') return '\n';
  return element.childNodes
    .map((child) => {
      if (child.nodeName === '#text' && 'value' in child) return child.value.replace(/\s+/g, ' ');
      return 'tagName' in child && !leftOut.has(child.tagName) ? inlineContent(child) : '';
    })
    .join('');
}
