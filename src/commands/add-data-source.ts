import { join } from 'node:path';
import { count } from '../count.js';
import { DeckError } from '../error.js';
import { readDataSource } from '../read/data-source.js';
import { readDataText } from '../read/data-text.js';
import { shownPath } from '../read/text-file.js';
import type { Effects } from '../system/effects.js';
import { checkKey } from './check-key.js';
import { deckOrPlace } from './deck-folder.js';
import { describeSource } from './describe-source.js';

/** What `pilcrow source add` was asked for; `file` is absolute. */
export interface DataSourceOptions {
  readonly file: string;
  readonly key: string;
  readonly replace?: boolean;
  readonly dryRun?: boolean;
  readonly encoding?: string;
  /** Refused: what a row is called is its line in the file. */
  readonly renumber?: boolean;
}

/**
 * Adds a file of data to a deck as it is, in UTF-8, as `sources/<key>.csv`, and describes it in the bibliography. Throws a DeckError where
 * it is no table, or the key is taken.
 */
export async function addDataSource(
  name: string,
  { file, key, replace = false, dryRun = false, encoding, renumber = false }: DataSourceOptions,
  effects: Effects,
): Promise<void> {
  checkKey(key);
  if (renumber) throw noRenumber(key);
  const path = shownPath(file, effects);
  const read = await readDataText(file, effects, encoding);
  if (read === undefined) throw new DeckError('read-failed', `There is no file ${path}. Name the source's file.`);
  const { source, diagnostics } = readDataSource(read.text);
  const [wrong] = [...read.diagnostics, ...diagnostics].filter(({ severity }) => severity === 'error');
  if (source?.data === undefined || wrong !== undefined) {
    const where = wrong === undefined ? path : `${path}:${wrong.place.line}`;
    throw new DeckError(
      'read-failed',
      `${where} cannot be added: ${wrong?.message ?? 'it is no table.'} ${wrong?.cure ?? ''}`.trim(),
    );
  }
  const { columns } = source.data;
  const said = `${count(source.paragraphs.length, 'row')}, columns ${columns.join(', ')}`;
  for (const { message } of read.diagnostics) effects.report(`${path}: ${message}`);
  if (dryRun) return effects.report(`${said}. Nothing was written.`);
  const { deck, isThere } = await deckOrPlace(name, effects);
  if (!isThere)
    throw new DeckError('usage', `There is no deck ${name} yet. Make it with a text first, or write its deck.md.`);
  const end = /\.tsv$/i.test(file) ? 'tsv' : 'csv';
  const target = join(deck.folder, 'sources', `${key}.${end}`);
  for (const other of ['md', 'csv', 'tsv'].map((one) => join(deck.folder, 'sources', `${key}.${one}`))) {
    const isOwn = other === target;
    if ((isOwn && replace) || (await effects.files.kind(other)) === undefined) continue;
    const cure = isOwn
      ? 'Choose another --key, or overwrite it with --replace.'
      : 'Choose another --key, or remove it.';
    throw new DeckError('usage', `The deck has a source ${key} already, ${shownPath(other, effects)}. ${cure}`);
  }
  const bibliography = await describeSource(deck.folder, key, {}, effects);
  await effects.files.replace([{ file: target, bytes: read.text.text }, ...bibliography]);
  effects.print(
    `${shownPath(target, effects)}: ${said}. Cite a cell as [@${key}, row ${source.paragraphs[0]?.number ?? 2}, column ${columns.at(-1)}].`,
  );
  if (bibliography.length > 0) effects.print(`references: ${key} is described; complete its entry.`);
}

function noRenumber(key: string): DeckError {
  const message = `--renumber follows paragraphs of a text, and ${key} is a table: a row's number is its line in the file.`;
  return new DeckError('usage', `${message} Leave --renumber out, and mend the rows that \`pilcrow check\` names.`);
}
