import { basename, dirname, join, resolve } from 'node:path';
import { DeckError } from '../error.js';
import type { FontReader } from '../fonts/font-reader.js';
import type { Diagnostic, Place } from '../model/diagnostic.js';
import type { Source, TextFile } from '../model.js';
import type { Effects } from '../system/effects.js';
import { bibliographyNames, readBibliography } from './bibliography.js';
import { readBrand } from './brand/read-brand.js';
import { readDataFiles } from './data-files.js';
import { checkFileNames } from './file-names.js';
import { type NamedFile, readFrontMatter } from './front-matter.js';
import { readIncludes } from './includes.js';
import { joinStyleSheets } from './join-style-sheets.js';
import { readRelations } from './relations.js';
import { readRevealMdFiles } from './reveal-md-files.js';
import { withoutSlowSeparators } from './slow-separators.js';
import { readTextFile, shownPath } from './text-file.js';
import { unreadText } from './unread.js';
import { harmlessFrontMatter, refusal } from './untrusted.js';

/** Where a deck is: its Markdown file, and the folder that what it names is relative to. Both absolute. */
export interface DeckLocation {
  readonly name: string;
  readonly file: string;
  readonly folder: string;
  /** A deck's folder, rather than a Markdown file that may have been written for another tool. */
  readonly isFolder: boolean;
}

/**
 * Reads a deck's folder, and with `fonts` its brand. Of a deck that is not trusted it reads no style sheet and no script, and keeps only
 * the harmless options of Reveal. Throws a DeckError when the deck's file is gone, or no text.
 */
export async function readDeck(
  location: DeckLocation,
  effects: Effects,
  { untrusted = false, fonts }: { readonly untrusted?: boolean; readonly fonts?: FontReader } = {},
): Promise<Source> {
  const entry = await readTextFile(location.file, effects);
  if (entry === undefined) {
    const path = shownPath(location.file, effects);
    throw new DeckError('read-failed', `${path} is not there any more. Put it back, or name another deck.`);
  }
  if (entry.unread !== undefined) throw new DeckError('read-failed', `${entry.path} is not read: it ${entry.unread}.`);
  if (isBinary(entry.text)) {
    throw new DeckError(
      'read-failed',
      `${entry.path} is no Markdown: it holds bytes that no text in UTF-8 has. Name a Markdown file, or save it as UTF-8.`,
    );
  }
  const beneath = await readRevealMdFiles(location.folder, effects);
  const given = readFrontMatter(entry.text, entry.path, location.isFolder, beneath);
  const harmless = untrusted ? harmlessFrontMatter(given, { path: entry.path, line: 1 }) : given;
  const included = await readIncludes(entry, location.folder, effects);
  const frontMatter = withoutSlowSeparators(harmless, [entry, ...included.includes.values()]);
  const data = await readDataFiles([entry, ...included.includes.values()], location.folder, effects);
  const listed = await readNamed(frontMatter.bibliographies, location, effects);
  const beside = listed.files.length > 0 ? [] : await bibliographiesBeside(location, effects);
  const bibliographies = [...listed.files, ...beside];
  const { references, diagnostics } = await readBibliography(bibliographies);
  const relationsFile = await firstOf(['relations.yaml'], location, effects);
  const related = relationsFile === undefined ? undefined : readRelations(relationsFile, references);
  const named = await readNamed(frontMatter.styles, location, effects);
  const scripts = await readNamed(frontMatter.scripts, location, effects);
  const { citationStyle } = frontMatter;
  const citing = await readNamed(citationStyle === undefined ? [] : [citationStyle], location, effects);
  const fileNames = location.isFolder ? await checkFileNames(location.folder, effects) : [];
  const own = location.isFolder ? await readTextFile(join(location.folder, 'style.css'), effects) : undefined;
  const chosen = untrusted || own === undefined ? named.files : [...named.files, own];
  const styles = await joinStyleSheets(chosen, effects);
  const place = { folder: location.folder, path: entry.path };
  const branded =
    untrusted || fonts === undefined ? { diagnostics: [] } : await readBrand(place, frontMatter.brand, effects, fonts);
  return {
    name: location.name,
    folder: location.folder,
    entry,
    bodyLine: frontMatter.bodyLine,
    settings: frontMatter.settings,
    includes: included.includes,
    ...(data.files.size === 0 ? {} : { data: data.files }),
    references,
    ...(related === undefined ? {} : { relations: related.relations }),
    styles: branded.sheet === undefined ? styles.styles : [branded.sheet, ...styles.styles],
    ...(branded.brand === undefined ? {} : { brand: branded.brand }),
    scripts: scripts.files,
    ...(citing.files[0] === undefined ? {} : { citationStyle: citing.files[0] }),
    diagnostics: [
      ...[entry, ...included.includes.values(), ...bibliographies, relationsFile, ...styles.parts].flatMap(notUtf8),
      ...[...beside, relationsFile, own].flatMap((text) => unreadText(text)),
      ...frontMatter.diagnostics,
      ...fileNames,
      ...(own !== undefined && untrusted ? [refusal(own.path, { path: own.path, line: 1 })] : []),
      ...included.diagnostics,
      ...data.diagnostics,
      ...diagnostics,
      ...(related?.diagnostics ?? []),
      ...named.diagnostics,
      ...listed.diagnostics.map((one) =>
        frontMatter.settings.usesOwnTheme ? one : { ...one, severity: 'warning' as const },
      ),
      ...branded.diagnostics,
      ...styles.diagnostics,
      ...(frontMatter.settings.usesOwnTheme ? styles.oneSided : []),
      ...scripts.diagnostics,
      ...citing.diagnostics,
    ],
  };
}

