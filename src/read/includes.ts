import { dirname, resolve } from 'node:path';
import MarkdownIt from 'markdown-it';
import type { Diagnostic } from '../model/diagnostic.js';
import type { TextFile } from '../model.js';
import type { Effects } from '../system/effects.js';
import { isWithin } from '../system/is-within.js';
import { readTextFile } from './text-file.js';
import { unreadText } from './unread.js';

/** CommonMark's block rules alone: they tell an include from the same words inside a code fence. */
const blocks = new MarkdownIt({ html: true }).disable(
  ['inline', 'text_join', 'linkify', 'replacements', 'smartquotes'],
  true,
);

/** The path in `<!-- include: path -->`, where that is all an HTML block says. */
export function includedPath(html: string): string | undefined {
  return /^<!--\s*include:\s*(.+?)\s*-->\s*$/.exec(html)?.[1];
}

/**
 * Reads every file the deck includes, those of included files too. A path is relative to the including file and may not lead
 * out of the folder that holds the deck's folder. A file that is missing is left out; parsing says so at its place.
 */
export async function readIncludes(
  entry: TextFile,
  folder: string,
  effects: Effects,
): Promise<{ includes: ReadonlyMap<string, TextFile>; diagnostics: readonly Diagnostic[] }> {
  const includes = new Map<string, TextFile>();
  const diagnostics: Diagnostic[] = [];
  const limit = dirname(folder);
  const waiting = [entry];
  for (let from = waiting.shift(); from !== undefined; from = waiting.shift()) {
    for (const { path, line } of includesOf(from.text)) {
      const file = resolve(dirname(from.file), path);
      if (includes.has(file) || file === entry.file) continue;
      if (!isWithin(limit, file)) {
        diagnostics.push(outside(path, { path: from.path, line }));
        continue;
      }
      const text = await readTextFile(file, effects);
      if (text === undefined) continue;
      includes.set(file, text);
      diagnostics.push(...unreadText(text, { path: from.path, line }));
      waiting.push(text);
    }
  }
  return { includes, diagnostics };
}

/** Reading all blocks takes as long as parsing them does, so it is done only where an include may be. */
function includesOf(text: string): { readonly path: string; readonly line: number }[] {
  if (!/<!--\s*include:/.test(text)) return [];
  return blocks.parse(text, {}).flatMap((token) => {
    const path = token.type === 'html_block' ? includedPath(token.content.trim()) : undefined;
    return path === undefined ? [] : [{ path, line: (token.map?.[0] ?? 0) + 1 }];
  });
}

function outside(path: string, place: Diagnostic['place']): Diagnostic {
  return {
    rule: 'include',
    severity: 'error',
    message: `"${path}" lies outside the folder that holds the deck's folder.`,
    place,
    cure: 'Move the file next to the decks, for example to slides/_shared/.',
  };
}
