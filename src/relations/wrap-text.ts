import { type TextRun, textWidth } from './text-width.js';

/** What stays on one line; it may change its face in the middle, as where a ¶ is tied to the word before it. */
export type Word = readonly TextRun[];

/**
 * Sets words in lines of at most `width` px, two to four lines as even as they can be. A word that is wider than a line is
 * broken between letters, so that nothing ever reaches beyond its place.
 */
export function wrapText(words: readonly Word[], width: number): readonly (readonly TextRun[])[] {
  const fitting = words.flatMap((word) => brokenWord(word, width));
  const lines = filled(fitting, width, ' ');
  return lines.length > 1 && lines.length <= 4 ? evened(fitting, lines, width) : lines;
}

/** How many lines of at most `width` px the words take. */
export function countLines(words: readonly Word[], width: number): number {
  return filled(
    words.flatMap((word) => brokenWord(word, width)),
    width,
    ' ',
  ).length;
}

/** The narrowest setting, in steps of 4 px, that takes no further line. */
function evened(
  words: readonly Word[],
  lines: readonly (readonly TextRun[])[],
  width: number,
): readonly (readonly TextRun[])[] {
  let even = lines;
  for (let narrower = width - 4; narrower > width / 2; narrower -= 4) {
    const tried = filled(words, narrower, ' ');
    if (tried.length > lines.length || tried.some((line) => lineWidth(line) > narrower)) break;
    even = tried;
  }
  return even;
}

/** The words of a text in one face. */
export function wordsOf(text: string, face: TextRun['face'], size: number): readonly Word[] {
  return text
    .split(/[ \t\n]+/)
    .filter((word) => word !== '')
    .map((word) => [{ text: word, face, size }]);
}

/** The width of a line, px. */
export function lineWidth(line: readonly TextRun[]): number {
  return line.reduce((sum, run) => sum + textWidth(run), 0);
}

function brokenWord(word: Word, width: number): readonly Word[] {
  if (lineWidth(word) <= width) return [word];
  const letters = word.flatMap((run) =>
    [...graphemes().segment(run.text)].map(({ segment }) => [{ ...run, text: segment }]),
  );
  return filled(letters, width, '');
}

let segmenter: Intl.Segmenter | undefined;

/** Made for the first word that is too wide: loading the rules takes 5 ms. */
function graphemes(): Intl.Segmenter {
  segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  return segmenter;
}

/** Each word on the line before where there is room, else on a line of its own. */
function filled(words: readonly Word[], width: number, space: string): readonly (readonly TextRun[])[] {
  const lines: TextRun[][] = [];
  let taken = 0;
  for (const word of words) {
    const line = lines.at(-1);
    const last = line?.at(-1);
    const gap = last === undefined ? 0 : textWidth({ ...last, text: space });
    const wide = lineWidth(word);
    if (line === undefined || last === undefined || taken + gap + wide > width) {
      lines.push(word.map((run) => ({ ...run })));
      taken = wide;
    } else {
      append(line, last, word, space);
      taken += gap + wide;
    }
  }
  return lines;
}

/** Puts a word at a line's end, in one run with what stands there where the face is the same. */
function append(line: TextRun[], last: TextRun, word: Word, space: string): void {
  const [first, ...rest] = word;
  if (first === undefined) return;
  const same = first.face === last.face && first.size === last.size;
  line.pop();
  if (same) line.push({ ...last, text: last.text + space + first.text });
  else line.push({ ...last, text: last.text + space }, first);
  line.push(...rest);
}
