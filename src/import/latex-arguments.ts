/** What became of a piece of LaTeX. */
export interface LatexReading {
  readonly start: number;
  readonly end: number;
  readonly by: string;
  readonly fate: 'changed' | 'lost';
  readonly message: string;
  /** What is meant for the speaker. */
  readonly note?: string;
}

/** A command of LaTeX with what it is given. */
export interface LatexCommand {
  readonly name: string;
  /** Of all its arguments, from the backslash on. */
  readonly start: number;
  readonly end: number;
  /** What stands in braces, in their order. */
  readonly braces: readonly string[];
  /** What stands in brackets and in `<…>`, joined. */
  readonly options: string;
}

/** No argument reaches further: the limit keeps a text full of open braces from being searched over and over. */
const longest = 20_000;

/** The command at a backslash; undefined where no letter follows it. `most` is how many pairs of braces a command takes. */
export function latexCommandAt(text: string, start: number, most: (name: string) => number): LatexCommand | undefined {
  const typed = /^\\([A-Za-z]+\*?)/.exec(text.slice(start, start + 60))?.[1];
  if (typed === undefined) return undefined;
  const name = typed.replace('*', '');
  const limit = most(name);
  const braces: string[] = [];
  let options = '';
  let end = start + 1 + typed.length;
  while (limit > 0) {
    const open = text[end];
    const close = open === '{' && braces.length < limit ? matching(text, end) : optionsEnd(text, end);
    if (close === -1) break;
    const inside = text.slice(end + 1, close);
    if (open === '{') braces.push(inside);
    else options += inside;
    end = close + 1;
  }
  return { name, start, end, braces, options };
}

/** The end of `[…]` or of an overlay such as `<2->`, on one line; -1 where none begins. */
function optionsEnd(text: string, open: number): number {
  const found = /^(?:\[[^\]\n]*\]|<[\d,@a-z|:+.-]*>)/.exec(text.slice(open, open + 400));
  return found === null ? -1 : open + found[0].length - 1;
}

/** The brace that closes the one at `open`; -1 where none does. */
function matching(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length && at < open + longest; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return at;
  }
  return -1;
}

/** Formulas as spaces, so that no command in them is read. */
export function withoutFormulas(text: string): string {
  const formulas =
    /\$\$[\s\S]*?\$\$|(?<![\\$])\$(?=[^\s$])[^$\n]*(?:\n[^$\n]+)*?(?<=\S)\$(?!\d)|\\\([\s\S]*?\\\)|\\\[[\s\S]*?\\\]|\\begin\{((?:equation|align|gather|multline|eqnarray|flalign|alignat|math|displaymath|cases|[pbvBV]?matrix|split)\*?)\}[\s\S]*?\\end\{\1\}/g;
  return text.replace(formulas, (formula) => formula.replace(/[^\n]/g, ' '));
}

/** `{width=50%}` of `width=0.5\textwidth`; empty where no width is given. */
export function latexWidth(options: string): string {
  const found = /(?:^|[,\s=])(\d*\.?\d+)?\s*(\\(?:text|line|column|paper)width|cm|mm|in|pt)/.exec(options);
  const [, number = '1', unit = ''] = found ?? [];
  if (unit === '') return '';
  return unit.startsWith('\\') ? `{width=${Math.round(Number(number) * 100)}%}` : `{width=${number}${unit}}`;
}
