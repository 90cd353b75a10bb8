import { authorsOf } from './by-line.js';
import { countWords } from './count-words.js';
import { decodeText, guessed } from './decode-text.js';
import { divideHead } from './divide-head.js';
import { dateOf } from './head-dates.js';
import { laidText, needsLayout } from './layout/laid-text.js';
import { paragraphsOnPages } from './layout/paragraphs.js';
import { withoutRunningLines } from './layout/running-lines.js';
import type { ReadSource, SourceBlock, SourceFile, SourceReader } from './source-block.js';
import { pagesOfText, withoutRepeatedLines } from './text-pages.js';

/** Plain text: paragraphs by blank lines, or, where lines are wrapped and pages set, as they are laid out. */
export const text: SourceReader = { what: 'a text', extensions: ['txt', 'text'], hasEncoding: true, read };

async function read(file: SourceFile): Promise<ReadSource> {
  const { text, encoding, isGuess } = await decodeText(file);
  const { blocks, dropped } = textBlocks(text);
  return {
    blocks,
    says: {},
    warnings: [
      ...(isGuess ? [guessed(encoding)] : []),
      ...dropped.map((line) => `"${line}" stands there again and again and was left out, as a running head.`),
    ],
  };
}

/** The blocks of a text, and the lines that were left out because they come again and again. */
function textBlocks(text: string): {
  readonly blocks: readonly SourceBlock[];
  readonly dropped: readonly string[];
} {
  const pages = pagesOfText(text);
  if (pages.length > 1) {
    const laid = withoutRunningLines(pages.map(laidText));
    const labelled = laid.some(({ label }) => label !== undefined)
      ? laid
      : laid.map((page, index) => ({ ...page, label: String(index + 1) }));
    return { blocks: withHeadings(paragraphsOnPages(labelled)), dropped: [] };
  }
  const { text: kept, dropped } = withoutRepeatedLines(text);
  if (needsLayout(kept)) return { blocks: withHeadings(paragraphsOnPages([laidText({ text: kept })])), dropped };
  const lines = kept.trim().split('\n');
  const isLinewise = !lines.some((line) => line.trim() === '') && lines.some((line) => line.length > longLine);
  const blocks = kept
    .split(isLinewise ? /\n/ : /\n[^\S\n]*\n\s*/)
    .map((block) => ({ kind: 'paragraph' as const, text: block.trim() }));
  return { blocks: withHeadings(divideHead(blocks)), dropped };
}

/** A short line is a heading where it is numbered, marked, in capitals, or over a paragraph; the first is the title. */
function withHeadings(blocks: readonly SourceBlock[]): readonly SourceBlock[] {
  const found = blocks
    .map((block) => ({ ...block, text: withoutMarkup(block.text).trim() }))
    .filter((block) => block.text !== '');
  return found.map((block, index) => {
    const marked = /^(#{1,6})\s+(.+)$/.exec(block.text);
    if (marked?.[1] !== undefined && marked[2] !== undefined) {
      return { kind: 'heading', level: marked[1].length, text: marked[2] };
    }
    const isOne = block.kind === 'paragraph' && isHeading(block.text, index === 0 ? undefined : found[index + 1]?.text);
    return isOne ? { ...block, kind: 'heading', level: 2 } : block;
  });
}

function isHeading(marked: string, next: string | undefined): boolean {
  const text = marked.replace(/^(?:\[Page [^\]]+\]\n)+/u, '');
  const words = countWords(text);
  if (text.length > 90 || words > 12 || /[.,;:!?…”"»。、，；：！？」』]$/.test(text) || !/\p{L}{2}/u.test(text))
    return false;
  if (dateOf(text) !== undefined || authorsOf(text) !== undefined) return false;
  const isShort = words <= 8 && !text.includes('\n') && /^\p{Lu}/u.test(text);
  if (isShort && next !== undefined && countWords(next) > 12 && /[.!?…。！？]["”»」』]?$/.test(next)) return true;
  return numbered.test(text) || (!/\p{Ll}/u.test(text) && /\p{Lu}{4}/u.test(text));
}

const numbered =
  /^(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[IVXLC]{1,6}\.|§\s?\d+|(?:Chapter|Part|Section|Kapitel|Teil|Chapitre|Partie|Rozdział|Część|Глава|Часть|Розділ|Частина|Раздзел|Частка|Skyrius|Dalis)\s+[\dIVXLC]+[.:]?)\s+[\p{Lu}“"«„]/u;

/** A line this long, in a text without blank lines, is a paragraph of its own. */
const longLine = 120;

/** Texts copied from a web page keep remnants of Markdown: links, emphasis, heading marks. */
function withoutMarkup(block: string): string {
  return block
    .replace(/!?\[([^\]]*)\]\([^)\s]*(?:\s+"[^"]*")?\)/g, '$1')
    .replace(/(?<![\p{L}\p{N}*])(\*{1,3})(?=\S)([^*\n]+?)(?<=\S)\1(?![\p{L}\p{N}*])/gu, '$2')
    .replace(/(?<![\p{L}\p{N}_])(_{1,3})(?=\S)([^_\n]+?)(?<=\S)\1(?![\p{L}\p{N}_])/gu, '$2');
}