/** A picture, an archive, or text in UTF-16: NUL bytes among others that UTF-8 does not have, or everywhere. A single one is a slip. */
function isBinary(text: string): boolean {
  const nuls = text.split('\0').length - 1;
  return nuls > 0 && (text.includes('\uFFFD') || nuls > text.length / 10);
}

/** The deck a path or a name stands for: a folder with deck.md, or a Markdown file. */
export async function locateDeck(path: string, effects: Effects): Promise<DeckLocation | undefined> {
  const at = resolve(effects.cwd, path);
  const kind = await effects.files.kind(at);
  if (kind === 'file' || kind === 'special') {
    const folder = dirname(at);
    if (basename(at) === 'deck.md') return { name: basename(folder), file: at, folder, isFolder: true };
    return { name: basename(at).replace(/\.(md|markdown|qmd|rmd)$/i, ''), file: at, folder, isFolder: false };
  }
  const file = join(at, 'deck.md');
  if (kind !== 'folder' || !['file', 'special'].includes((await effects.files.kind(file)) ?? '')) return undefined;
  return { name: basename(at), file, folder: at, isFolder: true };
}

async function bibliographiesBeside(location: DeckLocation, effects: Effects): Promise<readonly TextFile[]> {
  const found: TextFile[] = [];
  for (const names of bibliographyNames) {
    const file = await firstOf(names, location, effects);
    if (file !== undefined) found.push(file);
  }
  return found;
}

async function firstOf(
  names: readonly string[],
  location: DeckLocation,
  effects: Effects,
): Promise<TextFile | undefined> {
  if (!location.isFolder) return undefined;
  for (const name of names) {
    const found = await readTextFile(join(location.folder, name), effects);
    if (found !== undefined) return found;
  }
  return undefined;
}

async function readNamed(
  named: readonly NamedFile[],
  location: DeckLocation,
  effects: Effects,
): Promise<{ files: TextFile[]; diagnostics: Diagnostic[] }> {
  const files: TextFile[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const { named: path, place } of named) {
    const remote = /^(https?:)?\/\//.test(path);
    const found = remote ? undefined : await readTextFile(resolve(location.folder, path), effects);
    if (found !== undefined) {
      files.push(found);
      diagnostics.push(...unreadText(found, place));
    } else diagnostics.push(remote ? remoteFile(path, place) : missingFile(path, place));
  }
  return { files, diagnostics };
}

/** Bytes that are not UTF-8 were read as U+FFFD. */
function notUtf8(file: TextFile | undefined): Diagnostic[] {
  if (file === undefined) return [];
  const { path, text } = file;
  const at = text.indexOf('\uFFFD');
  if (at === -1) return [];
  const before = text.slice(0, at).split('\n');
  const message = 'Here is a character that is not UTF-8; letters would be lost.';
  const place = { path, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  return [{ rule: 'encoding', severity: 'error', message, place, cure: 'Save the file as UTF-8.' }];
}

function remoteFile(path: string, place: Place): Diagnostic {
  const message = `"${path}" lies on another host and is left out: outputs ask the network for nothing.`;
  return { rule: 'remote-resource', severity: 'warning', message, place, cure: 'Save it beside the deck.' };
}

function missingFile(path: string, place: Place): Diagnostic {
  const message = `There is no file "${path}" beside the deck.`;
  const cure = "Correct the path; it is relative to the deck's folder.";
  return { rule: 'file-missing', severity: 'error', message, place, cure };
}
