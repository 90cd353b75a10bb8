import { cutText, readSeparators } from '../parse/separators.js';
import type { ForeignDeck, ForeignSlide } from './imported-deck.js';

/** A slide with its notes, where the text has them behind a mark of their own. */
export interface NotedSlide extends ForeignSlide {
  readonly note?: string;
}

/** Settings that say what divides, in reveal-md and in what is made after it. */
export const separatorSettings = ['separator', 'verticalSeparator', 'notesSeparator'] as const;

/**
 * Divides a text as Reveal’s Markdown does: at the patterns that its settings name, else at lines `---` and, for a stack, at lines
 * `below`. Code that is closed, comments and what stands between `%%` are never divided, so that no part of a note becomes a slide.
 */
export function divideAtLines(
  { path, text }: Pick<ForeignDeck, 'path' | 'text'>,
  bodyLine: number,
  values: Readonly<Record<string, unknown>>,
  below: string,
): readonly NotedSlide[] {
  const body = text
    .split('\n')
    .slice(bodyLine - 1)
    .join('\n');
  const given = Object.fromEntries(
    separatorSettings.flatMap((key) => (typeof values[key] === 'string' ? [[key, values[key]]] : [])),
  );
  const { separators } = readSeparators({ ...noSettings, ...given }, [body]);
  const slides: NotedSlide[] = [];
  for (const piece of cutText(body, bodyLine, separators)) {
    let mark = piece.mark;
    for (const part of parts(piece.text, piece.line, separators.literal, below)) {
      mark = part.mark ?? mark;
      const last = slides.at(-1);
      if (mark === 'notes' && last !== undefined) slides[slides.length - 1] = { ...last, note: part.text.trim() };
      else {
        const slide = { path, line: part.line, text: part.text, isBelow: mark === 'stack' };
        slides.push(separators.literal.notes ? withNote(slide) : slide);
      }
    }
  }
  return slides;
}

const noSettings = {
  lang: 'en',
  mode: 'light',
  usesOwnTheme: false,
  cuts: [],
  handoutNotes: false,
  revealOptions: {},
} as const;

interface Part {
  readonly text: string;
  readonly line: number;
  readonly mark?: 'slide' | 'stack';
}

function parts(
  text: string,
  firstLine: number,
  literal: { readonly slide: boolean; readonly stack: boolean },
  below: string,
): readonly Part[] {
  const lines = text.split('\n');
  const found: Part[] = [];
  let from = 0;
  let mark: Part['mark'];
  const end = (to: number): void => {
    const own = lines.slice(from, to).join('\n');
    found.push({ text: own, line: firstLine + from, ...(mark === undefined ? {} : { mark }) });
    from = to + 1;
  };
  for (let at = 0; at < lines.length; at++) {
    const line = (lines[at] ?? '').trimEnd();
    const isSlide = literal.slide && line === '---';
    const isStack = literal.stack && line === below;
    if (isSlide || isStack) {
      end(at);
      mark = isSlide ? 'slide' : 'stack';
    } else at = endOfClosed(lines, at);
  }
  end(lines.length);
  return found;
}

/** The last line of code, of a comment or of what stands between `%%` that begins on a line; the line itself where nothing does. */
function endOfClosed(lines: readonly string[], at: number): number {
  const line = (lines[at] ?? '').trim();
  const fence = /^(`{3,}|~{3,})[^`]*$/.exec(line)?.[1];
  const closing = (is: (one: string) => boolean): number => {
    const close = lines.findIndex((one, index) => index > at && is(one.trim()));
    return close === -1 ? at : close;
  };
  if (fence !== undefined) return closing((one) => one.startsWith(fence) && one.replaceAll(fence.charAt(0), '') === '');
  if (line.startsWith('<!--') && !line.includes('-->')) return closing((one) => one.includes('-->'));
  if (line.startsWith('%%') && !line.slice(2).includes('%%')) return closing((one) => one.includes('%%'));
  return at;
}

/** `Note:` at a line’s start outside code: what follows it is the note. */
function withNote(slide: NotedSlide): NotedSlide {
  const lines = slide.text.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const label = /^\s{0,3}notes?[ \t]*:[ \t]*/i.exec(lines[at] ?? '')?.[0];
    if (label === undefined) {
      at = endOfClosed(lines, at);
      continue;
    }
    const note = [(lines[at] ?? '').slice(label.length), ...lines.slice(at + 1)].join('\n').trim();
    return { ...slide, text: lines.slice(0, at).join('\n'), note };
  }
  return slide;
}
