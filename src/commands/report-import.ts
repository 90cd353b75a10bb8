import { basename, dirname, extname } from 'node:path';
import { count } from '../count.js';
import { DeckError } from '../error.js';
import type { ImportedDeck, ImportRemark } from '../import/imported-deck.js';
import type { DeckLocation } from '../read/deck.js';
import { shownPath } from '../read/text-file.js';
import type { Effects } from '../system/effects.js';
import { placeFor } from './deck-folder.js';

/** Where a deck of that name is made. Throws a DeckError where something has that name. */
export async function freePlace(name: string, effects: Effects): Promise<DeckLocation> {
  const deck = await placeFor(name, effects);
  if ((await effects.files.kind(deck.folder)) === undefined) return deck;
  const message = `There is ${shownPath(deck.folder, effects)} already, and an import overwrites nothing.`;
  throw new DeckError('usage', `${message} Choose another name with --name.`);
}

/** Prints what became of a deck, as text or for programs. */
export function reportImport(
  imported: Pick<ImportedDeck, 'slides' | 'remarks'> & {
    readonly tool: { readonly name: string; readonly title: string };
  },
  at: {
    readonly written: string;
    readonly copies: number;
    readonly path: string;
    readonly format: 'text' | 'json' | undefined;
  },
  effects: Effects,
): void {
  const { slides, remarks, tool } = imported;
  const { written, copies, path } = at;
  if (at.format === 'json') {
    const said = { deck: written, from: path, tool: tool.name, slides, files: copies, remarks };
    effects.print(JSON.stringify(said, null, 2));
    return;
  }
  const files = copies === 0 ? '' : `, ${count(copies, 'file')} beside it`;
  effects.print(`${written}: ${count(slides, 'slide')} of ${path}, written for ${tool.title}${files}.`);
  const of = (fate: ImportRemark['fate']): number => remarks.filter((one) => one.fate === fate).length;
  effects.print(`Kept: ${of('kept')}. Changed: ${of('changed')}. Lost or to be done: ${of('lost')}.`);
  for (const line of remarkLines(remarks)) effects.print(line);
  effects.print(`Next: pilcrow check ${written.replace(/\/deck\.md$/, '')}`);
}

/** The report, a line a remark. */
export function remarkLines(remarks: readonly ImportRemark[]): readonly string[] {
  return remarks.map(({ fate, place, typed, message }) => {
    const line = typed.replace(/\s+/g, ' ').trim();
    const shown = line.length > 60 ? `${line.slice(0, 58)}…` : line;
    return `${place.path}:${place.line} ${fate}: \`${shown}\` ${message}`;
  });
}

/** What the new deck is called where nobody says it. */
export function nameOf(file: string): string {
  const name = basename(file, extname(file));
  return /^(slides|deck|index|readme)$/i.test(name) ? basename(dirname(file)) : name;
}
