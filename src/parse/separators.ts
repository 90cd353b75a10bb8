import type { Settings } from '../model/settings.js';

/** What a separator begins: the next slide, the next slide of a stack, or the slide's notes. */
export type Mark = 'slide' | 'stack' | 'notes';

/** A stretch of raw text between two of the author's own separators. */
export interface Piece {
  readonly text: string;
  /** The line of the file on which it starts. */
  readonly line: number;
  /** What the separator before it begins; absent for the first. */
  readonly mark?: Mark;
}

/** The separators of a deck: the author's own regular expressions, and for what none is given the line `---`, `----`, `Note:`. */
export interface Separators {
  readonly slides?: RegExp;
  /** Tells a slide from one of a stack, tested against what `slides` matched. */
  readonly isSlide: (match: string) => boolean;
  readonly notes?: RegExp;
  readonly literal: Readonly<Record<Mark, boolean>>;
}

/** One of the three settings that is no regular expression, or one that matches nothing at all. */
export interface BadSeparator {
  readonly setting: 'separator' | 'verticalSeparator' | 'notesSeparator';
  readonly problem: string;
}

const settingNames = ['separator', 'verticalSeparator', 'notesSeparator'] as const;

/**
 * The deck's separators, read as Reveal's Markdown plugin reads them: slides with `mg`, notes with `mgi`.
 * One that cannot be used is reported and the literal line holds instead.
 */
export function readSeparators(
  settings: Settings,
  texts: readonly string[],
): { separators: Separators; bad: readonly BadSeparator[] } {
  const bad: BadSeparator[] = [];
  const usable = (setting: BadSeparator['setting']): string | undefined => {
    const source = settings[setting];
    const problem = source === undefined ? undefined : problemOf(source, texts);
    if (problem !== undefined) bad.push({ setting, problem });
    return problem === undefined ? source : undefined;
  };
  const [slide, stack, notes] = settingNames.map(usable);
  const slides = [slide, stack].filter((source) => source !== undefined).join('|');
  const horizontal = slide === undefined ? undefined : new RegExp(slide);
  return {
    separators: {
      ...(slides === '' ? {} : { slides: new RegExp(slides, 'mg') }),
      isSlide: (match) => horizontal?.test(match) ?? false,
      ...(notes === undefined ? {} : { notes: new RegExp(notes, 'mgi') }),
      literal: { slide: slide === undefined, stack: stack === undefined, notes: notes === undefined },
    },
    bad,
  };
}

/** Cuts a raw text at the author's own separators, as Reveal does: in code and HTML too. `line` is the text's first line. */
export function cutText(text: string, line: number, separators: Separators): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = line;
  let mark: Mark | undefined;
  const add = (raw: string): void => {
    pieces.push({ text: raw, line: at, ...(mark === undefined ? {} : { mark }) });
  };
  for (const slide of parts(text, separators.slides)) {
    for (const part of parts(slide.text, separators.notes)) {
      add(part.text);
      at += newlines(part.text) + newlines(part.match);
      mark = 'notes';
    }
    at += newlines(slide.match);
    mark = separators.isSlide(slide.match) ? 'slide' : 'stack';
  }
  return pieces;
}

function problemOf(source: string, texts: readonly string[]): string | undefined {
  try {
    const matches = texts.flatMap((text) => [...text.matchAll(new RegExp(source, 'mgi'))]);
    return matches.some(([match]) => match === '')
      ? 'matches where there is no text, so no slide would ever end'
      : undefined;
  } catch (error) {
    return `is no regular expression: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function parts(text: string, separator: RegExp | undefined): { text: string; match: string }[] {
  const found: { text: string; match: string }[] = [];
  let start = 0;
  for (const match of separator === undefined ? [] : text.matchAll(separator)) {
    found.push({ text: text.slice(start, match.index), match: match[0] });
    start = match.index + match[0].length;
  }
  found.push({ text: text.slice(start), match: '' });
  return found;
}

function newlines(text: string): number {
  return text.split('\n').length - 1;
}
