import type { Diagnostic } from '../model/diagnostic.js';
import type { TextFile } from '../model.js';
import type { ReadEntries } from './bibliography.js';

/** An entry of a `.bib` file, cut out of it. */
interface BibEntry {
  /** In small letters: `article`, `string`. */
  readonly type: string;
  readonly text: string;
  readonly line: number;
  readonly isClosed: boolean;
}

/**
 * Reads a bibliography in BibTeX or BibLaTeX, as Zotero, JabRef and Better BibTeX write it, by citation-js. An entry that cannot be read is
 * an error at its line; the others are read.
 */
export async function readBibtex(file: TextFile): Promise<ReadEntries> {
  const all = entriesOf(file.text);
  const described = all.filter(({ type }) => !['string', 'comment', 'preamble', 'xdata'].includes(type));
  const strings = all.filter(({ type, isClosed }) => type === 'string' && isClosed).map(({ text }) => text);
  const whole = described.filter(({ isClosed }) => isClosed);
  const diagnostics = all.filter(({ isClosed }) => !isClosed).map((entry) => unclosed(entry, file.path));
  const { parseBibtex } = await import('./citation-parsers.js');
  const parse = (entries: readonly BibEntry[]): readonly unknown[] =>
    parseBibtex(withKnownLetters([...strings, ...entries.map(({ text }) => text)].join('\n')));
  const read = (entries: readonly BibEntry[]): readonly (readonly [value: unknown, entry: BibEntry])[] => {
    if (entries.length === 0) return [];
    try {
      const values = parse(entries);
      if (values.length === entries.length) return entries.map((entry, index) => [values[index], entry]);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      const [entry] = entries;
      if (entries.length === 1 && entry !== undefined) {
        diagnostics.push(unreadable(entry, error.message, strings.length, file.path));
        return [];
      }
    }
    if (entries.length === 1) return [];
    // One of them is wrong: halves find it sooner than one after the other.
    const half = Math.ceil(entries.length / 2);
    return [...read(entries.slice(0, half)), ...read(entries.slice(half))];
  };
  const entries = read(whole).map(([value, { line }]) => ({ value: tidied(value), line }));
  return { entries, diagnostics };
}

const letters: Readonly<Record<string, string>> = {
  aa: 'å',
  AA: 'Å',
  ldots: '…',
  dots: '…',
  textellipsis: '…',
  S: '§',
  euro: '€',
  pounds: '£',
};

/** Letters of TeX that citation-js does not know, and `i` without its dot below an accent, which is the letter with the accent. */
function withKnownLetters(text: string): string {
  return text
    .replace(
      /\\(aa|AA|ldots|dots|textellipsis|S|euro|pounds)(?![A-Za-z])(?:\{\}|[ \t]+(?=[\p{L}\p{N}]))?/gu,
      (_, name: string) => letters[name] ?? '',
    )
    .replace(/(?<!\\)\\ /g, ' ')
    .replace(/\\(['"`^~=])[ \t]*\{[ \t]*\\([ij])[ \t]*\}/g, '\\$1{$2}')
    .replace(/\\(['"`^~=])\\([ij])(?![A-Za-z])(?:\{\}|[ \t]+(?=\p{L}))?/gu, '\\$1{$2}');
}

/** Cuts a file into its entries. One whose braces do not close ends where the next begins at a line's start. */
function entriesOf(text: string): readonly BibEntry[] {
  const entries: BibEntry[] = [];
  const start = /^[^\S\n]*@\s*(\w+)\s*[{(]/gm;
  let line = 1;
  let counted = 0;
  for (let found = start.exec(text); found !== null; found = start.exec(text)) {
    const from = found.index + found[0].indexOf('@');
    const { at, isClosed } = endOfEntry(text, found.index + found[0].length - 1);
    line += text.slice(counted, from).split('\n').length - 1;
    counted = from;
    entries.push({ type: (found[1] ?? '').toLowerCase(), text: text.slice(from, at + 1), line, isClosed });
    start.lastIndex = at + 1;
  }
  return entries;
}

/** Where the entry ends whose brace opens at `open`: at the brace that closes it, else before an entry that begins at a line's start. */
function endOfEntry(text: string, open: number): { readonly at: number; readonly isClosed: boolean } {
  const isRound = text[open] === '(';
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    const sign = text[at];
    if (sign === '\\') at++;
    else if (sign === '{') depth++;
    else if (sign === '}' && --depth === 0 && !isRound) return { at, isClosed: true };
    else if (sign === ')' && isRound && depth === 0) return { at, isClosed: true };
    else if (sign === '\n' && /^@\w+\s*\{[^\s,{}=]+,/.test(text.slice(at + 1, at + 80))) return { at, isClosed: false };
  }
  return { at: text.length - 1, isClosed: false };
}

function unclosed({ line, text }: BibEntry, path: string): Diagnostic {
  return {
    rule: 'references',
    severity: 'error',
    message: `The entry ${keyIn(text)} is not closed: a brace is missing.`,
    place: { path, line },
    cure: 'Write a `}` for each `{`.',
  };
}

/** citation-js counts lines of what it was given; its drawing of the place is left out. */
function unreadable({ line, text }: BibEntry, message: string, strings: number, path: string): Diagnostic {
  const [, at] = /at line (\d+)/.exec(message) ?? [];
  const own = at === undefined ? 0 : Math.max(0, Number(at) - 1 - strings);
  return {
    rule: 'references',
    severity: 'error',
    message: `The entry ${keyIn(text)} cannot be read here.`,
    place: { path, line: line + Math.min(own, text.split('\n').length - 1) },
    cure: 'Write `name = {value},` on a line for each field.',
  };
}

function keyIn(text: string): string {
  return `"${/^@\s*\w+\s*[{(]\s*([^,\s]+)/.exec(text)?.[1] ?? text.slice(0, 20)}"`;
}

/**
 * BibLaTeX and babel name languages; CSL has tags. citation-js takes a capital in braces for a particle. What a reader noted for himself
 * stays out.
 */
function tidied(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const { language, author, editor, annote, abstract, keyword, ...more } = value as Readonly<Record<string, unknown>>;
  const { 'citation-key': _, ...rest } = more;
  return {
    ...rest,
    ...(Array.isArray(author) ? { author: author.map(tidiedName) } : {}),
    ...(Array.isArray(editor) ? { editor: editor.map(tidiedName) } : {}),
    ...(typeof language === 'string' ? { language: languageTags[language.toLowerCase()] ?? language } : {}),
  };
}

function tidiedName(name: unknown): unknown {
  if (typeof name !== 'object' || name === null) return name;
  const { 'non-dropping-particle': particle, given, ...rest } = name as Readonly<Record<string, unknown>>;
  const isGiven = given === undefined && typeof particle === 'string' && /^\p{Lu}/u.test(particle);
  if (isGiven) return { ...rest, given: particle };
  // A name in braces is of an institution.
  if (given === undefined && particle === undefined && typeof rest.family === 'string' && rest.family.includes(' ')) {
    return { literal: rest.family };
  }
  return name;
}

const languageTags: Readonly<Record<string, string>> = {
  english: 'en',
  american: 'en-US',
  usenglish: 'en-US',
  british: 'en-GB',
  ukenglish: 'en-GB',
  german: 'de',
  ngerman: 'de',
  austrian: 'de-AT',
  naustrian: 'de-AT',
  polish: 'pl',
  russian: 'ru',
  ukrainian: 'uk',
  french: 'fr',
  belarusian: 'be',
  lithuanian: 'lt',
};
