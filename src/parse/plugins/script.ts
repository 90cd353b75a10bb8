import type { MarkdownIt, StateInline } from 'markdown-it';

const tags: Readonly<Record<string, 'sub' | 'sup'>> = { '~': 'sub', '^': 'sup' };

/**
 * `CO~2~` and `m^2^`, Pandoc's subscripts and superscripts: no space inside. Unlike Pandoc's they stand behind something, so that
 * "~5–~10" stays about five to ten.
 */
export function script(md: MarkdownIt): void {
  md.inline.ruler.before('strikethrough', 'script', readScript);
}

function readScript(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  const mark = src[pos] ?? '';
  const tag = tags[mark];
  if (silent || tag === undefined || !/[^\s~^]/.test(src[pos - 1] ?? ' ') || src[pos + 1] === mark) return false;
  const end = closingMark(src, pos + 1, posMax, mark);
  if (end === -1) return false;
  state.push(`${tag}_open`, tag, 1).markup = mark;
  state.pos = pos + 1;
  state.posMax = end;
  state.md.inline.tokenize(state);
  state.push(`${tag}_close`, tag, -1).markup = mark;
  state.pos = end + 1;
  state.posMax = posMax;
  return true;
}

function closingMark(src: string, start: number, max: number, mark: string): number {
  for (let pos = start; pos < max; pos++) {
    const char = src[pos] ?? '';
    if (/\s/.test(char) || (char === '[' && pos === start)) return -1;
    if (char === mark) return pos === start || src[pos + 1] === mark ? -1 : pos;
    if (char === '\\') pos++;
  }
  return -1;
}
