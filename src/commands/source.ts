import { join, resolve } from 'node:path';
import { stringify } from 'yaml';
import { count } from '../count.js';
import { emptyDeck } from '../draft/empty-deck.js';
import { DeckError } from '../error.js';
import { type ParagraphMove, paragraphMoves } from '../evidence/paragraph-moves.js';
import { dataEnds } from '../read/data-source.js';
import { type DeckLocation, readDeck } from '../read/deck.js';
import { readSourceText, writeSourceText } from '../read/source-text.js';
import { type ReceivedSource, readSource } from '../read/sources/read-source.js';
import { readTextFile, shownPath } from '../read/text-file.js';
import type { Effects } from '../system/effects.js';
import { addDataSource } from './add-data-source.js';
import { checkKey } from './check-key.js';
import { deckOrPlace } from './deck-folder.js';
import { describeSource, referenceOf } from './describe-source.js';
import { type FollowedCitations, followParagraphs } from './follow-paragraphs.js';
import { receivedLanguage } from './received-language.js';
import { sourceKey } from './source-key.js';

/** What `pilcrow source add` was asked for. */
export interface SourceOptions {
  /** Absolute. */
  readonly file: string;
  readonly key: string;
  /** Overwrites the text of a source that is there already; its entry in the bibliography stays as the author left it. */
  readonly replace?: boolean;
  /** With `replace`: writes the new numbers of paragraphs that moved into the deck's citations. */
  readonly renumber?: boolean;
  /** What the file's text is written in; told from its bytes where not given. */
  readonly encoding?: string;
  /** What was read of the file, where that was done before. */
  readonly received?: ReceivedSource;
}

/** The same as it is typed: without a key it is made of the first author and the year. */
export type SourceCommand = Omit<SourceOptions, 'file' | 'key' | 'received'> & {
  readonly key?: string;
  readonly dryRun?: boolean;
};

/** What was written, as messages show it. */
export interface AddedSource {
  readonly path: string;
  /** Body paragraphs, ¶0 not counted. */
  readonly paragraphs: number;
  /** Whether the bibliography got a new entry. */
  readonly isNewReference: boolean;
  readonly warnings: readonly string[];
  /** Of a source that was replaced: where its paragraphs went, and which citations that concerns. */
  readonly moves?: readonly ParagraphMove[];
  readonly followed?: FollowedCitations;
}

/** `pilcrow source add`: adds the text of a file to a deck and says what was made of it. */
export async function source(
  name: string,
  file: string,
  { dryRun = false, key: given, ...rest }: SourceCommand,
  effects: Effects,
): Promise<void> {
  const path = resolve(effects.cwd, file);
  if (rest.replace === true && given === undefined)
    throw new DeckError('usage', 'Which source is to be replaced? Name it with --key.');
  if (dataEnds.test(path))
    return addDataSource(name, { file: path, dryRun, key: given ?? sourceKey({}, path), ...rest }, effects);
  const received = given === undefined || dryRun ? await readSource(path, effects, rest.encoding) : undefined;
  const options = { ...rest, key: given ?? sourceKey(received?.says ?? {}, path) };
  if (dryRun && received !== undefined) return preview(received, options.key, effects);
  const { deck, isThere } = await deckOrPlace(name, effects);
  const added = await addSource(deck, { file: path, ...options, ...(received && { received }) }, effects, !isThere);
  if (!isThere) effects.print(`${shownPath(deck.file, effects)}: a deck to begin with.`);
  effects.print(`${added.path}: ${count(added.paragraphs, 'paragraph')}. Keep it out of git unless the text is yours.`);
  if (added.isNewReference) effects.print(`references: ${options.key} is described; complete its entry.`);
  for (const warning of added.warnings) effects.report(`${shownPath(path, effects)}: ${warning}`);
  reportMoves(added, options.renumber === true, effects);
}

/**
 * Adds a source to a deck: numbers its paragraphs into `sources/<key>.md` and describes it in `references.yaml`. All files are
 * written or none. `makesDeck`: there is no deck.md yet, and one is written too. Throws a DeckError when the file is no readable source
 * or the key is taken.
 */
