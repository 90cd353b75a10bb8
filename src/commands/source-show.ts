import { join } from 'node:path';
import { DeckError } from '../error.js';
import { nearest } from '../nearest.js';
import { readSourceText } from '../read/source-text.js';
import { readTextFile, shownPath } from '../read/text-file.js';
import type { Effects } from '../system/effects.js';
import { findDecks } from './targets.js';

/** `pilcrow source show`: prints a source as it is numbered, or the paragraphs that are named: `5`, `¶5`, `5-7`. */
export async function showSource(
  name: string,
  key: string,
  paragraphs: string | undefined,
  effects: Effects,
): Promise<void> {
  for (const { folder } of await findDecks([name], effects)) {
    const file = join(folder, 'sources', `${key}.md`);
    const text = await readTextFile(file, effects);
    if (text === undefined) throw await noSource(folder, key, effects);
    if (paragraphs === undefined) {
      effects.print(text.text.trimEnd());
      continue;
    }
    const [from, to] = rangeOf(paragraphs);
    const all = readSourceText(text).source.paragraphs;
    const wanted = all.filter(({ number }) => number >= from && number <= to);
    if (wanted.length === 0) {
      const last = all.at(-1)?.number ?? 0;
      throw new DeckError(
        'usage',
        `${shownPath(file, effects)} has no ¶${paragraphs.replace('¶', '')}: it ends with ¶${last}.`,
      );
    }
    effects.print(wanted.map(({ number, text }) => `¶${number} ${text}`).join('\n\n'));
  }
}

function rangeOf(paragraphs: string): readonly [from: number, to: number] {
  const [, from, to = from] = /^¶*(\d+)(?:[-–—](\d+))?$/.exec(paragraphs.trim()) ?? [];
  if (from === undefined) {
    throw new DeckError('usage', `"${paragraphs}" names no paragraph. Write 5, or 5-7.`);
  }
  return [Number(from), Number(to)];
}

async function noSource(folder: string, key: string, effects: Effects): Promise<DeckError> {
  const names = await effects.files.list(join(folder, 'sources'));
  const keys = names.filter((one) => one.endsWith('.md')).map((one) => one.replace(/\.md$/, ''));
  const near = nearest(key, keys);
  const cure =
    near !== undefined
      ? `Did you mean ${near}?`
      : keys.length > 0
        ? `There are ${keys.join(', ')}.`
        : 'Add it with `pilcrow source add <deck> <file> --key <key>`.';
  return new DeckError('usage', `There is no source ${key} in ${shownPath(join(folder, 'sources'), effects)}. ${cure}`);
}
