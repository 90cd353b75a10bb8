import { basename, dirname, join, resolve } from 'node:path';
import { count } from '../count.js';
import { DeckError } from '../error.js';
import { importDeck } from '../import/import-deck.js';
import type { ImportedFile, ImportRemark } from '../import/imported-deck.js';
import { type ToolName, tools } from '../import/tools.js';
import { decodeText } from '../read/sources/decode-text.js';
import { shownPath } from '../read/text-file.js';
import type { Effects } from '../system/effects.js';
import { isWithin } from '../system/is-within.js';
import { freePlace, nameOf, reportImport } from './report-import.js';
import { vaultOf } from './vault-files.js';

/** What `pilcrow import` was asked for. */
export interface ImportOptions {
  /** The tool the deck was written for; told by its text where not given, and by its bytes where it is a presentation of PowerPoint. */
  readonly as?: ToolName | 'pptx';
  /** What the new deck is called; the file's or the folder's name where not given. */
  readonly name?: string;
  readonly format?: 'text' | 'json';
}

/**
 * `pilcrow import`: makes a deck of ours of another tool's, and says what was kept, changed and lost. All files are written or none. Throws a
 * DeckError where the name is taken, or the file is no deck of a tool that is known.
 */
export async function importForeign(given: string, options: ImportOptions, effects: Effects): Promise<void> {
  const file = await deckFile(resolve(effects.cwd, given), effects);
  const folder = dirname(file);
  const path = shownPath(file, effects);
  const bytes = await bytesOf(file, path, effects);
  if (options.as === 'pptx' || isPresentation(bytes, file)) {
    if (options.as !== undefined && options.as !== 'pptx')
      throw new DeckError('usage', `${path} is no text, as a deck of ${tools[options.as].title} is. Leave --as out.`);
    const { importPresentation } = await import('./import-presentation.js');
    return importPresentation({ file, path, bytes }, options, effects);
  }
  const deck = await freePlace(options.name ?? nameOf(file), effects);
  const text = await textOf(bytes, file, path);
  const reads = (name: string): string | undefined => readBeside(folder, name, effects);
  const imported = importDeck({ path, text, textOf: reads }, options.as);
  if (imported === undefined) {
    const message = `${path} has no sign of ${Object.values(tools)
      .map(({ title }) => title)
      .join(' or ')}.`;
    throw new DeckError(
      'usage',
      `${message} Name the tool with --as, or use the file as it is: \`pilcrow check ${path}\`.`,
    );
  }
  const near = await ownFiles(imported.files, folder, effects);
  const isVault = imported.tool.name === 'obsidian' && near.missing.length > 0;
  const find = isVault ? await vaultOf(folder, effects) : () => undefined;
  const far = near.missing.flatMap(({ from, to }) => {
    const file = find(from);
    return file === undefined ? [] : [{ from: file, to }];
  });
  const copies = [...near.copies, ...far];
  const missing = near.missing.filter(({ to }) => !far.some((one) => one.to === to));
  await effects.files.replace([
    { file: deck.file, bytes: imported.text },
    ...(imported.references === undefined
      ? []
      : [{ file: join(deck.folder, 'references.yaml'), bytes: imported.references }]),
    ...copies.map(({ from, to }) => ({ file: join(deck.folder, to), copyOf: from })),
  ]);
  const remarks = [...imported.remarks, ...missing.map(({ from }) => missed(from, path))];
  const written = shownPath(deck.file, effects);
  reportImport({ ...imported, remarks }, { written, copies: copies.length, path, format: options.format }, effects);
}

/** A file, or the deck in a folder by the names that tools give it. */
async function deckFile(given: string, effects: Effects): Promise<string> {
  const kind = await effects.files.kind(given);
  if (kind === 'file') return given;
  const path = shownPath(given, effects);
  if (kind !== 'folder')
    throw new DeckError('deck-not-found', `There is no file or folder ${path}. Name the deck to import.`);
  const all = await effects.files.list(given);
  const names = all.filter((name) => /\.(md|markdown|qmd)$/i.test(name));
  const presentations = all.filter((name) => /^[^~].*\.pptx$/i.test(name));
  const usual = ['slides.md', 'deck.md', 'index.md', 'index.qmd', 'README.md'].find((name) => names.includes(name));
  const chosen = usual ?? [names, names.length === 0 ? presentations : []].find((one) => one.length === 1)?.[0];
  if (chosen !== undefined) return join(given, chosen);
  const found =
    names.length === 0 ? 'no Markdown file' : `${count(names.length, 'Markdown file')}, and none is called slides.md`;
  throw new DeckError('usage', `${path} has ${found}. Name the file of the deck.`);
}

/** Throws a DeckError where the file is too large. */
async function bytesOf(file: string, path: string, effects: Effects): Promise<Uint8Array> {
  const most = /\.(?:pp[ts]|po[ts])[xm]?$/i.test(file) ? largestPresentation : largest;
  const bytes = await effects.files.read(file, most);
  if (bytes !== undefined) return bytes;
  throw new DeckError(
    'usage',
    `${path} is larger than ${most / 2 ** 20} MB, the most that is read. Name a smaller file.`,
  );
}

/** Whether a file is of an Office or is called so: an archive (ZIP), or a compound file as Office kept before 2007. */
function isPresentation(bytes: Uint8Array, file: string): boolean {
  const begins = (...first: readonly number[]): boolean => first.every((byte, index) => bytes[index] === byte);
  return begins(0x50, 0x4b, 3, 4) || begins(0xd0, 0xcf, 0x11, 0xe0) || /\.(?:pp[ts]|po[ts])[xm]?$/i.test(file);
}

/** Throws a DeckError where the file is no text or is empty. */
async function textOf(bytes: Uint8Array, file: string, path: string): Promise<string> {
  const { text } = await decodeText({ bytes, path, name: basename(file) });
  if (text.trim() === '') throw new DeckError('usage', `${path} is empty. Name the deck to import.`);
  return text;
}

const largest = 4 * 2 ** 20;
/** Films are in it. */
const largestPresentation = 512 * 2 ** 20;

function readBeside(folder: string, name: string, effects: Effects): string | undefined {
  const file = resolve(folder, name);
  if (!isWithin(folder, file) || file === folder) return undefined;
  const bytes = effects.files.readNow(file);
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
}

/** The files to copy, from where they are; those that are not there by the path they should have. */
async function ownFiles(
  files: readonly ImportedFile[],
  folder: string,
  effects: Effects,
): Promise<{ readonly copies: readonly ImportedFile[]; readonly missing: readonly ImportedFile[] }> {
  const copies: ImportedFile[] = [];
  const missing: ImportedFile[] = [];
  for (const { from, to } of files) {
    const file = resolve(folder, from);
    // A deck may show what lies in the folder that holds its own; what lies further away it has no business with.
    const isNear = isWithin(dirname(folder), file) && !copies.some((one) => one.to === to);
    if (isNear && (await effects.files.kind(file)) === 'file' && to !== 'deck.md') copies.push({ from: file, to });
    else if (!copies.some((one) => one.from === file)) missing.push({ from, to });
  }
  return { copies, missing };
}

function missed(from: string, path: string): ImportRemark {
  return {
    fate: 'lost',
    place: { path, line: 1 },
    typed: from,
    message: 'Is shown by the deck and is not there. Put it beside the new deck.',
  };
}
