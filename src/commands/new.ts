import { basename, extname, join, resolve } from 'node:path';
import { stringify } from 'yaml';
import { count } from '../count.js';
import { type DraftSource, draftDeck } from '../draft/draft-deck.js';
import { type DeckBeginning, emptyDeck } from '../draft/empty-deck.js';
import { actorsIn } from '../draft/found-in-source.js';
import { DeckError } from '../error.js';
import { parseDeck } from '../parse/deck.js';
import { type DeckLocation, readDeck } from '../read/deck.js';
import { readSourceText, writeSourceText } from '../read/source-text.js';
import { type ReceivedSource, readSource } from '../read/sources/read-source.js';
import { shownPath } from '../read/text-file.js';
import type { Effects } from '../system/effects.js';
import { placeFor } from './deck-folder.js';
import { referenceOf } from './describe-source.js';
import { checkEvidence } from './evidence.js';
import { receivedLanguage } from './received-language.js';
import { sourceKey } from './source-key.js';

/** What `pilcrow new` was asked for. */
export interface NewOptions {
  /** Files of sources; the deck is drafted from them. */
  readonly from?: readonly string[];
  readonly title?: string;
  /** The deck's language; that of the first source where not given. */
  readonly lang?: string;
  readonly minutes?: number;
  /** What the texts of its sources are written in; told from their bytes where not given. */
  readonly encoding?: string;
}

/** A file that a deck begins with. */
interface NewFile {
  readonly file: string;
  readonly bytes: string;
}

/** A source with the key it is cited by. */
interface KeyedSource extends DraftSource {
  /** By the file or its letters and words; where not, it is taken to be English. */
  readonly isLanguageTold: boolean;
  readonly received: ReceivedSource;
  readonly file: string;
}

/**
 * `pilcrow new`: makes a deck that checks clean, or, from sources, a draft whose headings are to be written. All files are written or none.
 * Throws a DeckError where the name is taken or a source cannot be read.
 */
export async function newDeck(name: string, given: NewOptions, effects: Effects): Promise<void> {
  const deck = await placeFor(name, effects);
  if ((await effects.files.kind(deck.file)) !== undefined) {
    const message = `There is a deck ${shownPath(deck.file, effects)} already.`;
    throw new DeckError('usage', `${message} Choose another name, or add to it with \`pilcrow source add\`.`);
  }
  const options = await asked(given, effects);
  const sources = await readAll(options, effects);
  const [first] = sources;
  const beginning: DeckBeginning = {
    title: options.title ?? first?.title ?? titleOf(name),
    lang: options.lang ?? first?.lang ?? 'en',
    minutes: options.minutes,
  };
  const draft = first === undefined ? undefined : draftDeck(beginning, sources);
  const files: readonly NewFile[] = [
    { file: deck.file, bytes: draft?.text ?? emptyDeck(beginning) },
    { file: join(deck.folder, '.gitignore'), bytes: 'sources/\n' },
    ...sourceFiles(deck, sources),
  ];
  await effects.files.replace(files);
  if (first !== undefined) {
    // What the draft quotes is verified where the sources are, now.
    await checkEvidence(parseDeck(await readDeck(deck, effects)), deck, { updateLock: true }, effects);
  }
  const slides = draft === undefined ? '' : `: ${count(draft.slides, 'heading')} to write`;
  effects.print(`${shownPath(deck.file, effects)}${slides}.`);
  for (const { file } of files.slice(2)) effects.print(`${shownPath(file, effects)}.`);
  if (draft !== undefined && draft.leftOut > 0) {
    effects.print(
      `${count(draft.leftOut, 'paragraph')} without a slide: tables, notes, and what is too much for one deck.`,
    );
  }
  for (const { received, file, isLanguageTold } of sources) {
    for (const warning of received.warnings) effects.report(`${shownPath(file, effects)}: ${warning}`);
    const missing = unknownOf(received);
    if (missing !== '')
      effects.report(`${shownPath(file, effects)} does not say ${missing}. Complete references.yaml.`);
    if (!isLanguageTold && options.lang === undefined) {
      effects.report(
        `${shownPath(file, effects)}: its language is not known, and taken to be English. Correct \`lang:\` in the deck, or name it with --lang.`,
      );
    }
  }
  const typed = /\s/.test(name) ? `"${name}"` : name;
  effects.print(`Next: pilcrow dev ${typed}`);
  effects.print(`      pilcrow check ${typed}`);
}

