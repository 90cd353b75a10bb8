import { dirname, resolve } from 'node:path';
import MarkdownIt from 'markdown-it';
import type { Diagnostic, Place, TextFile } from '../model.js';
import type { Effects } from '../system/effects.js';
import { isWithin } from '../system/is-within.js';
import { readDataText } from './data-text.js';
import { readYaml } from './yaml.js';

/** CommonMark's block rules alone. */
const blocks = new MarkdownIt({ html: true }).disable(
  ['inline', 'text_join', 'linkify', 'replacements', 'smartquotes'],
  true,
);

/**
 * Reads the data files that the charts of a deck name, relative to its folder and not from outside the folder that holds it. A file that
 * is missing is left out; reading the chart says so at its place.
 */
export async function readDataFiles(
  texts: readonly TextFile[],
  folder: string,
  effects: Effects,
): Promise<{ readonly files: ReadonlyMap<string, TextFile>; readonly diagnostics: readonly Diagnostic[] }> {
  const files = new Map<string, TextFile>();
  const diagnostics: Diagnostic[] = [];
  for (const { name, place } of texts.flatMap(dataNames)) {
    if (files.has(name)) continue;
    const file = resolve(folder, name);
    if (!isWithin(dirname(folder), file)) {
      diagnostics.push({
        rule: 'chart-data',
        severity: 'error',
        message: `"${name}" lies outside the folder that holds the deck's folder.`,
        place,
        cure: 'Put the data beside the deck, for example into data/.',
      });
      continue;
    }
    const read = await readDataText(file, effects);
    if (read === undefined) continue;
    files.set(name, read.text);
    diagnostics.push(...read.diagnostics);
  }
  return { files, diagnostics };
}

/** Reading all blocks takes as long as parsing them does, so it is done only where a chart may be. */
function dataNames({ text, path }: TextFile): readonly { readonly name: string; readonly place: Place }[] {
  if (!/(?:`{3}|~{3})[^\n]*\bchart\b/.test(text)) return [];
  return blocks.parse(text, {}).flatMap(({ type, info, content, map }) => {
    if (type !== 'fence' || !/^\s*\{?\.?chart\b/.test(info)) return [];
    const line = (map?.[0] ?? 0) + 2;
    const yaml = readYaml(content, path, line);
    const { value } = yaml;
    const data: unknown = typeof value === 'object' && value !== null && 'data' in value ? value.data : undefined;
    if (typeof data !== 'string' || data.includes('\n')) return [];
    return [{ name: data, place: yaml.placeOf(['data']) }];
  });
}
