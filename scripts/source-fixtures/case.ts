import type { Article } from './article.js';

/** A file of some kind, and the paragraphs that a reader of it finds, in the form of `sources/<key>.md` without page marks. */
export interface SourceCase {
  readonly name: string;
  readonly bytes: Uint8Array | string;
  readonly expected: string;
}

/** What else an article has, beside its head and its sections. */
export interface Extras {
  /** Lines of ¶0; the article's title, date and author where not given. */
  readonly head?: readonly string[];
  /** Headings are no marks in this kind of file: they are left out. */
  readonly headings?: boolean;
  readonly level?: number;
  readonly notes?: readonly string[];
  /** Behind the last section. */
  readonly table?: readonly (readonly string[])[];
}

/** The numbered text of an article. */
export function expectedOf(
  article: Article,
  { head, headings = true, level = 2, notes = [], table }: Extras = {},
): string {
  const zero = head ?? [article.title, article.date, article.author];
  const blocks = [...(zero.length === 0 ? [] : [`¶0 ${zero.join('\n')}`])];
  let number = 0;
  for (const { heading, paragraphs } of article.sections) {
    if (headings) blocks.push(`${'#'.repeat(level)} ${heading}`);
    for (const paragraph of paragraphs) blocks.push(`¶${++number} ${paragraph}`);
  }
  if (table !== undefined) blocks.push(`¶${++number} ${table.map((row) => row.join(' | ')).join('\n')}`);
  if (notes.length > 0) blocks.push('## Notes', ...notes.map((note) => `¶${++number} ${note}`));
  return `${blocks.join('\n\n')}\n`;
}

/** Lines of at most so many characters. */
export function wrap(text: string, width: number, indent = ''): string {
  const lines = [indent];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last.length + word.length + 1 > width && last.trim() !== '') lines.push(word);
    else lines[lines.length - 1] = last.trim() === '' ? last + word : `${last} ${word}`;
  }
  return lines.join('\n');
}

/** A text in an encoding with one byte a character. */
export function encode(text: string, encoding: string): Uint8Array {
  const bytes = new Map<string, number>();
  for (let byte = 0; byte < 256; byte++) bytes.set(new TextDecoder(encoding).decode(Uint8Array.of(byte)), byte);
  for (const [index, sign] of [...'‚ƒ„…†‡ˆ‰Š‹Œ'].entries())
    if (encoding === 'windows-1252') bytes.set(sign, 0x82 + index);
  for (const [index, sign] of [...'‘’“”•–—'].entries()) if (encoding === 'windows-1252') bytes.set(sign, 0x91 + index);
  return Uint8Array.from([...text].map((sign) => bytes.get(sign) ?? 0x3f));
}
