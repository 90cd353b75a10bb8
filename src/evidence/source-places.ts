import type { DataTable, PlaceKind, SourceLocator, SourcePlace, SourceText } from '../model.js';
import { nearest } from '../nearest.js';
import { readPlaceNumber } from '../parse/source-locator.js';

type Placed = Pick<SourceText, 'paragraphs' | 'pages' | 'headings' | 'data'>;

/**
 * The places of a source by its own count: its pages, as far as they are marked, what its headings open up to the next heading of
 * their level, the articles and sections of a law, which begin a paragraph with their number, and its tables.
 */
export function placesOf(source: Placed): readonly SourcePlace[] {
  if (source.data !== undefined) return dataPlaces(source.data, source.paragraphs);
  return [...pagesOf(source), ...headingPlaces(source), ...openedByParagraphs(source)];
}

/** Rows by their numbers, columns by their names: a column is all rows. */
function dataPlaces({ columns }: DataTable, paragraphs: SourceText['paragraphs']): readonly SourcePlace[] {
  const [from = 0, to = 0] = [paragraphs[0]?.number, paragraphs.at(-1)?.number];
  return [
    ...paragraphs.map(({ number }): SourcePlace => ({ kind: 'row', number: String(number), from: number, to: number })),
    ...columns.map((number): SourcePlace => ({ kind: 'column', number, from, to })),
  ];
}

/** The paragraphs of a page: those that stand on it, and one that runs over from the page before. */
function pagesOf({ pages = [], paragraphs }: Placed): readonly SourcePlace[] {
  const last = paragraphs.at(-1)?.number ?? 0;
  return pages.map(({ label, paragraph }, index): SourcePlace => {
    const next = pages[index + 1];
    const to = next === undefined ? last : next.at > 0 ? next.paragraph : next.paragraph - 1;
    return { kind: 'page', number: label, from: paragraph, to };
  });
}

function headingPlaces({ headings = [], paragraphs }: Placed): readonly SourcePlace[] {
  const last = paragraphs.at(-1)?.number ?? 0;
  return headings.flatMap(({ text, level, paragraph }, index): readonly SourcePlace[] => {
    const opened = readPlaceNumber(text);
    if (opened === undefined) return [];
    const next = headings.slice(index + 1).find((one) => one.level <= level);
    const range = { from: paragraph, to: next === undefined ? last : next.paragraph - 1 };
    const kinds: readonly PlaceKind[] = opened.kind === undefined ? ['chapter', 'section'] : [opened.kind];
    return kinds.map((kind) => ({ kind, number: opened.number, ...range }));
  });
}

/** An article goes on to the next one, or to the next heading; a table is the paragraph that its number begins. */
function openedByParagraphs({ headings = [], paragraphs }: Placed): readonly SourcePlace[] {
  const opened = paragraphs.flatMap(({ number: paragraph, text }) => {
    const { kind, number } = readPlaceNumber(text) ?? {};
    return kind === undefined || number === undefined ? [] : [{ kind, number, paragraph }];
  });
  const last = paragraphs.at(-1)?.number ?? 0;
  return opened.map(({ kind, number, paragraph }): SourcePlace => {
    if (kind === 'table') return { kind, number, from: paragraph, to: paragraph };
    const next = [...opened.filter((one) => one.kind === kind), ...headings].map((one) => one.paragraph);
    const end = Math.min(...next.filter((one) => one > paragraph), last + 1);
    return { kind, number, from: paragraph, to: end - 1 };
  });
}

/**
 * The places a locator names, `pp. 12–14` all of its range; empty where the source has none of them. A page comes twice where its
 * notes stand behind the body.
 */
export function placesNamed({ kind, from, to }: SourceLocator, places: readonly SourcePlace[]): readonly SourcePlace[] {
  const own = places.filter((place) => place.kind === kind);
  const first = own.findIndex(({ number }) => isSame(number, from));
  const last = own.findIndex(({ number }) => isSame(number, to));
  if (first === -1 || last === -1) return [];
  const named = own.slice(Math.min(first, last), Math.max(first, last) + 1);
  return own.filter(({ number }) => named.some((one) => isSame(one.number, number)));
}

/** What the source has of a kind, nearest to a number that it has not. */
export function nearestPlaces({ kind, from }: SourceLocator, places: readonly SourcePlace[]): readonly SourcePlace[] {
  const own = places.filter((place) => place.kind === kind);
  if (kind === 'column') {
    const name = nearest(
      from,
      own.map(({ number }) => number),
    );
    return name === undefined ? own.slice(0, 8) : own.filter(({ number }) => number === name);
  }
  const wanted = Number.parseFloat(from);
  if (Number.isNaN(wanted)) return own.slice(0, 3);
  const away = ({ number }: SourcePlace): number => Math.abs((Number.parseFloat(number) || 0) - wanted);
  const nearby = new Set([...own].sort((a, b) => away(a) - away(b)).slice(0, 2));
  return own.filter((place) => nearby.has(place));
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
