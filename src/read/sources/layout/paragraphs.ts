import { type SourceBlock, writePageMark } from '../source-block.js';
import { bodyOf, type Column, columnsOf, type Line } from './lines.js';
import type { LaidPage } from './segment.js';

interface Draft {
  kind: SourceBlock['kind'];
  readonly lines: (Line & { readonly page: number })[];
  /** The column it began in, and the one it goes on in. */
  column: Column;
}

/**
 * The blocks of a text that is laid out on pages: lines become paragraphs by indents, gaps, short last lines; what ends with a column or a
 * page and is not finished goes on in the next; small print with a number at a column's foot is a note.
 */
export function paragraphsOnPages(pages: readonly LaidPage[]): readonly SourceBlock[] {
  const columns = columnsOf(pages);
  const body = bodyOf(columns);
  const drafts: Draft[] = [];
  for (const column of columns) {
    const notes = notesFrom(column, body.size);
    const own = [
      ...draftsOf(column, column.lines.slice(0, notes), body),
      ...notesOf(column, column.lines.slice(notes)),
    ];
    const [first, ...others] = own;
    const before = drafts.findLast(({ kind }) => kind !== 'note');
    if (first !== undefined && before !== undefined && goesOn(before, first)) {
      before.lines.push(...first.lines);
      before.column = first.column;
      drafts.push(...others);
    } else drafts.push(...own);
  }
  const levels = headingSizes(drafts);
  return withMarks(drafts, pages, levels);
}

const finished = /[.!?…:;][”"»“’')\]]*[⁰¹²³⁴⁵⁶⁷⁸⁹*]*$/u;
const opening = /^[\p{Lu}\p{N}“"«„(‘'—–•‣▪*·-]/u;
const bullet = /^(?:[•‣▪●○–—*·]|\(?[\da-z]{1,2}[.)])\s/u;

function draftsOf(
  column: Column,
  lines: readonly Line[],
  body: { readonly size: number; readonly font: string },
): readonly Draft[] {
  const drafts: Draft[] = [];
  lines.forEach((line, index) => {
    const last = drafts.at(-1);
    const before = lines[index - 1];
    const kind = line.isTableRow ? 'table' : isHeadingLine(line, body, column) ? 'heading' : 'paragraph';
    const begins =
      last === undefined ||
      before === undefined ||
      kind !== last.kind ||
      (kind === 'heading'
        ? !isSameHeading(before, line, column)
        : kind === 'paragraph' && isBegin(before, line, column, last));
    const own = { ...line, page: column.page };
    if (begins) drafts.push({ kind, lines: [own], column });
    else last.lines.push(own);
  });
  return drafts.map(soundHeading);
}

/** Whether a paragraph begins with a line. */
function isBegin(before: Line, line: Line, column: Column, { lines }: Draft): boolean {
  const gap = line.y - before.y;
  if (column.pitch > 0 && gap > Math.max(column.pitch, before.size * 1.05) * 1.45) return true;
  if (Math.abs(line.size - before.size) > before.size * 0.12) return true;
  // So long a line is a paragraph by itself.
  if (before.x1 - before.x0 > before.letter * 180) return true;
  if (opening.test(line.text) && isCentred(before, line) && before.x1 - before.x0 < (column.right - column.left) * 0.75)
    return true;
  const em = line.letter * 2;
  const isIndented = line.x0 > before.x0 + em * 0.7;
  const isOutdented = line.x0 < before.x0 - em * 0.7;
  // A paragraph's second line stands left of an indented first one; behind a finished line, an item begins that hangs.
  if (isOutdented) return lines.length > 1 && finished.test(before.text) && opening.test(line.text);
  if (isIndented) return !bullet.test(before.text) && (opening.test(line.text) || finished.test(before.text));
  if (bullet.test(line.text) && (finished.test(before.text) || bullet.test(lines[0]?.text ?? '')))
    return hasRoom(before, line, column, 0);
  // Had the paragraph gone on, the next word would have found room.
  return opening.test(line.text) && hasRoom(before, line, column, finished.test(before.text) ? 0 : 8);
}

/** Whether lines of other lengths stand below each other by their middles, as a date and a name below a title do. */
function isCentred(before: Line, line: Line): boolean {
  const middle = Math.abs(before.x0 + before.x1 - line.x0 - line.x1) / 2;
  return middle < line.size * 0.3 && Math.abs(before.x0 - line.x0) > line.size * 0.25;
}

/** Whether the first word of a line would have fitted behind the line before, with so many letters to spare. */
function hasRoom(before: Line, line: Line, { right }: Column, spare: number): boolean {
  const word = line.text.split(' ')[0]?.length ?? 0;
  return before.x1 + (word + 1.5 + spare) * before.letter < right;
}

/** A title is larger than the text, or in another face and short. */
function isHeadingLine(
  line: Line,
  body: { readonly size: number; readonly font: string },
  { left, right }: Column,
): boolean {
  const { text, size, font } = line;
  if (!/\p{L}{2}/u.test(text) || text.length > 160) return false;
  if (size > body.size * 1.12) return true;
  const isShort = line.x1 - line.x0 < (right - left) * 0.8 && text.split(' ').length <= 14;
  return (
    font !== body.font && size > body.size * 0.96 && isShort && !/[.,;:…]$/.test(text) && /^[\p{Lu}\p{N}§]/u.test(text)
  );
}

function isSameHeading(before: Line, line: Line, column: Column): boolean {
  const near = line.y - before.y < Math.max(before.size, column.pitch) * 1.9;
  return near && Math.abs(line.size - before.size) < before.size * 0.08 && line.font === before.font;
}

/** Large print of more than forty words is a standfirst or a poster, not a heading. */
function soundHeading(draft: Draft): Draft {
  const words = draft.lines.reduce((sum, { text }) => sum + text.split(' ').length, 0);
  return draft.kind === 'heading' && words > 40 ? { ...draft, kind: 'paragraph' } : draft;
}

/** Whether a column's first block is the rest of the last one before it. */
function goesOn(before: Draft, first: Draft): boolean {
  if (before.kind !== 'paragraph' || first.kind !== 'paragraph')
    return before.kind === 'table' && first.kind === 'table';
  const [end, start] = [before.lines.at(-1), first.lines[0]];
  if (end === undefined || start === undefined || Math.abs(end.size - start.size) > end.size * 0.1) return false;
  if (/^\p{Ll}/u.test(start.text)) return !/[.!?…][”"»“’')\]]*$/u.test(end.text);
  if (bullet.test(start.text) || hasRoom(end, start, before.column, finished.test(end.text) ? 0 : 4)) return false;
  // A full line that ends with a sentence ends its paragraph too, where the next begins with an indent, or nobody knows line lengths.
  return !finished.test(end.text) || (!first.column.isCounted && start.x0 < first.column.left + start.letter * 1.4);
}

const noteStart = /^(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|\d{1,3}[.)]?(?=\s|\p{L})|[*†‡§]{1,3})\s*/u;

/** Where a column's notes begin: at the first of its last lines that is small and begins with a number or a sign. */
function notesFrom({ lines }: Column, bodySize: number): number {
  let from = lines.length;
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at];
    if (line === undefined || line.size > bodySize * 0.93 || line.isTableRow) break;
    if (noteStart.test(line.text)) from = at;
  }
  return from;
}

