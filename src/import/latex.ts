import {
  type LatexCommand,
  type LatexReading,
  latexCommandAt,
  latexWidth,
  withoutFormulas,
} from './latex-arguments.js';
import { latexEnvironment } from './latex-environments.js';

/** Commands around words, and the marks that take their place. */
const marks: Readonly<Record<string, readonly [string, string]>> = {
  textbf: ['**', '**'],
  alert: ['**', '**'],
  structure: ['**', '**'],
  emph: ['*', '*'],
  textit: ['*', '*'],
  textsl: ['*', '*'],
  texttt: ['`', '`'],
  underline: ['<u>', '</u>'],
  sout: ['~~', '~~'],
  textsuperscript: ['^', '^'],
  textsubscript: ['~', '~'],
  footnote: ['^[', ']'],
};

/** Commands whose last words are kept and whose effect is not. */
const bare = [
  'textcolor',
  'colorbox',
  'textsc',
  'textrm',
  'textsf',
  'mbox',
  'fbox',
  'parbox',
  'only',
  'onslide',
  'uncover',
].concat([
  'visible',
  'invisible',
  'alt',
  'temporal',
  'hbox',
  'centerline',
  'textnormal',
  'resizebox',
  'scalebox',
  'hyperlink',
  'text',
]);

/** Commands that only say how something looks or is arranged. */
const sizes = [
  'tiny',
  'scriptsize',
  'footnotesize',
  'small',
  'normalsize',
  'large',
  'Large',
  'LARGE',
  'huge',
  'Huge',
].concat(['centering', 'bfseries', 'itshape', 'raggedright']);
const looks = [
  'vspace',
  'hspace',
  'vfill',
  'hfill',
  'newpage',
  'clearpage',
  'pagebreak',
  'noindent',
  'bigskip',
  'medskip',
].concat(
  ['smallskip', ...sizes],
  [
    'setbeamertemplate',
    'setbeamercolor',
    'setbeamerfont',
    'setbeamercovered',
    'usebeamertemplate',
    'usebeamerfont',
    'setlength',
  ],
  [
    'addtolength',
    'addtocounter',
    'setcounter',
    'thispagestyle',
    'pagestyle',
    'maketitle',
    'tableofcontents',
    'titlepage',
    'appendix',
  ],
  ['color', 'columnbreak', 'framebreak', 'label', 'logo', 'transdissolve', 'transfade', 'par'],
);

const signs: Readonly<Record<string, string>> = {
  LaTeX: 'LaTeX',
  TeX: 'TeX',
  ldots: '…',
  dots: '…',
  newline: '<br>',
  linebreak: '<br>',
  textbackslash: '\\\\',
  rightarrow: '→',
  Rightarrow: '⇒',
  checkmark: '✓',
  quad: ' ',
};

const notes = ['note', 'pnote', 'speakernote', 'presenternote'];
const citing = ['cite', 'citep', 'citet', 'autocite', 'parencite', 'textcite', 'footcite', 'fullcite'];

/** Commands and environments of LaTeX in a text, outside formulas and code, which `bare` has as spaces, and what they are in our Markdown. */
export function readLatex(text: string, bare: string): readonly LatexReading[] {
  const bareText = withoutFormulas(bare);
  const found: LatexReading[] = [];
  for (let at = bareText.indexOf('\\'); at !== -1; at = bareText.indexOf('\\', at)) {
    const given = bareText[at + 1] === '\\' ? undefined : latexCommandAt(text, at, argumentsOf);
    const reading =
      given === undefined
        ? undefined
        : given.name === 'begin'
          ? latexEnvironment(text, given, fromLatex)
          : readCommand(given, text);
    if (reading !== undefined) found.push(reading);
    at = reading?.end ?? at + 2;
  }
  return found;
}

