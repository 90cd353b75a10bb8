/** A text in which citations were given other paragraph numbers, and how many. */
export interface Renumbered {
  readonly text: string;
  readonly count: number;
}

/**
 * Gives the citations of one source other paragraph numbers, in lines (from 1) of which the parser says that they cite it. `numberOf`
 * names the new number; undefined leaves the old one. Nothing else of the text is touched.
 */
export function renumberCitations(
  text: string,
  lines: ReadonlySet<number>,
  key: string,
  numberOf: (paragraph: number) => number | undefined,
): Renumbered {
  let count = 0;
  const escaped = key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const citation = new RegExp(
    `((?<![\\p{L}\\p{N}_])@?(?:\\{${escaped}\\}|${escaped})(?![\\p{L}\\p{N}_])\\s*,\\s*)(${locators})`,
    'gu',
  );
  const written = text.split('\n').map((line, index) => {
    if (!lines.has(index + 1)) return line;
    return line.replace(citation, (_, start: string, numbers: string) => {
      const changed = numbers.replace(/\d+/g, (number) => String(numberOf(Number(number)) ?? number));
      if (changed !== numbers) count++;
      return start + changed;
    });
  });
  return { text: written.join('\n'), count };
}

/** What `readCitations` takes for paragraphs: `¶5`, `¶¶5–6, 9`, `para. 5`. */
const sign = '(?:¶{1,2}|para(?:graph)?s?\\.?|pars?\\.)\\s*';
const range = '\\d+(?:\\s*(?:-{1,2}|[–—])\\s*\\d+)?';
const locators = `${sign}${range}(?:\\s*,\\s*(?:${sign})?${range}(?![\\p{L}\\p{N}]))*`;
