import { romanNumeral } from '../../../language/roman-numeral.js';
import { anyForm } from '../word-forms.js';
import { type LaidPage, median, type Row, rowsOf, type Segment, textOfRow } from './segment.js';

/** So many rows at the top and at the bottom of a page are looked at. */
const edge = 3;

interface EdgeRow {
  readonly page: number;
  readonly row: Row;
  readonly text: string;
  /** Its words without numbers: what repeats from page to page. */
  readonly pattern: string;
  /** From the nearer end of the page: 0, 1, 2 at the top, -1, -2, -3 at the bottom. */
  readonly position: number;
  /** A gap or another size divides it from the text. */
  readonly isApart: boolean;
  /** It is larger than the text, as headings are and heads are not. */
  readonly isLarge: boolean;
}

/**
 * Takes running heads and feet and page numbers away, and gives each page the number that is printed on it. Undefined labels: none is
 * printed, or the numbers do not rise from page to page.
 */
export function withoutRunningLines(pages: readonly LaidPage[]): readonly LaidPage[] {
  const rows = pages.flatMap(edgeRows);
  const labels = labelsOf(rows, pages.length);
  const byPattern = new Map<string, EdgeRow[]>();
  for (const row of rows) {
    if (!/\p{L}{2}/u.test(row.pattern)) continue;
    byPattern.set(row.pattern, [...(byPattern.get(row.pattern) ?? []), row]);
  }
  const isRunning = (row: EdgeRow): boolean => {
    const { pattern, position, text, page } = row;
    const label = labels[page] ?? pages[page]?.label;
    if (isNumber(text, label)) return true;
    // A note's number is another than the page's.
    const number = /^\d{1,3}(?=[.)]?\s+\p{L})/u.exec(text)?.[0];
    if (position < 0 && number !== undefined && label !== undefined && number !== label) return false;
    const near = (byPattern.get(pattern) ?? []).filter((other) => {
      return (
        other.page !== page &&
        other.position < 0 === position < 0 &&
        Math.abs(other.page - page) <= 4 &&
        isLevel(row, other)
      );
    });
    // What runs from page to page stands apart from the text, or has the page's number in it.
    const isHead = row.isApart || (label !== undefined && text.split(/\s+/).includes(label));
    return isHead && near.length >= (pages.length === 2 ? 1 : 2);
  };
  const isOutermost = ({ page, position }: EdgeRow): boolean =>
    rows
      .filter((row) => row.page === page && row.position < 0 === position < 0)
      .every((row) => (position < 0 ? row.position <= position : row.position >= position) || isRunning(row));
  const running = new Set(rows.filter((row) => isRunning(row) || (isOfFirstPage(row, pages) && isOutermost(row))));
  const heads = [...running].filter(({ text, page }) => !isNumber(text, labels[page] ?? pages[page]?.label));
  const gone = new Set<Segment>(
    rows.filter((row) => running.has(row) || heads.some((head) => isSetAlike(head, row))).flatMap(({ row }) => row),
  );
  return pages.map((page, index) => {
    const label = page.label ?? labels[index];
    return {
      ...page,
      segments: page.segments.filter((segment) => !gone.has(segment)),
      ...(label === undefined ? {} : { label }),
    };
  });
}

/** So many rows of the first page may be title, authors and date. */
const headRows = 6;

/** The title or the author at the edge of a page, where the first page has the same words: a head that need not repeat in a short text. */
function isOfFirstPage({ row, page, text, isApart, isLarge }: EdgeRow, [first]: readonly LaidPage[]): boolean {
  if (!isApart || isLarge || first === undefined || first.isCounted === true || !/\p{L}{2}/u.test(text)) return false;
  const same = rowsOf(first.segments)
    .slice(0, headRows)
    .filter((one) => textOfRow(one).toLowerCase() === text.toLowerCase());
  return same.some((one) => page > 0 || heightOf(one) > heightOf(row) * 1.1);
}

/** Whether a row stands apart at the place of a running head of another page, in its face and size: on other pages a head may say something else. */
function isSetAlike(head: EdgeRow, other: EdgeRow): boolean {
  const [one, two] = [head.row[0], other.row[0]];
  if (one === undefined || two === undefined || head.page === other.page || !other.isApart) return false;
  const isSame = one.font !== '' && one.font === two.font && Math.abs(one.size - two.size) < one.size * 0.05;
  return isSame && head.position === other.position && Math.abs(one.y - two.y) < one.size * 0.3;
}

/** Whether two rows stand at the same height of their pages, counted from the nearer end in texts, where lengths of pages differ. */
function isLevel(one: EdgeRow, other: EdgeRow): boolean {
  const size = one.row[0]?.size ?? 0;
  return one.position === other.position || Math.abs((one.row[0]?.y ?? 0) - (other.row[0]?.y ?? 0)) < size;
}

