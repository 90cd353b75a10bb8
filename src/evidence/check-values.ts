import type { Claim, ClaimValue, DataTable, Diagnostic, FoundWords } from '../model.js';
import { factorsIn } from './check-numbers.js';
import type { NumberFact } from './fact.js';
import { linesOfValue } from './find-cell.js';
import { citedPlaces, foundWords } from './passages.js';
import type { PreparedParagraph, PreparedSource } from './prepared-source.js';
import type { LanguageReader } from './reader.js';

/** As many values as are said one by one. */
const mostSaid = 5;
/** Found values that the panel shows. */
const mostShown = 24;

/**
 * Holds each number of a chart against the cited paragraphs; in data it must stand under the names that it has in the chart. A value agrees with a number of the source that is the same when it is rounded
 * to the chart's decimals, in the chart's unit or with its scale ("bn"). One that stands nowhere is an error at its row of the data.
 */
export function checkValues(
  { values = [], framedBy = '' }: Claim,
  cited: readonly PreparedParagraph[],
  sources: readonly PreparedSource[],
  reader: LanguageReader,
): { readonly found: readonly FoundWords[]; readonly missing: readonly Diagnostic[] } {
  const factors = [1, ...factorsIn(framedBy, reader)];
  const found: FoundWords[] = [];
  const missing: ClaimValue[] = [];
  for (const value of values) {
    const at = findValue(value, factors, cited);
    if (at === undefined) missing.push(value);
    else if (found.length < mostShown) found.push(at);
  }
  const places = citedPlaces(cited, sources);
  const said = missing.slice(0, mostSaid).map((value) => missingValue(value, places));
  const more = missing.length - said.length;
  const last = said.at(-1);
  if (more > 0 && last !== undefined)
    said[said.length - 1] = { ...last, message: `${last.message} ${more} more values are not there either.` };
  return { found, missing: said };
}

function findValue(
  { value, decimals, names }: ClaimValue,
  factors: readonly number[],
  cited: readonly PreparedParagraph[],
): FoundWords | undefined {
  const lines = new Map<DataTable, ReadonlySet<number>>();
  for (const paragraph of cited) {
    const { data, number } = paragraph;
    if (data !== undefined) {
      const step = 10 ** -decimals;
      const own = lines.get(data) ?? linesOfValue(data, names, (one) => isRoundedTo(one, value, step));
      lines.set(data, own);
      if (!own.has(number)) continue;
    }
    const { numbers } = paragraph.facts;
    const fact =
      numbers.find((one) => agrees(one, value, decimals, factors)) ?? (data === undefined ? undefined : numbers[0]);
    if (fact !== undefined) return foundWords('number', paragraph, fact.start, fact.end);
  }
  return undefined;
}

function agrees(fact: NumberFact, value: number, decimals: number, factors: readonly number[]): boolean {
  if (fact.isOrdinal === true) return false;
  const step = 10 ** -decimals;
  const sign = fact.isNegative === true ? -1 : 1;
  const isShare = fact.unit === 'percent';
  return fact.readings.some((reading) =>
    [...factors, ...(isShare ? [100] : [])].some((factor) => isRoundedTo((reading * sign) / factor, value, step)),
  );
}

/** Halves may be rounded either way. */
function isRoundedTo(exact: number, rounded: number, step: number): boolean {
  return Math.abs(exact - rounded) <= step / 2 + Math.abs(rounded) * 1e-9;
}

function missingValue({ value, names, place }: ClaimValue, places: string): Diagnostic {
  const where = names.length === 0 ? '' : ` (${names.join(', ')})`;
  return {
    rule: 'number',
    severity: 'error',
    message: `The chart’s value ${value}${where} is not in ${places}.`,
    place,
    cure: 'Correct it, or cite the paragraph that gives it. Where it is worked out, say so: `cite="key, ¶5; inference"`.',
  };
}
