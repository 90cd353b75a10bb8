import { type LatexCommand, type LatexReading, latexWidth } from './latex-arguments.js';

/** A text with its LaTeX in our Markdown. */
type FromLatex = (text: string) => string;

/** What only says how its contents stand. */
const plain = [
  'center',
  'flushleft',
  'flushright',
  'figure',
  'table',
  'minipage',
  'frame',
  'small',
  'footnotesize',
  'scriptsize',
].concat(['tiny', 'large', 'Large', 'overprint', 'onlyenv', 'overlayarea', 'multicols', 'spacing', 'adjustbox']);
const blocks = ['block', 'alertblock', 'exampleblock', 'theorem', 'definition', 'example', 'proof'];

/** An environment of LaTeX from `\begin` on. One that is not known is shown as code, so that nothing of it is lost. */
export function latexEnvironment(
  text: string,
  { start, end, braces, options }: LatexCommand,
  fromLatex: FromLatex,
): LatexReading | undefined {
  const name = (braces[0] ?? '').trim();
  const close = closeOf(text, name, end);
  if (name === '' || close === undefined) return undefined;
  const argument = braces[1];
  const takesArgument = blocks.includes(name) || plain.includes(name) || name === 'column' || name === 'columns';
  const contentStart = argument === undefined || takesArgument ? end : end - argument.length - 2;
  const inside = text.slice(contentStart, close.start);
  const read = (by: string, message: string): LatexReading => ({ start, end: close.end, by, fate: 'changed', message });
  if (name === 'columns') return read(columns(inside, fromLatex), 'Is `::: columns`.');
  if (name === 'itemize' || name === 'enumerate') return read(list(inside, name, fromLatex), 'Is a list.');
  if (name === 'quote' || name === 'quotation')
    return read(`\n\n${fromLatex(inside).trim().replace(/^/gm, '> ')}\n\n`, 'Is a quotation.');
  if (blocks.includes(name)) {
    const title = argument ?? options;
    const heading = title === '' ? '' : `**${fromLatex(title).trim()}**\n\n`;
    return read(`\n\n${heading}${fromLatex(inside).trim()}\n\n`, 'Stands in the text, its title in bold.');
  }
  if (plain.includes(name))
    return {
      ...read(`\n\n${fromLatex(withoutCaption(inside)).trim()}\n\n`, 'Is taken away, and what it holds is kept.'),
      fate: 'lost',
    };
  const code = text.slice(start, close.end);
  const fence = '`'.repeat(Math.max(3, ...[...code.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  const message = 'Is shown as code: only Pandoc’s LaTeX draws it. Put a picture or a table in its place.';
  return { start, end: close.end, by: `\n\n${fence}latex\n${code}\n${fence}\n\n`, fate: 'lost', message };
}

/** `\column{0.5\textwidth}` and the environment of that name. */
function columns(inside: string, fromLatex: FromLatex): string {
  const plain = inside.replace(/\\end\{column\}/g, '').replace(/\\begin\{column\}/g, '\\column');
  const parts = plain.split(/\\column(?:<[^>]*>|\[[^\]]*\])?\s*\{([^{}]*)\}/);
  const made: string[] = [];
  for (let at = 1; at < parts.length; at += 2) {
    const width = latexWidth(parts[at] ?? '').replace(/^\{|\}$/g, '');
    const attributes = width === '' ? 'column' : `{.column ${width}}`;
    made.push(`::: ${attributes}\n\n${fromLatex(parts[at + 1] ?? '').trim()}\n\n:::`);
  }
  const before = fromLatex(parts[0] ?? '').trim();
  return `\n\n${before === '' ? '' : `${before}\n\n`}:::: columns\n\n${made.join('\n\n')}\n\n::::\n\n`;
}

function list(inside: string, name: string, fromLatex: FromLatex): string {
  const items = topItems(inside).map((item, index) => {
    const text = fromLatex(item)
      .trim()
      .replace(/\n\s*\n\s*\n/g, '\n\n');
    const mark = name === 'enumerate' ? `${index + 1}. ` : '- ';
    return `${mark}${text.replace(/\n(?=.)/g, `\n${' '.repeat(mark.length)}`)}`;
  });
  return `\n\n${items.join('\n')}\n\n`;
}

/** The items of a list, not those of lists in it. */
function topItems(inside: string): readonly string[] {
  const items: string[] = [];
  let depth = 0;
  let from = -1;
  for (const { 0: found, index } of inside.matchAll(/\\(?:begin|end)\{\w+\*?\}|\\item\b(?:<[^>]*>)?(?:\[[^\]]*\])?/g)) {
    if (found.startsWith('\\begin')) depth++;
    else if (found.startsWith('\\end')) depth--;
    else if (depth === 0) {
      if (from !== -1) items.push(inside.slice(from, index));
      from = index + found.length;
    }
  }
  if (from !== -1) items.push(inside.slice(from));
  return items;
}

function withoutCaption(text: string): string {
  return text.replace(/\\caption(?:\[[^\]]*\])?\{([^{}]*)\}/g, '\n\n$1\n\n');
}

/** Where the environment ends; undefined where it does not. */
function closeOf(
  text: string,
  name: string,
  from: number,
): { readonly start: number; readonly end: number } | undefined {
  let depth = 1;
  const marks = new RegExp(`\\\\(begin|end)\\{${name.replace(/[^A-Za-z]/g, '\\$&')}\\}`, 'g');
  marks.lastIndex = from;
  for (let found = marks.exec(text); found !== null; found = marks.exec(text)) {
    depth += found[1] === 'begin' ? 1 : -1;
    if (depth === 0) return { start: found.index, end: marks.lastIndex };
  }
  return undefined;
}