function edgeRows({ segments }: LaidPage, page: number): readonly EdgeRow[] {
  const rows = rowsOf(segments);
  const top = rows.slice(0, Math.min(edge, Math.ceil(rows.length / 2)));
  const bottom = rows.slice(top.length).slice(-edge);
  const body = median(rows.map(heightOf));
  const pitch = median(rows.slice(1).map((row, index) => baseOf(row) - baseOf(rows[index] ?? row)));
  return [...top, ...bottom].map((row) => {
    const at = rows.indexOf(row);
    const isTop = top.includes(row);
    const inner = rows[isTop ? at + 1 : at - 1];
    const gap = inner === undefined ? 0 : Math.abs(baseOf(inner) - baseOf(row));
    const text = textOfRow(row);
    const pattern = text.toLowerCase().replace(/(?<![\p{L}])(?:\d+|[ivxlc]+)(?![\p{L}])/gu, '#');
    const isApart = gap > pitch * 1.3 || Math.abs(heightOf(row) - body) > body * 0.06;
    const isLarge = heightOf(row) > body * 1.06;
    return { page, row, position: isTop ? at : at - rows.length, text, pattern, isApart, isLarge };
  });
}

function heightOf(row: Row): number {
  return Math.max(...row.map(({ size }) => size));
}

function baseOf(row: Row): number {
  return row[0]?.y ?? 0;
}

const pageWord = anyForm(({ heads }) => heads.page);
const alone = new RegExp(
  `^[\\W_]*(?:${pageWord}\\.?\\s*)?(\\d{1,4}|[ivxlc]{1,7})(?:\\s*(?:/|${pageWord})\\s*\\d{1,4})?[\\W_]*$`,
  'iu',
);
const atEnd = /^(\d{1,4}|[ivxlc]{1,7})(?=\s{1,}\S)|(?<=\S\s+)(\d{1,4}|[ivxlc]{1,7})$/giu;

function isNumber(text: string, label: string | undefined): boolean {
  return label !== undefined && alone.exec(text)?.[1]?.toLowerCase() === label.toLowerCase();
}

/** The printed numbers: those that rise by one from page to page, on most pages where a number stands at the edge. */
function labelsOf(rows: readonly EdgeRow[], pages: number): readonly (string | undefined)[] {
  const printed = rows.flatMap(({ page, text }) => {
    const own = alone.exec(text)?.[1];
    const beside = own === undefined && text.length < 100 ? [...text.matchAll(atEnd)].map(([number]) => number) : [];
    return [...(own === undefined ? [] : [own]), ...beside].map((number) => ({
      page,
      number,
      isOwn: own !== undefined,
    }));
  });
  const arabic = bestOffset(printed, pages, (number) => (/^\d+$/.test(number) ? Number(number) : undefined));
  const roman = bestOffset(printed, pages, romanValue);
  return Array.from({ length: pages }, (_, page) => {
    const isRoman = roman?.pages.has(page) === true && arabic?.pages.has(page) !== true;
    if (roman !== undefined && (isRoman || (arabic !== undefined && page + arabic.offset < 1))) {
      return page + roman.offset < 1 ? undefined : romanNumeral(page + roman.offset);
    }
    return arabic === undefined || page + arabic.offset < 1 ? undefined : String(page + arabic.offset);
  });
}

function bestOffset(
  printed: readonly { readonly page: number; readonly number: string; readonly isOwn: boolean }[],
  pages: number,
  value: (number: string) => number | undefined,
): { readonly offset: number; readonly pages: ReadonlySet<number> } | undefined {
  const byOffset = new Map<number, { pages: Set<number>; own: number }>();
  for (const { page, number, isOwn } of printed) {
    const read = value(number);
    if (read === undefined) continue;
    const found = byOffset.get(read - page) ?? { pages: new Set(), own: 0 };
    found.pages.add(page);
    if (isOwn) found.own++;
    byOffset.set(read - page, found);
  }
  const [best] = [...byOffset].sort(([, a], [, b]) => b.pages.size - a.pages.size || b.own - a.own);
  if (best === undefined) return undefined;
  const [offset, found] = best;
  const isSure = pages === 1 ? found.own === 1 : found.pages.size >= Math.max(2, Math.min(pages * 0.4, 8));
  return isSure ? { offset, pages: found.pages } : undefined;
}

const romanDigits: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

function romanValue(text: string): number | undefined {
  const digits = [...text.toLowerCase()].map((letter) => romanDigits[letter]);
  if (digits.some((digit) => digit === undefined)) return undefined;
  const value = digits.reduce<number>(
    (sum, digit = 0, index) => sum + (digit < (digits[index + 1] ?? 0) ? -digit : digit),
    0,
  );
  return romanNumeral(value) === text.toLowerCase() ? value : undefined;
}