/** What is asked on a terminal where nothing was given. */
async function asked(given: NewOptions, { ask }: Effects): Promise<NewOptions> {
  if (ask === undefined || Object.values(given).some((value) => value !== undefined)) return given;
  const file = (await ask('A source to begin from (a file; empty for none): ')).trim();
  const title = file === '' ? (await ask('Title (empty: the name): ')).trim() : '';
  const minutes = Number((await ask('Minutes (45): ')).trim());
  return {
    ...(file === '' ? {} : { from: [file] }),
    ...(title === '' ? {} : { title }),
    ...(minutes > 0 ? { minutes } : {}),
  };
}

async function readAll({ from = [], encoding }: NewOptions, effects: Effects): Promise<readonly KeyedSource[]> {
  const sources: KeyedSource[] = [];
  for (const name of from) {
    const file = resolve(effects.cwd, name);
    const received = await readSource(file, effects, encoding);
    const key = freeKey(sourceKey(received.says, file), new Set(sources.map((one) => one.source.key)));
    const path = `sources/${key}.md`;
    const { source } = readSourceText({ path, file: path, text: writeSourceText(received.entries) });
    const { title = titleOf(basename(name, extname(name))), authors = [] } = received.says;
    const told = receivedLanguage(received, source.paragraphs);
    sources.push({
      source,
      received,
      file,
      title,
      by: [authors.join(', '), received.head.date ?? ''].filter((part) => part !== '').join(', '),
      lang: told ?? 'en',
      isLanguageTold: told !== undefined,
    });
  }
  return sources;
}

function freeKey(key: string, taken: ReadonlySet<string>): string {
  if (!taken.has(key)) return key;
  let number = 2;
  while (taken.has(`${key}-${number}`)) number++;
  return `${key}-${number}`;
}

function sourceFiles({ folder }: DeckLocation, sources: readonly KeyedSource[]): readonly NewFile[] {
  if (sources.length === 0) return [];
  const references = sources.map(({ source, received }) => referenceOf(source.key, received.says));
  const actors = sources.flatMap(({ source, lang }) => actorsIn(source.paragraphs, lang));
  return [
    ...sources.map(({ source, received }) => ({
      file: join(folder, 'sources', `${source.key}.md`),
      bytes: writeSourceText(received.entries),
    })),
    { file: join(folder, 'references.yaml'), bytes: stringify(references, { lineWidth: 0 }) },
    ...(actors.length === 0 ? [] : [{ file: join(folder, 'relations.yaml'), bytes: relationsOf(actors) }]),
  ];
}

function relationsOf(actors: ReturnType<typeof actorsIn>): string {
  const byId = Object.fromEntries(
    actors.map(({ id, name, aka }) => [id, { name, ...(aka.length === 0 ? {} : { aka }) }]),
  );
  const comment =
    '# Countries found in the source. Take away those that play no part; say below who does what to whom.\n';
  return `${comment}${stringify({ actors: byId, kinds: {}, relations: [] }, { lineWidth: 0 })}`;
}

/** "who wrote it and when it appeared". */
function unknownOf({ says }: ReceivedSource): string {
  const unknown = [
    ...(says.title === undefined ? ['what it is called'] : []),
    ...(says.authors === undefined ? ['who wrote it'] : []),
    ...(says.date === undefined ? ['when it appeared'] : []),
    ...(says.container === undefined && says.publisher === undefined ? ['where it appeared'] : []),
  ];
  return unknown.join(', ').replace(/, ([^,]*)$/, ' and $1');
}

/** "harbour-rules" is "Harbour rules". */
function titleOf(name: string): string {
  const words = name.replace(/[-_.]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
