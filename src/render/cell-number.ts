/** A number as a cell shows it, in the parts by which a column is aligned. */
export interface CellNumber {
  /** Sign, currency and digits before the decimal mark. */
  readonly whole: string;
  /** The decimal mark and the digits behind it; empty where there are none. */
  readonly decimals: string;
  /** "%", " km²"; empty where there is none. */
  readonly unit: string;
}

const sign = String.raw`[<>≈~±+−–-]?\s?`;
const grouped = String.raw`\d{1,3}(?:[\u00a0\u202f ,.'’]\d{3})+(?!\d)|\d+`;
const form = new RegExp(
  `^(${sign}(?:\\p{Sc}\\s?)?${sign})(${grouped})([.,]\\d+)?(?:[–-]\\d[\\d.,]*)?(\\s?[%‰°€$£¥\\p{L}][\\p{L}\\p{M}²³/°.]{0,7})?$`,
  'u',
);

/**
 * Reads the numbers of a column together: whether "1,204" has a thousand or three decimals only the others tell. Undefined where a
 * cell holds something else.
 */
export function readColumn(texts: readonly string[]): readonly (CellNumber | undefined)[] {
  const trimmed = texts.map((text) => text.trim());
  const marks = ['.', ','].filter((mark) => trimmed.some((text) => isDecimal(text, mark)));
  const [mark] = marks.length === 1 ? marks : [];
  return trimmed.map((text) => readNumber(text, mark));
}

/** Whether a mark can only be a decimal one here: it stands once, and not before just three digits, or behind a zero alone. */
function isDecimal(text: string, mark: string): boolean {
  const parts = text.split(mark);
  if (parts.length !== 2) return false;
  const [before = '', behind = ''] = parts;
  const digits = /^\d*/.exec(behind)?.[0].length ?? 0;
  return digits > 0 && /\d$/.test(before) && (digits !== 3 || /(?:^|\D)0$/.test(before));
}

function readNumber(text: string, mark: string | undefined): CellNumber | undefined {
  const [, before, digits, behind = '', unit = ''] = form.exec(text) ?? [];
  if (before === undefined || digits === undefined) return undefined;
  const number = `${digits}${behind}`;
  const at = mark === undefined ? -1 : number.indexOf(mark);
  const end = at === -1 ? number.length : at;
  return { whole: before + number.slice(0, end), decimals: number.slice(end), unit };
}

/** A hyphen or a dash before a number, which is set as a minus. */
export function withMinus(text: string): string {
  return text.replace(/^(\s*)[-–](?=\s?(?:\p{Sc}\s?)?\d)/u, '$1\u2212');
}
