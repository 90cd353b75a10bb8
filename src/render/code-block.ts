import { ownStyle } from './tree.js';

/** Code that is ready to be put on a slide. */
export interface Code {
  /** The code's markup; line breaks stand between elements, never inside one. */
  readonly html: string;
  /** Line steps as typed, `1-2|4`; empty asks for line numbers only, undefined for none. */
  readonly lines?: string;
  /** The number of the first line. */
  readonly first: number;
  /** Attributes of the `<pre>`, ready to stand in a tag. */
  readonly attributes: string;
}

/**
 * Code as `<pre>`, a `<span>` a line. Line steps are fragments that nobody sees, one for each step after the first; to which
 * steps a line belongs stands in `data-at`, and the page dims the others (`client/code-steps.ts`).
 */
export function codeBlock({ html, lines, first, attributes }: Code): string {
  const steps = lines === undefined || lines.trim() === '' ? [] : lines.split('|').map(readStep);
  const markers = '<i class="fragment step" aria-hidden="true"></i>'.repeat(Math.max(0, steps.length - 1));
  const spans = html.split('\n').map((line, index) => {
    if (steps.length === 0) return `<span class="line">${line}</span>`;
    const at = steps.flatMap((has, step) => (has(index + 1) ? [step] : []));
    return `<span class="line${at.includes(0) ? '' : ' dim'}" data-at="${at.join(' ')}">${line}</span>`;
  });
  const style = lines === undefined || first === 1 ? '' : ` ${ownStyle}="--first:${first - 1}"`;
  return `<pre${attributes}${style}>${markers}<code>${spans.join('\n')}</code></pre>\n`;
}

/**
 * Whether a line belongs to a step, as Reveal reads one: lines and ranges parted by commas, counted from the block's first line
 * whatever number that has; `all` or nothing means every line.
 */
function readStep(step: string): (line: number) => boolean {
  const ranges = step
    .split(',')
    .map((range) => range.trim())
    .filter((range) => range !== '' && range !== 'all')
    .map((range) => range.split('-').map(Number));
  return (line) => ranges.length === 0 || ranges.some(([from = 0, to = from]) => from <= line && line <= to);
}
