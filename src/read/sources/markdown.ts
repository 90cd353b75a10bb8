import MarkdownIt, { type Token } from 'markdown-it';
import footnote from 'markdown-it-footnote';
import { parse as parseYaml } from 'yaml';
import { decodeText, guessed } from './decode-text.js';
import { htmlBlocks } from './html-blocks.js';
import { isoDay, present } from './html-says.js';
import { parseHtml } from './html-tree.js';
import type { ReadSource, SourceFile, SourceReader, SourceSays } from './source-block.js';

/** Markdown, with the front matter, tables and footnotes of Pandoc and GitHub. */
export const markdown: SourceReader = {
  what: 'Markdown',
  extensions: ['md', 'markdown', 'mdown'],
  hasEncoding: true,
  read,
};

async function read(file: SourceFile): Promise<ReadSource> {
  const { text, encoding, isGuess } = await decodeText(file);
  const [front = '', block] = /^---[^\S\n]*\n([\s\S]*?)\n(?:---|\.\.\.)[^\S\n]*(?:\n|$)/.exec(text) ?? [];
  const markdown = new MarkdownIt({ html: true }).use(footnote);
  markdown.renderer.rules.footnote_anchor = () => '';
  markdown.renderer.rules.footnote_ref = () => '';
  // Pictures say nothing that could be quoted.
  markdown.renderer.rules.image = () => '';
  markdown.core.ruler.push('page-marks', ({ tokens }) => tokens.forEach(keepPageMark));
  return {
    blocks: htmlBlocks(parseHtml(markdown.render(text.slice(front.length)))),
    says: block === undefined ? {} : frontMatterSays(block),
    warnings: isGuess ? [guessed(encoding)] : [],
  };
}

/** `[Page 12]` by itself stays a line of its own, also within a paragraph. */
function keepPageMark({ children }: Token): void {
  for (const child of children ?? []) if (child.type === 'softbreak') child.type = 'hardbreak';
}

/** What Pandoc, Jekyll and Hugo call it. */
function frontMatterSays(block: string): SourceSays {
  const values = readable(block);
  const text = (...names: readonly string[]): string | undefined =>
    names.map((name) => asText(values[name])).find((value) => value !== undefined);
  const named = [values.author ?? values.authors ?? values.by].flat();
  return present({
    title: text('title'),
    authors: named.flatMap((one) => {
      const name = asText(typeof one === 'object' && one !== null && 'name' in one ? one.name : one);
      return name === undefined ? [] : [name];
    }),
    date: isoDay(text('date', 'published', 'pubDate')),
    language: text('lang', 'language'),
    container: text('journal', 'publication', 'site', 'source'),
    publisher: text('publisher'),
    url: text('url', 'canonical'),
    doi: text('doi'),
  });
}

function readable(block: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = parseYaml(block);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    // What is no YAML says nothing; the text below it is what matters.
    return {};
  }
}

function asText(value: unknown): string | undefined {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : undefined;
}
