import type { TextPage } from '../text-pages.js';
import type { LaidPage, Segment } from './segment.js';

/** A page of plain text as if it were set: a character is one wide, a line one high; three spaces divide. */
export function laidText({ text, label }: TextPage): LaidPage {
  const segments = text.split('\n').flatMap((line, y) =>
    [...line.replaceAll('\t', '    ').matchAll(/\S+(?:\s{1,2}\S+)*/g)].map(({ 0: text, index: x0 }): Segment => {
      return { text, x0, x1: x0 + text.length, y, size: 1, font: '' };
    }),
  );
  return { segments, isCounted: true, ...(label === undefined ? {} : { label }) };
}

/**
 * Whether blank lines do not divide a text into its paragraphs: its lines are wrapped and few are blank, or paragraphs are indented, or
 * columns stand beside each other.
 */
export function needsLayout(text: string): boolean {
  const lines = text.trim().split('\n');
  const filled = lines.filter((line) => line.trim() !== '');
  if (filled.length < 6 || filled.some((line) => line.length > longestWrapped)) return false;
  const blocks = text.trim().split(/\n[^\S\n]*\n\s*/);
  const indented = lines.filter((line, index) => {
    return index > 0 && /^(?: {2,}|\t)\S/.test(line) && /^\S/.test(lines[index - 1] ?? '');
  });
  const columns = filled.filter((line) => /\S {3,}\S/.test(line));
  return indented.length > 1 || columns.length > filled.length / 4 || filled.length / blocks.length > 14;
}

/** Wrapped lines are shorter; longer ones are whole paragraphs. */
const longestWrapped = 180;
