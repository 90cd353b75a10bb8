import { authorsOf } from './by-line.js';
import { dateOf } from './head-dates.js';
import { issueLine } from './issue-line.js';
import type { SourceBlock, SourceSays } from './source-block.js';
import { anyForm } from './word-forms.js';

/** What ¶0 is made of, in this order, as the text has it. */
export interface SourceHead {
  readonly title?: string;
  readonly date?: string;
  readonly author?: string;
  readonly published?: string;
  readonly affiliation?: string;
}

/** The head of a source, what the lines in it say, and what is left of them. */
export interface ReadHead {
  readonly head: SourceHead;
  readonly says: SourceSays;
  readonly others: readonly string[];
}

/** Reads what stands before and after the body of a text; what the file says of itself fills the gaps. `highest`: headings of level 1. */
export function readHead(
  before: readonly SourceBlock[],
  after: readonly SourceBlock[],
  says: SourceSays,
  highest = 1,
): ReadHead {
  const issueAt = issueIndex(before, says);
  const issued = before[issueAt]?.text;
  const issue = issued === undefined ? undefined : issueLine(issued);
  const left = before.filter((_, index) => index !== issueAt);
  const take = (test: (block: SourceBlock) => boolean): string | undefined => {
    const index = left.findIndex(test);
    return index === -1 ? undefined : left.splice(index, 1)[0]?.text;
  };
  const heading = takeAt(left, titleIndex(left, says, highest));
  const date = take(({ text }) => dateOf(text) !== undefined);
  const published = take(({ text }) => isPublishedIn(text));
  const longest = Math.max(0, ...left.filter(({ text }) => !isLabelled(text)).map(({ text }) => text.length));
  const title = heading ?? says.title ?? (left.length === 0 ? undefined : take(({ text }) => text.length === longest));
  const line = take(({ text }) => authorsOf(text) !== undefined);
  const author = line ?? (says.authors === undefined ? undefined : says.authors.join(', '));
  const authors = line === undefined ? says.authors : authorsOf(line);
  const [affiliation, ...rest] = after
    .map(({ text }) => text)
    .filter((text) => text !== title && !isSame(text, line ?? ''));
  const day = date === undefined ? (says.date ?? issue?.date) : dateOf(date);
  return {
    head: present({
      title,
      date: date ?? says.date,
      author: author && withoutLabel(author),
      published: published ?? issued,
      affiliation,
    }),
    says: {
      ...says,
      ...(title === undefined ? {} : { title }),
      ...(authors === undefined ? {} : { authors }),
      ...(day === undefined ? {} : { date: day }),
      ...(issue?.container === undefined || says.container !== undefined ? {} : { container: issue.container }),
      ...containerOf(published, says),
    },
    others: [...left.map(({ text }) => text), ...rest],
  };
}

/**
 * Which of the lines before the body is the title: the one that the file names, else the first heading; -1: none is. Where the file
 * names a title that stands nowhere, a heading of a lower level is one of the text, and so is the first of several of the highest.
 */
export function titleIndex(heads: readonly SourceBlock[], says: SourceSays, highest = 1): number {
  const { title } = says;
  const named = title === undefined ? -1 : heads.findIndex(({ text }) => isSame(text, title));
  if (named >= 0) return named;
  const issue = issueIndex(heads, says);
  const first = heads.findIndex(({ kind }, index) => kind === 'heading' && index !== issue);
  const isBelowText = heads
    .slice(0, first)
    .some(({ text }, index) => index !== issue && dateOf(text) === undefined && !isPublishedIn(text));
  if (isBelowText && (heads[first]?.level ?? 1) > 1) return -1;
  return title !== undefined && (highest > 1 || (heads[first]?.level ?? 1) > 1) ? -1 : first;
}

/**
 * 0 where the first line says where and when the text appeared, else -1. A title may be an event and its day too, so that line is none only
 * where the file names another title or another line may be it: of the same rank, where it is a heading. Below a title such a line is a
 * place and a day.
 */
function issueIndex(heads: readonly SourceBlock[], { title }: SourceSays): number {
  const [first, ...others] = heads;
  if (first === undefined || issueLine(first.text) === undefined) return -1;
  if (title !== undefined) return isSame(first.text, title) ? -1 : 0;
  const rank = first.kind === 'heading' ? (first.level ?? 1) : 7;
  return others.some((other) => mayBeTitle(other) && (other.kind === 'heading' ? (other.level ?? 1) : 7) <= rank)
    ? 0
    : -1;
}

function mayBeTitle({ text }: SourceBlock): boolean {
  return (
    dateOf(text) === undefined && authorsOf(text) === undefined && !isPublishedIn(text) && issueLine(text) === undefined
  );
}

function takeAt(blocks: SourceBlock[], index: number): string | undefined {
  return index < 0 ? undefined : blocks.splice(index, 1)[0]?.text;
}

const publishedStart = new RegExp(`^\\W*${anyForm(({ heads }) => heads.published)}(?![\\p{L}])`, 'iu');
const label = new RegExp(`^${anyForm(({ heads }) => heads.by)}(?:\\s*:\\s*|\\s+)`, 'iu');

/** A line that says where the text appeared first. */
export function isPublishedIn(text: string): boolean {
  return publishedStart.test(text) && text.length < 200;
}

/** A by-line that says so: "By Marta Ilvesson". */
export function isLabelled(text: string): boolean {
  return label.test(text) && authorsOf(text) !== undefined;
}

function withoutLabel(line: string): string {
  return authorsOf(line) === undefined ? line : line.replace(label, '');
}

/** "First published in the Northern Ports Review." names its container, unless the file does. */
function containerOf(published: string | undefined, { container }: SourceSays): SourceSays {
  if (container !== undefined || published === undefined) return {};
  const named = published
    .replace(publishedStart, '')
    .replace(/^[\s:]*(?:(?:in|by|im|in der|dans|w|в|у|ў|на)\s+)?(?:the\s+|la\s+|le\s+)?/iu, '')
    .replace(/[,;.]\s.*$|[.]$/u, '')
    .replace(/^[«“„"]|[»”“"]$/gu, '')
    .trim();
  return named === '' ? {} : { container: named };
}

function isSame(one: string, other: string): boolean {
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return plain(one) !== '' && plain(one) === plain(other);
}

function present(parts: { readonly [Key in keyof SourceHead]: string | undefined }): SourceHead {
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined && part !== ''));
}
