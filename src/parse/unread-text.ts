import { type Keeper, keepers, meantKeeper } from './meant-keeper.js';

/** Something that looks like a mark and was not read as one. */
export interface Unread {
  /** As typed, shortened. */
  readonly what: string;
  /** What it means. */
  readonly keeper: Keeper;
  /** Lines below the first of its text. */
  readonly line: number;
}

/** Braces that begin like attributes, closed or not; a colon is kramdown's. */
const braces = /\{\s*:?\s*(?=[.#]|[\p{L}_][\p{L}\p{N}_-]*\s*=)([^{}]*)\}?/gu;

/** Braces in a text that name who may read it; at its end also without a dot, and two colons that open no block. */
export function unreadBraces(text: string): readonly Unread[] {
  if (!text.includes('{') && !text.includes('::')) return [];
  const found = [...text.matchAll(braces)].flatMap((match): readonly Unread[] => {
    const keeper = namesIn(match[1] ?? '')
      .map(meantKeeper)
      .find((one) => one !== undefined);
    return keeper === undefined ? [] : [unread(match[0], keeper, text, match.index)];
  });
  const bare = /\{\s*(teacher)s?( only)?\s*\}[\s.]*$/i.exec(text);
  const colons = [...text.matchAll(/^[ \t]*::[ \t]*\{?\.?([\p{L}-]+)\}?/gmu)].flatMap((match): readonly Unread[] => {
    const keeper = meantKeeper(match[1] ?? '');
    return keeper === undefined ? [] : [unread(match[0].trim(), keeper, text, match.index)];
  });
  return [...found, ...(bare === null ? [] : [unread(bare[0], 'teacher', text, bare.index)]), ...colons];
}

/** Classes, and values of `class` or of a name that nobody knows. */
function namesIn(body: string): readonly string[] {
  const classes = [...body.matchAll(/(?:^|[\s}#.\p{L}\p{N}"'”])\.\s?([\p{L}_][\p{L}\p{N}_-]*)/gu)].map(
    ([, name = '']) => name,
  );
  const values = [...body.matchAll(/([\p{L}_-]+)\s*=\s*["'“„”]?([\p{L}_-]+)/gu)].flatMap(([, name = '', value = '']) =>
    name === 'class' || (keepers as readonly string[]).slice(0, 2).includes(value.toLowerCase()) ? [value] : [],
  );
  return [...classes, ...values];
}

/** A label for notes, as people write it; `bold` asks for those that are emphasised too, which decks of other tools show. */
const label = /^[\s\u00a0]*((?:(?:speaker|presenter|teacher|lecturer)(?:[’']?s)?[ -])?notes?)[\s\u00a0]*[:：]/iu;
const named = /^[\s\u00a0]*[*_]*((?:speaker|presenter|teacher|lecturer)(?:[’']?s)?[ -]notes?)[\s\u00a0*_]*[:：]/iu;
const emphasised = /^[\s\u00a0]*[*_]+[\s\u00a0]*notes?[\s\u00a0*_]*[:：]/iu;
/** remark's mark for notes. */
const remark = /^\?\?\?\s*$/u;

/** Lines that begin with a mark for notes that was not taken as one. The first line of an item, a cell or a heading is none (`begins`). */
export function unreadNotes(text: string, bold: boolean, begins = false): readonly Unread[] {
  return text.split('\n').flatMap((line, index): readonly Unread[] => {
    if (begins && index === 0) return [];
    const isMark = label.test(line) || named.test(line) || (bold && emphasised.test(line)) || remark.test(line);
    return isMark ? [{ what: shortened(line.trim()), keeper: 'notes', line: index }] : [];
  });
}

const oddBox =
  /^[\s\u00a0*_]*(\[[^\]\p{L}\p{N}.…@^]{0,3}\]|\[\s*[xXvVoOyYnNхХ]\s*\]|[☑✅✔✓☒✗✘❌☐]|\(\s?[xX]?\s?\))(?=[\s\u00a0*_\p{L}]|$)/u;

/** Lines of a question that begin with a box that nobody can tell, or that stands where boxes are not read. */
export function unreadBoxes(text: string): readonly Unread[] {
  return text
    .split('\n')
    .flatMap((line, index): readonly Unread[] =>
      oddBox.test(line) ? [{ what: shortened(line.trim()), keeper: 'answer', line: index }] : [],
    );
}

function unread(what: string, keeper: Keeper, text: string, at: number): Unread {
  return { what: shortened(what), keeper, line: text.slice(0, at).split('\n').length - 1 };
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').replaceAll('\uFFFC', '…');
  return line.length > 50 ? `${line.slice(0, 47)}…` : line;
}
