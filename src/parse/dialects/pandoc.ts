import { lacksExample } from '../plugins/example-list.js';
import { indexNear, isBoundary, lettersAt, type Sign } from './sign.js';

/** Commands of LaTeX that stand without an argument. */
const bare: ReadonlySet<string> = new Set(
  [
    'pause',
    'newpage',
    'clearpage',
    'pagebreak',
    'centering',
    'tiny',
    'scriptsize',
    'footnotesize',
    'small',
    'normalsize',
  ].concat(
    [
      'large',
      'Large',
      'LARGE',
      'huge',
      'Huge',
      'hfill',
      'vfill',
      'columnbreak',
      'tableofcontents',
      'maketitle',
      'noindent',
    ],
    [
      'bigskip',
      'medskip',
      'smallskip',
      'item',
      'itemize',
      'LaTeX',
      'TeX',
      'ldots',
      'dots',
      'newline',
      'linebreak',
      'par',
    ],
    ['appendix', 'frametitle', 'framebreak', 'hrule', 'hline', 'bfseries', 'itshape', 'textwidth', 'linewidth'],
  ),
);
const closers: Readonly<Record<string, string>> = { '{': '}', '[': ']', '<': '>' };
const notes: ReadonlySet<string> = new Set(['note', 'pnote', 'speakernote', 'presenternote']);

export const pandoc: readonly Sign[] = [
  {
    dialect: 'pandoc',
    isNote: true,
    what: 'a note for the speaker in LaTeX',
    fate: 'is shown to the audience as it was typed',
    cure: 'Write it below a line `Note:` at the end of its slide, or between `::: notes` and `:::`.',
    text: {
      at: '\\',
      end: (text, pos) => (notes.has(lettersAt(text, pos + 1)) ? commandEnd(text, pos, true) : undefined),
    },
  },
  {
    dialect: 'pandoc',
    what: 'a command of LaTeX',
    fate: 'is shown as it was typed',
    cure: 'A pause is a paragraph `. . .`, columns are `::: columns`, a formula stands between `$` signs; style belongs into `style.css`.',
    text: {
      at: '\\',
      end: (text, pos) => (notes.has(lettersAt(text, pos + 1)) ? undefined : commandEnd(text, pos, false)),
    },
  },
  {
    dialect: 'pandoc',
    isCommon: true,
    what: 'a citation or a cross-reference in running text',
    fate: 'is shown as it was typed',
    cure: 'Write citations in brackets, `[@key, ¶5]`, and describe the source in `references.yaml` beside the deck; a cross-reference is a link, `[the figure](#id)`.',
    text: { at: '@', end: keyEnd },
  },
  {
    dialect: 'pandoc',
    isCommon: true,
    what: 'a reference to an example, and the deck has no example of this label',
    fate: 'is shown as it was typed',
    cure: 'Begin the example with the label and a space, `(@label) words`, behind a blank line.',
    text: {
      at: '@',
      start: (_, pos) => pos - 1,
      end: (text, pos, _max, env) => {
        const [label = ''] = /^[\p{L}\p{N}_-]+(?=\))/u.exec(text.slice(pos + 1, pos + 102)) ?? [];
        return text[pos - 1] === '(' && label !== '' && lacksExample(env, label) ? pos + label.length + 2 : undefined;
      },
    },
  },
  {
    dialect: 'pandoc',
    onlyThere: true,
    what: 'a list that comes item by item in Pandoc',
    fate: 'is a quotation',
    cure: 'Write `::: incremental` above the list and `:::` below it.',
    token: {
      on: ['blockquote_open'],
      find: (_, { after }) =>
        after?.type === 'bullet_list_open' || after?.type === 'ordered_list_open' ? '> - item' : undefined,
    },
  },
];

/** A piece in the words of another format; found where fences and code are read. */
export const rawForOthers: Sign = {
  dialect: 'pandoc',
  what: 'raw text for another format than HTML',
  fate: 'is left out, as Pandoc does',
  cure: 'Write it in Markdown, or in HTML with `{=html}`.',
};

/** A citation in brackets, of a deck that has no references; found where citations are read. */
export const citationWithoutSource: Sign = {
  dialect: 'pandoc',
  isCommon: true,
  what: 'a citation, and the deck has no references',
  fate: 'is shown as it was typed',
  cure: 'Describe the source in `references.yaml` beside a `deck.md`, or write the brackets as text, `\\[@key]`.',
};

/** `\word{…}`, `\word[…]`, `\word<…>`, or one of the words that stand alone. */
function commandEnd(text: string, pos: number, isNote: boolean): number | undefined {
  const name = lettersAt(text, pos + 1);
  const end = pos + 1 + name.length;
  const next = text[end] ?? '';
  const hasArgument = name.length > 1 && '{[<'.includes(next) && next !== '';
  if (!hasArgument && (isNote || !bare.has(name))) return undefined;
  if (text[pos - 1] === '\\') return undefined;
  const close = hasArgument ? indexNear(text, closers[next] ?? next, end) : -1;
  return close === -1 ? end : close + 1;
}

const references = ['fig', 'tbl', 'sec', 'eq', 'lst', 'thm'];

/** A handle such as `@somebody` is none: a key ends in a year, or begins with what Quarto numbers. */
function keyEnd(text: string, pos: number, max: number): number | undefined {
  const before = text.slice(Math.max(0, pos - 200), pos);
  const isInBrackets = before.lastIndexOf('[') > before.lastIndexOf(']');
  if (!isBoundary(text[pos - 1]) || text[pos - 1] === '/' || isInBrackets) return undefined;
  let end = pos + 1;
  while (end < max && /[\p{L}\p{N}_:-]/u.test(text[end] ?? '')) end++;
  const key = text.slice(pos + 1, end);
  const [kind = '', name = ''] = key.split('-', 2);
  const isReference = references.includes(kind) && name !== '';
  return isReference || /^\p{L}[\p{L}_:-]*(\d{4}|\d{2})[a-z]?$/u.test(key) ? end : undefined;
}
