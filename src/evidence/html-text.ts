import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import type { LineBreak } from '../model.js';
import type { ClaimText } from './claim-text.js';
import { quotationsIn } from './quotation-marks.js';

type Node = DefaultTreeAdapterTypes.ChildNode;

const silent = new Set([
  'script',
  'style',
  'template',
  'svg',
  'math',
  'iframe',
  'object',
  'video',
  'audio',
  'noscript',
]);
const blocks = new Set(
  'address article aside blockquote dd details div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);

/** What a piece of raw HTML says, a text for each block and each row of a table. */
export function htmlTexts(html: string): readonly ClaimText[] {
  const texts: Draft[] = [{ text: '', quoted: [], breaks: [] }];
  for (const node of parseFragment(html, { sourceCodeLocationInfo: true }).childNodes) read(node, texts, false);
  return texts.filter(({ text }) => /[\p{L}\p{N}]/u.test(text)).map(asClaim);
}

interface Draft {
  text: string;
  readonly quoted: { start: number; end: number }[];
  readonly breaks: LineBreak[];
}

function read(node: Node, texts: Draft[], isQuoted: boolean): void {
  const current = texts.at(-1);
  if (current === undefined) return;
  if ('value' in node) {
    let line = (node.sourceCodeLocation?.startLine ?? 1) - 1;
    for (const part of node.value.split(/(?<=\n)/)) {
      current.breaks.push({ at: current.text.length, line });
      current.text += part.replace(/\s+/g, ' ');
      if (part.endsWith('\n')) line++;
    }
    return;
  }
  if (!('childNodes' in node) || silent.has(node.nodeName)) return;
  const isBlock = blocks.has(node.nodeName);
  if (isBlock) texts.push({ text: '', quoted: [], breaks: [] });
  if (/^(?:td|th)$/.test(node.nodeName) && current.text !== '') current.text += '\n';
  const draft = texts.at(-1) ?? current;
  const start = draft.text.length;
  const isQuotation = node.nodeName === 'q' || (node.nodeName === 'blockquote' && !isQuoted);
  for (const child of node.childNodes) read(child, texts, isQuoted || node.nodeName === 'blockquote');
  const last = texts.at(-1) ?? draft;
  if (isQuotation) last.quoted.push({ start: last === draft ? start : 0, end: last.text.length });
  if (isBlock) texts.push({ text: '', quoted: [], breaks: [] });
}

function asClaim({ text, quoted, breaks }: Draft): ClaimText {
  const marked = quoted.length > 0 ? quoted : quotationsIn(text).quotations;
  return { text: text.trimEnd(), quotations: marked, citations: [], breaks };
}
