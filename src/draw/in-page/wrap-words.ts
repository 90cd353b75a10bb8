/** How words are broken into lines. */
export interface Wrapping {
  /** The most a line may measure, px. A word that is wider stands alone in its line. */
  readonly most: number;
  /** Of the letters, px. */
  readonly size: number;
}

/** Lines of words in the typeface and weight of a text, and how wide the widest is, px. Runs in the page. */
export function wrapWords(
  text: SVGTextElement,
  words: string,
  { most, size }: Wrapping,
): { readonly lines: readonly string[]; readonly width: number } {
  const { fontWeight, fontStyle, fontFamily } = getComputedStyle(text);
  const pen = document.createElement('canvas').getContext('2d');
  if (pen === null) return { lines: [words], width: 0 };
  pen.font = `${fontStyle} ${fontWeight} ${size}px ${fontFamily}`;
  const widthOf = (line: string): number => pen.measureText(line).width;
  const lines: string[] = [];
  for (const word of words.split(/[ \t\n]+/).filter((piece) => piece !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`) <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return { lines, width: Math.max(0, ...lines.map(widthOf)) };
}