/** A text with its LaTeX in our Markdown; of what is lost in it nothing is said. */
function fromLatex(text: string): string {
  let result = '';
  let at = 0;
  for (const { start, end, by } of readLatex(text, text)) {
    result += text.slice(at, start) + by;
    at = end;
  }
  return result + text.slice(at);
}

const twoArguments = [
  'begin',
  'href',
  'textcolor',
  'colorbox',
  'parbox',
  'scalebox',
  'hyperlink',
  'setlength',
  'addtolength',
].concat(['setbeamercolor', 'setbeamerfont', 'alt', 'addtocounter', 'setcounter']);

function argumentsOf(name: string): number {
  if (Object.hasOwn(signs, name) || name === 'pause') return 0;
  return twoArguments.includes(name) ? 2 : name === 'resizebox' || name === 'temporal' ? 3 : 1;
}

function readCommand({ name, start, end, braces, options }: LatexCommand, text: string): LatexReading | undefined {
  const said = (by: string, message: string): LatexReading => ({ start, end, by, fate: 'changed', message });
  const one = fromLatex(braces[0] ?? '');
  const last = fromLatex(braces.at(-1) ?? '');
  if (notes.includes(name) && braces.length > 0) {
    const note = fromLatex(braces[0] ?? '').trim();
    return { start, end, by: '', fate: 'changed', message: 'Is a note for the speaker, below `Note:`.', note };
  }
  if (notes.includes(name) && text[end] === '{') {
    const note = text.slice(end + 1).trim();
    const message = 'Its brace is never closed: all that follows is a note for the speaker.';
    return { start, end: text.length, by: '', fate: 'changed', message, note };
  }
  if (name === 'pause') {
    const lineStart = text.lastIndexOf('\n', start) + 1;
    const isAlone = text.slice(lineStart, start).trim() === '' && /^[ \t]*(\n|$)/.test(text.slice(end));
    if (isAlone && start === lineStart) return said('\n. . .\n', 'Is a pause, `. . .`.');
    const message = 'Is left out: a list comes item by item in `::: incremental`, a pause stands between paragraphs.';
    return { start, end, by: '', fate: 'lost', message };
  }
  const mark = Object.hasOwn(marks, name) ? marks[name] : undefined;
  if (mark !== undefined && braces.length > 0)
    return said(`${mark[0]}${one.trim()}${mark[1]}`, `Is \`${mark[0]}…${mark[1]}\`.`);
  if (Object.hasOwn(signs, name)) {
    const tail = text.startsWith('{}', end) ? end + 2 : text[end] === ' ' ? end + 1 : end;
    return { ...said(signs[name] ?? '', 'Is the sign itself.'), end: tail };
  }
  if (name === 'href' && braces.length === 2) return said(`[${last}](${braces[0]})`, 'Is a link.');
  if (name === 'url' && braces.length > 0) return said(`<${braces[0]}>`, 'Is a link.');
  if (name === 'includegraphics' && braces.length > 0)
    return said(`![](${braces[0]})${latexWidth(options)}`, 'Is a picture. Say in its brackets what it shows.');
  if (citing.includes(name) && braces.length > 0) {
    const keys = (braces[0] ?? '').split(',').map((key) => `@${key.trim()}`);
    const locator = options === '' ? '' : `, ${options}`;
    return said(`[${keys.join('; ')}${locator}]`, 'Is a citation.');
  }
  if (bare.includes(name) && braces.length > 0)
    return { start, end, by: last, fate: 'lost', message: 'Its words are kept, and what it makes of them is not.' };
  if (looks.includes(name))
    return {
      start,
      end,
      by: sizes.includes(name) ? last : '',
      fate: 'lost',
      message: 'Is left out: looks belong into a `style.css` beside the deck.',
    };
  if (braces.length === 0 && options === '') return undefined;
  return {
    start,
    end,
    by: text.slice(start, end),
    fate: 'lost',
    message: 'Is shown as it was typed. Write what it stands for.',
  };
}
