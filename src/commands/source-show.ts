import { join } from 'node:path';
import { DeckError } from '../error.js';
import type { SourceText } from '../model.js';
import { nearest } from '../nearest.js';
import { readDataSource } from '../read/data-source.js';
import { readDataText } from '../read/data-text.js';
import { readSourceText } from '../read/source-text.js';
import { readTextFile, shownPath } from '../read/text-file.js';
import type { Effects } from '../system/effects.js';
import { findDecks } from './targets.js';

/**
 * `pilcrow source show`: prints a source as it is numbered, or the paragraphs that are named: `5`, `¶5`, `5-7`. A table of data is printed
 * by its rows, each with the names of its columns.
 */
export async function showSource(
  name: string,
  key: string,
  paragraphs: string | undefined,
  effects: Effects,
): Promise<void> {
  for (const { folder } of await findDecks([name], effects)) {
    const text = await readTextFile(join(folder, 'sources', `${key}.md`), effects);
    const rows = text === undefined ? await rowsOf(folder, key, effects) : undefined;
    if (text === undefined && rows === undefined) throw await noSource(folder, key, effects);
    if (text !== undefined && paragraphs === undefined) {
      effects.print(text.text.trimEnd());
      continue;
    }
    const all = rows ?? (text === undefined ? undefined : readSourceText(text).source);
    if (all !== undefined) effects.print(shown(all, paragraphs));
  }
}

/** The rows of `sources/<key>.csv` or `.tsv`, numbered as citations have them; undefined where there is none. */
async function rowsOf(folder: string, key: string, effects: Effects): Promise<SourceText | undefined> {
  for (const end of ['csv', 'tsv']) {
    const read = await readDataText(join(folder, 'sources', `${key}.${end}`), effects);
    if (read === undefined) continue;
    const { source, diagnostics } = readDataSource(read.text);
    const wrong = [...read.diagnostics, ...diagnostics].find(({ severity }) => severity === 'error');
    if (source !== undefined && wrong === undefined) return source;
    const why = wrong === undefined ? 'It is no table.' : `${wrong.message} ${wrong.cure ?? ''}`;
    throw new DeckError('read-failed', `${read.text.path} cannot be shown. ${why.trim()}`);
  }
  return undefined;
}

function shown({ paragraphs, path, data }: SourceText, wanted: string | undefined): string {
  const [from, to] = wanted === undefined ? [0, Number.POSITIVE_INFINITY] : rangeOf(wanted);
  const found = paragraphs.filter(({ number }) => number >= from && number <= to);
  const sign = data === undefined ? '¶' : 'row ';
  if (found.length === 0 && wanted !== undefined) {
    const [first, last] = [paragraphs[0]?.number ?? 0, paragraphs.at(-1)?.number ?? 0];
    const has = data === undefined || from > last ? `it ends with ${sign}${last}` : `it begins with ${sign}${first}`;
    throw new DeckError('usage', `${path} has no ${sign}${wanted.replace(/^¶*/, '')}: ${has}.`);
  }
  return data === undefined
    ? found.map(({ number, text }) => `¶${number} ${text}`).join('\n\n')
    : found.map(({ number, text }) => `row ${number} ${text.replaceAll('\n', '; ')}`).join('\n');
}

function rangeOf(paragraphs: string): readonly [from: number, to: number] {
  const [, from, to = from] = /^¶*(\d+)(?:[-–—](\d+))?$/.exec(paragraphs.trim()) ?? [];
  if (from === undefined) {
    throw new DeckError('usage', `"${paragraphs}" names no paragraph or row. Write 5, or 5-7.`);
  }
  return [Number(from), Number(to)];
}

async function noSource(folder: string, key: string, effects: Effects): Promise<DeckError> {
  const names = await effects.files.list(join(folder, 'sources'));
  const keys = names.filter((one) => sourceEnds.test(one)).map((one) => one.replace(sourceEnds, ''));
  const near = nearest(key, keys);
  const cure =
    near !== undefined
      ? `Did you mean ${near}?`
      : keys.length > 0
        ? `There are ${keys.join(', ')}.`
        : 'Add it with `pilcrow source add <deck> <file> --key <key>`.';
  return new DeckError('usage', `There is no source ${key} in ${shownPath(join(folder, 'sources'), effects)}. ${cure}`);
}

const sourceEnds = /\.(?:md|csv|tsv)$/;
