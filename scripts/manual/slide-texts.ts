/**
 * The Markdown of each slide as it was typed, without the lines that divide slides. `starts` are the lines where the slides' own first
 * words stand, counted from 1, in order.
 */
export function slideTexts(text: string, starts: readonly number[]): readonly string[] {
  const lines = text.split(/\r?\n/);
  const divisions = starts.map((start) => divisionBefore(lines, start));
  return divisions.map((division, at) =>
    lines
      .slice(division, (divisions[at + 1] ?? lines.length + 1) - 1)
      .join('\n')
      .replace(/^\s*\n|\s+$/g, ''),
  );
}

/** The number of the last line of dashes up to a line; 0 where none is. */
function divisionBefore(lines: readonly string[], start: number): number {
  return lines.slice(0, start).findLastIndex((line) => /^-{2,}\s*$/.test(line)) + 1;
}
