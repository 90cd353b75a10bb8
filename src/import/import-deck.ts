import MarkdownIt from 'markdown-it';
import { decoded } from '../css/address-kind.js';
import { htmlPieces } from '../parse/html-pieces.js';
import { readForeignFrontMatter } from './front-matter.js';
import type { ForeignDeck, ImportedDeck, ImportedFile, ImportRemark } from './imported-deck.js';
import { withLookOfStyles } from './look-of-styles.js';
import { lowerHeadings } from './lower-headings.js';
import { recognise } from './recognise.js';
import { type Tool, type ToolName, tools } from './tools.js';

/** Makes a deck of ours of another tool's. `as` is the tool; undefined where none is told by the text. */
export function importDeck(deck: ForeignDeck, as?: ToolName): (ImportedDeck & { readonly tool: Tool }) | undefined {
  const name = as ?? recognise(deck);
  if (name === undefined) return undefined;
  const tool: Tool = tools[name];
  const remarks: ImportRemark[] = [];
  const { head: front, slides: read, below, references } = tool.read(deck, remarks);
  const slides = lowerHeadings(read, deck.path, remarks);
  const head = withLookOfStyles(front, slides, deck, remarks);
  let written = '';
  for (const [index, slide] of slides.entries())
    written += written === '' ? slide : `\n\n${below?.has(index) ? '----' : '---'}\n\n${slide}`;
  const { text, files } = withOwnFiles(`${head}${written}\n`, tool.publicFolder);
  const inOrder = remarks.toSorted((a, b) => (a.place.path === b.place.path ? a.place.line - b.place.line : 0));
  const described = references === undefined ? {} : { references };
  return { tool, text, slides: slides.length, files, remarks: inOrder, ...described };
}

const reader = new MarkdownIt({ html: true });
const attributeNames: ReadonlySet<string> = new Set([
  'src',
  'poster',
  'data-background-image',
  'data-background-video',
  'background-image',
]);

/** The files that a deck shows, and the deck with the addresses that they have beside it. */
function withOwnFiles(
  text: string,
  publicFolder: string | undefined,
): { readonly text: string; readonly files: readonly ImportedFile[] } {
  const files = new Map<string, ImportedFile>();
  let result = text;
  for (const address of addressesIn(text)) {
    if (/^([a-z][a-z\d+.-]*:|\/\/|#)/i.test(address) || files.has(address)) continue;
    const path = decoded(address.replace(/[?#].*$/, ''));
    const isPublic = path.startsWith('/');
    const parts = path.split('/').filter((part) => part !== '.' && part !== '');
    const to = parts.filter((part) => part !== '..').join('/');
    if (to === '') continue;
    files.set(address, {
      from: isPublic ? `${publicFolder === undefined ? '' : `${publicFolder}/`}${to}` : parts.join('/'),
      to,
    });
    if (isPublic || parts.includes('..')) {
      const plain = address.replace(/^(\.{0,2}\/)+/, '');
      for (const [before, behind] of [
        ['(', ')'],
        ['(', ' '],
        ['"', '"'],
        ['(<', '>'],
        ['=', ' '],
        ['=', '}'],
      ] as const)
        result = result.replaceAll(`${before}${address}${behind}`, `${before}${plain}${behind}`);
    }
  }
  return { text: result, files: [...files.values()] };
}

/** What the front matter names, and what the slides show. */
function addressesIn(text: string): readonly string[] {
  const { values } = readForeignFrontMatter({ path: 'deck.md', text }, []);
  const found = [values.css, values.scripts, values.bibliography, values.csl]
    .flat()
    .filter((value) => typeof value === 'string');
  const visit = (tokens: ReturnType<typeof reader.parse>): void => {
    for (const token of tokens) {
      if (token.type === 'image') found.push(String(token.attrGet('src') ?? ''));
      if (token.type === 'html_block' || token.type === 'html_inline') {
        for (const { attributes, comment } of htmlPieces(token.content)) {
          for (const [name, value] of attributes) if (attributeNames.has(name)) found.push(value);
          for (const one of (comment ?? '').matchAll(/background-(?:image|video)="([^"]*)"/g)) found.push(one[1] ?? '');
        }
      }
      if (token.type === 'inline') {
        for (const one of token.content.matchAll(/\{[^{}]*background-image=(?:"([^"]*)"|([^\s}]*))/g))
          found.push(one[1] ?? one[2] ?? '');
      }
      visit(token.children ?? []);
    }
  };
  visit(reader.parse(text, {}));
  return found;
}
