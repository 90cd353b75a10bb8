/** For each step, whether a line belongs to it. */
export type LineSteps = readonly ((line: number) => boolean)[];

/**
 * Reads the line steps of a code fence as Reveal has them: steps parted by `|`, lines and ranges parted by commas; `all` or an
 * empty step means every line. Undefined when the fence has none; an empty list asks for line numbers only.
 */
export function lineSteps(typed: unknown): LineSteps | undefined {
  if (typeof typed !== 'string') return undefined;
  if (typed.trim() === '') return [];
  return typed.split('|').map((step) => {
    const ranges = step
      .split(',')
      .map((range) => range.trim())
      .filter((range) => range !== '' && range !== 'all')
      .map((range) => range.split('-').map(Number));
    return (line) => ranges.length === 0 || ranges.some(([from = 0, to = from]) => from <= line && line <= to);
  });
}