function notesOf(column: Column, lines: readonly Line[]): readonly Draft[] {
  const drafts: Draft[] = [];
  for (const line of lines) {
    const own = { ...line, page: column.page };
    const last = drafts.at(-1);
    const number = noteNumber(line.text);
    const isNext =
      number !== undefined && (last === undefined || number > (noteNumber(last.lines[0]?.text ?? '') ?? 0));
    if (last === undefined || isNext || /^[*†‡]/.test(line.text)) drafts.push({ kind: 'note', lines: [own], column });
    else last.lines.push(own);
  }
  return drafts;
}

function noteNumber(text: string): number | undefined {
  const start = noteStart.exec(text)?.[0].normalize('NFKC');
  const digits = start === undefined ? undefined : /\d+/.exec(start)?.[0];
  return digits === undefined ? undefined : Number(digits);
}

/** The sizes of headings, largest first: their order is that of levels. */
function headingSizes(drafts: readonly Draft[]): readonly number[] {
  const sizes = drafts.filter(({ kind }) => kind === 'heading').map(({ lines }) => Math.round(lines[0]?.size ?? 0));
  return [...new Set(sizes)].sort((a, b) => b - a);
}

/** Blocks with their page marks: one where a page's first words are, whatever they belong to; notes have their own page again. */
function withMarks(
  drafts: readonly Draft[],
  pages: readonly LaidPage[],
  levels: readonly number[],
): readonly SourceBlock[] {
  const at = { body: -1, note: -1 };
  const references = new Set(
    drafts.flatMap(({ kind, lines }) => (kind === 'note' ? [noteNumber(lines[0]?.text ?? '')] : [])),
  );
  return drafts.map(({ kind, lines }) => {
    const flow = kind === 'note' ? 'note' : 'body';
    const texts = lines.flatMap((line, index) => {
      const label = pages[line.page]?.label;
      const isNew = line.page !== at[flow] && label !== undefined;
      at[flow] = line.page;
      const text =
        kind === 'note'
          ? line.text.replace(index === 0 ? noteNumeral : raisedNumeral, raisedStart)
          : withoutReferences(line.text, references);
      return isNew ? [writePageMark(label), text] : [text];
    });
    const level = kind === 'heading' ? { level: Math.min(6, 1 + levels.indexOf(Math.round(lines[0]?.size ?? 0))) } : {};
    return { kind, text: texts.join('\n'), ...level };
  });
}

const raisedNumeral = /^[⁰¹²³⁴⁵⁶⁷⁸⁹]+\s*/u;
/** LibreOffice sets a note's number right before its first letter. */
const noteNumeral = /^(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]+\s*|\d{1,3}(?=\p{L}))/u;

function raisedStart(start: string): string {
  return `${start.trim().normalize('NFKC')} `;
}

/** Raised numbers that point at a note are no part of the text; those of a unit or a power are. */
function withoutReferences(text: string, notes: ReadonlySet<number | undefined>): string {
  return text.replace(/(?<=\p{L}{3}|[.,;:!?”"»“’)\]])[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}/gu, (raisedNumber) =>
    notes.has(Number(raisedNumber.normalize('NFKC'))) ? '' : raisedNumber,
  );
}
