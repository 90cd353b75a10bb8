/** `example`: numbered through the deck (Pandoc's manual, "Extension: example_lists"). */
export type Numbering = 'decimal' | 'lower-alpha' | 'upper-alpha' | 'lower-roman' | 'upper-roman' | 'example';
/** What stands around a list's number: `a.`, `a)` or `(a)`. */
export type Delimiter = 'period' | 'behind' | 'within';

/** How the items of a list are numbered. */
export interface ListStyle {
  readonly numbering: Numbering;
  readonly delimiter: Delimiter;
}

/** What begins an item of a numbered list. */
export interface ListMarker extends ListStyle {
  readonly value: number;
  /** As typed. */
  readonly text: string;
  /** Whether it is Pandoc's `#.`, which goes on with any list that has a period. */
  readonly isHash: boolean;
  /** The name between `@` and bracket of an example; empty where it has none. */
  readonly label?: string;
  /** What follows it on its line. */
  readonly rest: string;
}

const form =
  /^(?:\((?<within>\d{1,8}|[a-z]{1,8}|[A-Z]{1,8}|@[\p{L}\p{N}_-]{0,100})\)|(?<bare>\d{1,9}|[a-z]{1,8}|[A-Z]{1,8}|#(?=\.))(?<sign>[.)]))(?=\s|$)(?<rest>.*)$/u;
const roman = /^(?=.)m{0,4}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/;
const digits: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

/**
 * The marker a line begins with; undefined where there is none. A single letter is a letter, but `i` is Roman unless the list it may
 * go on with, `current`, has letters (Pandoc's manual, "Extension: fancy_lists"). `#.` is read as 1.
 */
export function readMarker(line: string, current?: ListStyle): ListMarker | undefined {
  const { within, bare, sign, rest = '' } = form.exec(line)?.groups ?? {};
  const name = within ?? bare;
  if (name === undefined) return undefined;
  const delimiter = within !== undefined ? 'within' : sign === ')' ? 'behind' : 'period';
  const read = numberOf(name, current?.numbering);
  if (read === undefined) return undefined;
  const label = name.startsWith('@') ? { label: name.slice(1) } : {};
  return { ...read, ...label, delimiter, text: line.slice(0, line.length - rest.length), isHash: name === '#', rest };
}

function numberOf(
  name: string,
  current: Numbering | undefined,
): { readonly numbering: Numbering; readonly value: number } | undefined {
  if (name.startsWith('@')) return { numbering: 'example', value: 1 };
  if (/^[\d#]/.test(name)) return { numbering: 'decimal', value: name === '#' ? 1 : Number(name) };
  const small = name.toLowerCase();
  const letterCase = name === small ? 'lower' : 'upper';
  const goesOn = current === `${letterCase}-alpha` ? 'alpha' : current === `${letterCase}-roman` ? 'roman' : undefined;
  const isRoman =
    roman.test(small) && (small.length > 1 || (goesOn === undefined ? small === 'i' : goesOn === 'roman'));
  if (isRoman) return { numbering: `${letterCase}-roman`, value: romanValue(small) };
  return small.length === 1 ? { numbering: `${letterCase}-alpha`, value: small.charCodeAt(0) - 96 } : undefined;
}

function romanValue(name: string): number {
  const values = [...name].map((letter) => digits[letter] ?? 0);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}

/** Whether an item with this marker belongs to a list of that style. */
export function belongsTo({ numbering, delimiter, isHash }: ListMarker, list: ListStyle): boolean {
  return delimiter === list.delimiter && (isHash || numbering === list.numbering);
}
