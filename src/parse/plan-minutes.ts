import type { Slide } from '../model.js';
import { firstHeading } from './heading.js';
import { placeOf } from './token.js';

/** A line of a text that is to be another one; `before` is empty where it is a new line above the one that has this number now. */
export interface LineChange {
  readonly line: number;
  readonly before: string;
  readonly after: string;
}

/**
 * How a slide's minutes are typed into its text: where they stand now, else in the braces of its heading, else in a comment above it.
 * `lines` are those of the slide's own file; undefined where they are right already.
 */
export function planMinutes(slide: Slide, minutes: number, lines: readonly string[]): LineChange | undefined {
  if (slide.minutes === minutes) return undefined;
  const heading = firstHeading(slide.tokens);
  const comment = slide.minutes === undefined ? undefined : commentWithMinutes(slide, lines);
  const line = comment ?? (heading === undefined ? undefined : placeOf(heading.token).line);
  if (line === undefined) return { line: slide.place.line, before: '', after: `<!-- .slide: minutes=${minutes} -->` };
  const before = lines[line - 1] ?? '';
  return { line, before, after: withMinutes(before, minutes) };
}

const typed = /(?<=[\s{])minutes=(?:"[^"]*"|[^\s}]+)/;

function withMinutes(line: string, minutes: number): string {
  if (typed.test(line)) return line.replace(typed, `minutes=${minutes}`);
  const braces = /\}\s*$/.exec(line);
  return braces === null
    ? `${line.trimEnd()} {minutes=${minutes}}`
    : `${line.slice(0, braces.index)} minutes=${minutes}}`;
}

/** A `.slide` comment of the slide that says its minutes; undefined where none does. */
function commentWithMinutes({ place }: Slide, lines: readonly string[]): number | undefined {
  for (
    let line = place.line;
    line <= lines.length && !(line > place.line && /^-{3,}\s*$/.test(lines[line - 1] ?? ''));
    line++
  ) {
    const text = lines[line - 1] ?? '';
    if (/<!--\s*\.slide:/.test(text) && typed.test(text)) return line;
  }
  return undefined;
}

/** A text with these changes. */
export function changedText(lines: readonly string[], changes: readonly LineChange[]): string {
  const byLine = new Map(changes.map((change) => [change.line, change]));
  return lines
    .flatMap((line, index) => {
      const change = byLine.get(index + 1);
      if (change === undefined) return [line];
      return change.before === '' && line !== '' ? [change.after, '', line] : [change.after];
    })
    .join('\n');
}
