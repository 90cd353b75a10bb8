/** As many boxes as stand beside each other in the panel, wide enough for two digits. */
const room = 11;

/**
 * The paragraphs of a source around those that are cited: numbers in order, `undefined` where some are passed over. ¶0 counts only
 * where it is cited. Never more than eleven boxes, gaps counted.
 */
export function stripOf(paragraphs: readonly number[], cited: readonly number[]): readonly (number | undefined)[] {
  const all = [...new Set([...paragraphs, ...cited])].filter((number) => number > 0 || cited.includes(number));
  all.sort((a, b) => a - b);
  const distance = (number: number): number => Math.min(...cited.map((one) => Math.abs(one - number)));
  const [first, last] = [all[0], all.at(-1)];
  const wanted = [...all].sort((a, b) => distance(a) - distance(b) || a - b);
  let shown: readonly (number | undefined)[] = [];
  const chosen = new Set<number>();
  for (const number of [...wanted.slice(0, 1), first, last, ...wanted]) {
    if (number === undefined || chosen.has(number)) continue;
    const next = boxes(all, new Set([...chosen, number]));
    if (next.length > room) continue;
    chosen.add(number);
    shown = next;
  }
  return shown;
}

function boxes(all: readonly number[], chosen: ReadonlySet<number>): readonly (number | undefined)[] {
  const row = all.map((number) => (chosen.has(number) ? number : undefined));
  return row.filter((number, index) => number !== undefined || (index > 0 && row[index - 1] !== undefined));
}