export async function addSource(
  deck: DeckLocation,
  options: SourceOptions,
  effects: Effects,
  makesDeck = false,
): Promise<AddedSource> {
  const { file, key, replace = false, renumber = false, encoding } = options;
  checkKey(key);
  if (!deck.isFolder) {
    throw new DeckError(
      'usage',
      `${deck.name} is a file; sources belong to a deck's folder. Move it to ${deck.name}/deck.md.`,
    );
  }
  const target = join(deck.folder, 'sources', `${key}.md`);
  const before = await readTextFile(target, effects);
  if (!replace && before !== undefined) {
    const message = `The deck has a source ${key} already, ${shownPath(target, effects)}.`;
    throw new DeckError('usage', `${message} Choose another --key, or overwrite it with --replace.`);
  }
  const received = options.received ?? (await readSource(file, effects, encoding));
  const bytes = writeSourceText(received.entries);
  const isThere = (await effects.files.kind(deck.file)) !== undefined;
  const described = isThere ? await readDeck(deck, effects) : undefined;
  const isKnown = described?.references.some(({ id }) => id === key) === true;
  const isElsewhere = described?.settings.places?.bibliography !== undefined;
  const bibliography = isKnown || isElsewhere ? [] : await describeSource(deck.folder, key, received.says, effects);
  const after = readSourceText({ path: target, file: target, text: bytes }).source.paragraphs;
  const moves = before === undefined ? undefined : paragraphMoves(readSourceText(before).source.paragraphs, after);
  const followed = moves === undefined || !isThere ? undefined : await followParagraphs(deck, key, moves, effects);
  const title = received.says.title ?? deck.name;
  await effects.files.replace([
    { file: target, bytes },
    ...bibliography,
    ...(renumber ? (followed?.files ?? []) : []),
    ...(makesDeck ? [{ file: deck.file, bytes: emptyDeck({ title, lang: receivedLanguage(received, after) }) }] : []),
  ]);
  return {
    path: shownPath(target, effects),
    paragraphs: received.paragraphs,
    isNewReference: bibliography.length > 0,
    warnings:
      isElsewhere && !isKnown
        ? [...received.warnings, `Describe ${key} in the file that \`bibliography:\` names.`]
        : received.warnings,
    ...(moves === undefined ? {} : { moves }),
    ...(followed === undefined ? {} : { followed }),
  };
}

/** Shows what adding a source would write. */
function preview({ entries, says, warnings, paragraphs }: ReceivedSource, key: string, effects: Effects): void {
  checkKey(key);
  effects.print(stringify([referenceOf(key, says)], { lineWidth: 0 }).trimEnd());
  effects.print('');
  effects.print(writeSourceText(entries).trimEnd());
  for (const warning of warnings) effects.report(warning);
  effects.report(`${count(paragraphs, 'paragraph')}. Nothing was written.`);
}

/** Says which paragraphs moved, and which of the deck's citations point at them. */
function reportMoves({ moves = [], followed }: AddedSource, renumbered: boolean, effects: Effects): void {
  const changed = moves.filter(({ from, to }) => from !== to);
  if (changed.length === 0) return;
  for (const line of inRuns(changed)) effects.print(line);
  const { moved = [], lost = [], files = [] } = followed ?? {};
  if (renumbered && moved.length > 0) {
    effects.print(
      `Renumbered in ${files.map(({ file }) => shownPath(file, effects)).join(', ')}: ${moved.join(', ')}.`,
    );
    effects.print('evidence.lock.json still has the old numbers: run `pilcrow check --update-lock`.');
  } else if (moved.length > 0) {
    effects.report(
      `Citations point at paragraphs that moved: ${moved.join(', ')}. Follow them with --replace --renumber.`,
    );
  }
  if (lost.length > 0) {
    effects.report(`Citations point at paragraphs that are gone: ${lost.join(', ')}. Point them at others.`);
  }
}

/** "¶4–9 are now ¶5–10." for paragraphs that moved by as many; "¶3 is gone." */
function inRuns(changed: readonly ParagraphMove[]): readonly string[] {
  const runs: ParagraphMove[][] = [];
  for (const move of changed) {
    const last = runs.at(-1)?.at(-1);
    const goesOn = last !== undefined && move.from === last.from + 1 && shift(move) === shift(last);
    if (goesOn) runs.at(-1)?.push(move);
    else runs.push([move]);
  }
  return runs.map((run) => {
    const [first, last] = [run[0], run.at(-1)];
    const range = (from = 0, to = from): string => (from === to ? `¶${from}` : `¶${from}–${to}`);
    const [verb, old] = [run.length === 1 ? 'is' : 'are', range(first?.from, last?.from)];
    return first?.to === undefined ? `${old} ${verb} gone.` : `${old} ${verb} now ${range(first.to, last?.to)}.`;
  });
}

function shift({ from, to }: ParagraphMove): number | undefined {
  return to === undefined ? undefined : to - from;
}
