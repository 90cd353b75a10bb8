/**
 * The line of the author's code that Mermaid means by `line`, both from 1: before it counts, Mermaid takes away front matter,
 * directives and comments (preprocess.ts and comments.ts of Mermaid 11), and the lines that went with them are added here.
 */
export function sourceLine(code: string, line: number): number {
  const kept = removals.reduce(without, { text: code, lines: lineNumbers(code) });
  let end = 0;
  for (let counted = 1; counted < line; counted += 1) {
    const next = kept.text.indexOf('\n', end);
    if (next < 0) break;
    end = next + 1;
  }
  return kept.lines[Math.min(end, kept.lines.length - 1)] ?? 1;
}

/** A text, and for each of its characters the line it stands on in the source. */
interface Traced {
  readonly text: string;
  readonly lines: readonly number[];
}

const removals = [
  /^-{3}\s*[\n\r](.*?)[\n\r]-{3}\s*[\n\r]+/s,
  /%{2}{\s*(?:(\w+)\s*:|(\w+))\s*(?:(\w+)|((?:(?!}%{2}).|\r?\n)*))?\s*(?:}%{2})?/gi,
  /^\s*%%(?!{)[^\n]+\n?/gm,
  /^\s+/,
];

function lineNumbers(code: string): readonly number[] {
  let line = 1;
  return [...code.split('')].map((character) => (character === '\n' ? line++ : line));
}

function without({ text, lines }: Traced, pattern: RegExp): Traced {
  const gone = new Set<number>();
  for (const match of text.matchAll(
    new RegExp(pattern, pattern.flags.includes('g') ? pattern.flags : `${pattern.flags}g`),
  )) {
    for (let index = match.index; index < match.index + match[0].length; index += 1) gone.add(index);
  }
  return {
    text: [...text.split('')].filter((_, index) => !gone.has(index)).join(''),
    lines: lines.filter((_, index) => !gone.has(index)),
  };
}
