import { authorsOf } from './by-line.js';
import { countWords } from './count-words.js';
import { isPublishedIn, readHead, type SourceHead, titleIndex } from './head.js';
import { issueLine } from './issue-line.js';
import { hyphenatedWords, joinLines } from './join-lines.js';
import { pageMark, type ReadSource, type SourceBlock, type SourceSays } from './source-block.js';

/** A source's text as `sources/<key>.md` keeps it, and what is known about it. */
export interface NumberedSource {
  readonly head: SourceHead;
  /** What the file and its head say, together. */
  readonly says: SourceSays;
  readonly entries: readonly SourceEntry[];
}

/** A numbered paragraph, or a heading. Page marks are lines of their own in a text. */
export type SourceEntry =
  | { readonly number: number; readonly text: string }
  | { readonly level: number; readonly text: string };

/**
 * Numbers a source's paragraphs as a reader would: the body from 1, a paragraph that a page break cut in two as one, notes behind it; title,
 * date line, by-line, first publication and affiliation together are ¶0, wherever they stand.
 */
export function numberParagraphs({ blocks, says }: ReadSource): NumberedSource {
  const hyphenated = hyphenatedWords(blocks.map(({ text }) => text).join('\n'));
  const joined = joinCut(
    blocks.map((block) => asOneLine(block, hyphenated)),
    hyphenated,
  );
  const notes = joined.filter(({ kind }) => kind === 'note');
  const running = joined.filter(({ kind }) => kind !== 'note');
  const isText = running.some(isBody) ? isBody : isSentence;
  const first = running.findIndex(
    (block, index) => isText(block) && (index > 0 || issueLine(block.text) === undefined),
  );
  const isEmpty = first === -1;
  const end = endOfBody(running, running.findLastIndex(isText) + 1);
  const before = running.slice(0, isEmpty ? undefined : first);
  const heads = before.map(withoutMarks).filter(({ text }) => text !== '');
  const after = (isEmpty ? [] : running.slice(end))
    .map(withoutMarks)
    .filter(({ text }) => !heads.some((one) => one.text === text));
  const highest = joined.filter(({ level }) => level === 1).length;
  const opening = heads.slice(openingHeadings(heads, says, highest));
  const { head, says: known, others } = readHead(heads.slice(0, heads.length - opening.length), after, says, highest);
  const body = [...opening, ...(isEmpty ? [] : running.slice(first, end))].filter(
    (block) => block.kind !== 'heading' || withoutMarks(block).text !== head.title,
  );
  const lines = [head.title, head.date, head.author, head.published, head.affiliation, ...others];
  const zero = [...new Set(lines.filter((line) => line !== undefined && line !== ''))].join('\n');
  const page = before.flatMap(({ text }) => text.split('\n').filter((line) => pageMark.test(line))).at(-1);
  return {
    head,
    says: known,
    entries: [...(zero === '' ? [] : [{ number: 0, text: zero }]), ...entriesOf(body, notes, page)],
  };
}

/**
 * A last section of short lines is no by-line: where a heading that names nobody follows the last sure paragraph,
 * and words follow it, all of it is body.
 */
function endOfBody(running: readonly SourceBlock[], surely: number): number {
  const isSection = running.some(
    ({ kind, text }, index) =>
      index >= surely &&
      kind === 'heading' &&
      authorsOf(text) === undefined &&
      running[index + 1]?.kind === 'paragraph',
  );
  return isSection && surely > 0 ? running.length : surely;
}

/** Where the headings begin that stand directly over the first paragraph, behind the title and whatever else is in the head. */
function openingHeadings(heads: readonly SourceBlock[], says: SourceSays, highest: number): number {
  const others = heads.findLastIndex(({ kind }) => kind !== 'heading');
  return Math.max(others, titleIndex(heads, says, highest)) + 1;
}

function entriesOf(
  body: readonly SourceBlock[],
  notes: readonly SourceBlock[],
  page: string | undefined,
): readonly SourceEntry[] {
  let number = 0;
  const entries = [...body, ...(notes.length === 0 ? [] : [notesHeading, ...notes])].map(
    ({ kind, text, level = 2 }): SourceEntry => (kind === 'heading' ? { level, text } : { number: ++number, text }),
  );
  const [first, ...rest] = entries;
  if (first === undefined || page === undefined || pageMark.test(first.text.split('\n')[0] ?? '')) return entries;
  return [{ ...first, text: `${page}\n${first.text}` }, ...rest];
}

const notesHeading: SourceBlock = { kind: 'heading', level: 2, text: 'Notes' };

function asOneLine(block: SourceBlock, hyphenated: ReadonlySet<string>): SourceBlock {
  if (block.kind === 'table') return block;
  return { ...block, text: joinLines(block.text, hyphenated) };
}

function withoutMarks(block: SourceBlock): SourceBlock {
  const lines = block.text.split('\n').filter((line) => !pageMark.test(line));
  return { ...block, text: lines.join(block.kind === 'table' ? '\n' : ' ').trim() };
}

const finished = /[.!?…:;。．｡।۔！？؟：；][”"»“’')\]」』）]*[⁰¹²³⁴⁵⁶⁷⁸⁹]*$/u;

/** A paragraph that starts lower-case goes on from the unfinished one before it: a page ended between the two. */
function joinCut(blocks: readonly SourceBlock[], hyphenated: ReadonlySet<string>): readonly SourceBlock[] {
  const joined: SourceBlock[] = [];
  for (const block of blocks) {
    const at = joined.findLastIndex(({ kind }) => kind !== 'note');
    const before = joined[at];
    const isRest = block.kind === 'paragraph' && /^[“"«(„]?\p{Ll}/u.test(withoutMarks(block).text);
    if (before === undefined || before.kind !== 'paragraph' || !isRest || finished.test(withoutMarks(before).text)) {
      joined.push(block);
    } else joined[at] = { ...before, text: joinLines(`${before.text}\n${block.text}`, hyphenated) };
  }
  return joined;
}

/** A block of so many words is running text even without a full stop; with one, fewer will do; a question may be a title. */
const surelyBody = 30;
const fewestWords: readonly (readonly [end: RegExp, words: number])[] = [
  [/[.…。．｡।۔][”"»“’')\]」』）]*[⁰¹²³⁴⁵⁶⁷⁸⁹]*$/u, 6],
  [/[!?！？؟][”"»“’')\]」』）]*$/u, 20],
];

function isBody(block: SourceBlock): boolean {
  const { text } = withoutMarks(block);
  if (block.kind === 'table') return true;
  if (block.kind === 'heading' || isPublishedIn(text)) return false;
  const words = countWords(text);
  return words >= surelyBody || fewestWords.some(([end, least]) => end.test(text) && words >= least);
}

/** What is taken for a paragraph where none is long enough to be sure. */
function isSentence(block: SourceBlock): boolean {
  const { text } = withoutMarks(block);
  return block.kind === 'paragraph' && !isPublishedIn(text) && fewestWords.some(([end]) => end.test(text));
}
