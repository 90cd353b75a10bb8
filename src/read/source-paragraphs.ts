import type { SourceParagraph } from '../model.js';
import { readBlocks, type SourceBlock, type SourceFormat } from './source-blocks.js';

/** A source's text in numbered paragraphs, and what its head says about it. */
export interface NumberedText {
  readonly head: SourceHead;
  readonly paragraphs: readonly SourceParagraph[];
}

/** What ¶0 is made of, in this order. */
export interface SourceHead {
  readonly title?: string;
  readonly date?: string;
  readonly author?: string;
  readonly published?: string;
  readonly affiliation?: string;
}

/**
 * Numbers a source's paragraphs as a reader would: the body from 1, a paragraph that a page break cut in two as one, and title,
 * date line, by-line, first publication and affiliation together as ¶0, wherever they stand.
 */
export function paragraphsOf(text: string, format: SourceFormat): NumberedText {
  const blocks = joinCut(readBlocks(text, format).map(({ text, isHeading }) => ({ text: joinLines(text), isHeading })));
  const first = blocks.findIndex(isBody);
  const last = blocks.findLastIndex(isBody);
  if (first === -1) return numbered({}, [], texts(blocks));
  const before = blocks.slice(0, first);
  const after = blocks.slice(last + 1).filter(({ text }) => !before.some((one) => one.text === text));
  const within = blocks.slice(first, last + 1);
  const { head, others } = readHead(before, after);
  const headings = within.filter(({ isHeading }) => isHeading);
  const body = within.filter(({ isHeading }) => !isHeading);
  return numbered(head, [...others, ...texts(headings)], texts(body));
}

function texts(blocks: readonly SourceBlock[]): readonly string[] {
  return blocks.map(({ text }) => text);
}

function numbered(head: SourceHead, others: readonly string[], body: readonly string[]): NumberedText {
  const lines = [head.title, head.date, head.author, head.published, head.affiliation, ...others];
  const zero = [...new Set(lines.filter((line) => line !== undefined))].join('\n');
  const paragraphs = body.map((text, index) => ({ number: index + 1, text }));
  return { head, paragraphs: zero === '' ? paragraphs : [{ number: 0, text: zero }, ...paragraphs] };
}

/** Lines of a block become one; a word hyphenated at a line's end is put together, unless the text has it with its hyphen elsewhere. */
function joinLines(text: string): string {
  return text
    .replaceAll('\u00AD', '')
    .replace(/(\p{L}+)[-\u2010]\s*\n\s*(\p{Ll}+)/gu, (_, one: string, other: string) =>
      new RegExp(`(?<!\\p{L})${one}-${other}(?!\\p{L})`, 'iu').test(text) ? `${one}-${other}` : one + other,
    )
    .replace(/\s*\n\s*/g, ' ');
}

const finished = /[.!?…:;][”"»“’')\]]*$/u;

/** A paragraph that starts lower-case goes on from the unfinished one before it: a page ended between the two. */
function joinCut(blocks: readonly SourceBlock[]): readonly SourceBlock[] {
  const joined: SourceBlock[] = [];
  for (const block of blocks) {
    const before = joined.at(-1);
    const isRest = /^[“"«(]?\p{Ll}/u.test(block.text) && !block.isHeading;
    if (before === undefined || before.isHeading || !isRest || finished.test(before.text)) joined.push(block);
    else joined[joined.length - 1] = { text: joinLines(`${before.text}\n${block.text}`), isHeading: false };
  }
  return joined;
}

/** A block of so many words is running text even without a full stop; with one, fewer will do; a question may be a title. */
const surelyBody = 30;
const fewestWords: readonly (readonly [end: RegExp, words: number])[] = [
  [/[.…][”"»“’')\]]*$/u, 6],
  [/[!?][”"»“’')\]]*$/u, 20],
];

function isBody({ text, isHeading }: SourceBlock): boolean {
  if (isHeading || publishedIn.test(text)) return false;
  const words = text.split(/\s+/).length;
  return words >= surelyBody || fewestWords.some(([end, least]) => end.test(text) && words >= least);
}

const publishedIn =
  /^(?:\W*)(?:(?:originally|first)\s+(?:published|appeared)|published (?:in|by)|впервые опубликован|опубликован|упершыню|апублікаван)/iu;
const month =
  '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек|сту|лют|сак|кра|тра|чэр|ліп|жні|вер|кас|ліс|сне)';
const dateLine = new RegExp(
  `^(?:\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4}|(?=.*\\b(?:1[5-9]|20)\\d\\d\\b)(?=.*${month}).{6,40})$`,
  'iu',
);
const byLine =
  /^(?:by |автор:? |аўтар:? )?(\p{Lu}[\p{L}.'’-]*(?: (?:and |& |de |van |von |і |и )?\p{Lu}[\p{L}.'’-]*){1,4})$/iu;

function readHead(
  before: readonly SourceBlock[],
  after: readonly SourceBlock[],
): { head: SourceHead; others: string[] } {
  const left = [...before];
  const take = (test: (block: SourceBlock) => boolean): string | undefined => {
    const index = left.findIndex(test);
    return index === -1 ? undefined : left.splice(index, 1)[0]?.text;
  };
  const date = take(({ text }) => dateLine.test(text));
  const published = take(({ text }) => publishedIn.test(text));
  const heading = take(({ isHeading }) => isHeading);
  const longest = Math.max(0, ...left.map(({ text }) => text.length));
  const title = heading ?? (left.length === 0 ? undefined : take(({ text }) => text.length === longest));
  const author = take(({ text }) => isName(text));
  const [affiliation, ...rest] = texts(after).filter((text) => text !== title);
  const head = { title, date, author: author?.replace(/^(?:by|автор:?|аўтар:?) /iu, ''), published, affiliation };
  return {
    head: Object.fromEntries(Object.entries(head).filter(([, part]) => part !== undefined)),
    others: [...texts(left), ...rest],
  };
}

function isName(text: string): boolean {
  const name = byLine.exec(text)?.[1];
  return name?.split(' ').every((word) => /^\p{Lu}|^(?:and|&|de|van|von|і|и)$/u.test(word)) === true;
}
