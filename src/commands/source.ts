import { extname, join, resolve } from 'node:path';
import { type Document, isMap, isSeq, parseDocument, YAMLSeq } from 'yaml';
import type { Effects } from '../effects.js';
import { DeckError } from '../error.js';
import { count } from '../progress.js';
import type { DeckLocation } from '../read/deck.js';
import type { SourceFormat } from '../read/source-blocks.js';
import { paragraphsOf, type SourceHead } from '../read/source-paragraphs.js';
import { writeSourceText } from '../read/source-text.js';
import { readTextFile, shownPath } from '../read/text-file.js';
import { findDecks } from './targets.js';

/** What `pilcrow source add` was asked for. */
export interface SourceOptions {
  /** Absolute. */
  readonly file: string;
  readonly key: string;
  /** Overwrites the text of a source that is there already; its entry in the bibliography stays as the author left it. */
  readonly replace?: boolean;
}

/** What was written, as messages show it. */
export interface AddedSource {
  readonly path: string;
  /** Body paragraphs, ¶0 not counted. */
  readonly paragraphs: number;
  /** Whether the bibliography got a new entry. */
  readonly isNewReference: boolean;
}

/** `pilcrow source add`: adds the text of a file to a deck and says what was made of it. */
export async function source(
  name: string,
  file: string,
  { key, replace = false }: Pick<SourceOptions, 'key' | 'replace'>,
  effects: Effects,
): Promise<void> {
  for (const deck of await findDecks([name], effects)) {
    const added = await addSource(deck, { file: resolve(effects.cwd, file), key, replace }, effects);
    effects.print(
      `${added.path}: ${count(added.paragraphs, 'paragraph')}. Keep it out of git unless the text is yours.`,
    );
    if (added.isNewReference) effects.print(`references: ${key} is described; complete its entry.`);
  }
}

/**
 * Adds a source to a deck: numbers its paragraphs into `sources/<key>.md` and describes it in `references.yaml`. Both files are
 * written or none. Throws a DeckError when the file is no readable text or the key is taken.
 */
export async function addSource(deck: DeckLocation, options: SourceOptions, effects: Effects): Promise<AddedSource> {
  const { file, key, replace = false } = options;
  checkKey(key);
  if (!deck.isFolder) {
    throw new DeckError(
      'usage',
      `${deck.name} is a file; sources belong to a deck's folder. Move it to ${deck.name}/deck.md.`,
    );
  }
  const target = join(deck.folder, 'sources', `${key}.md`);
  if (!replace && (await effects.files.kind(target)) !== undefined) {
    const message = `The deck has a source ${key} already, ${shownPath(target, effects)}.`;
    throw new DeckError('usage', `${message} Choose another --key, or overwrite it with --replace.`);
  }
  const text = await readText(file, effects);
  const { head, paragraphs } = paragraphsOf(text, formatOf(file, text));
  const body = paragraphs.filter(({ number }) => number > 0).length;
  if (body === 0) {
    const message = `${shownPath(file, effects)} holds no paragraph.`;
    throw new DeckError('read-failed', `${message} Name a file that holds the source's text.`);
  }
  const bibliography = await describe(deck, key, head, effects);
  await effects.files.replace([{ file: target, bytes: writeSourceText(paragraphs) }, ...bibliography]);
  return { path: shownPath(target, effects), paragraphs: body, isNewReference: bibliography.length > 0 };
}

function checkKey(key: string): void {
  if (!/^[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.+-](?=[\p{L}\p{N}_]))*$/u.test(key)) {
    throw new DeckError(
      'usage',
      `"${key}" cannot be cited: a key is of letters, digits, "_", "-" and ".". For example smith2024.`,
    );
  }
  if (key === 'inference' || key === 'lecturer') {
    throw new DeckError('usage', `"${key}" marks claims without a source and cannot be one. Choose another --key.`);
  }
}

function formatOf(file: string, text: string): SourceFormat {
  const extension = extname(file).toLowerCase();
  if (['.html', '.htm', '.xhtml'].includes(extension) || /^\s*<(?:!doctype html|html)\b/i.test(text)) return 'html';
  return ['.md', '.markdown'].includes(extension) ? 'markdown' : 'text';
}

async function readText(file: string, effects: Effects): Promise<string> {
  const path = shownPath(file, effects);
  const bytes = await effects.files.read(file);
  if (bytes === undefined) throw new DeckError('read-failed', `There is no file ${path}. Name the source's text file.`);
  const start = String.fromCharCode(...bytes.slice(0, 5));
  const kind =
    start === '%PDF-' ? 'a PDF' : start.startsWith('PK\u0003\u0004') ? 'a word processor or zip file' : undefined;
  if (kind !== undefined)
    throw new DeckError('read-failed', `${path} is ${kind}. Save its text as .txt, .md or .html first.`);
  const text = decode(bytes);
  if (text === undefined || text.includes('\u0000')) {
    throw new DeckError('read-failed', `${path} is no UTF-8 text. Save it as UTF-8 first.`);
  }
  if (text.trim() === '')
    throw new DeckError('read-failed', `${path} is empty. Name a file that holds the source's text.`);
  return text.replace(/\r\n?/g, '\n');
}

function decode(bytes: Uint8Array): string | undefined {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const encoding = !isWide ? 'utf-8' : bytes[0] === 0xff ? 'utf-16le' : 'utf-16be';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** The bibliography with the source's entry added; nothing when it is described already. */
async function describe(
  deck: DeckLocation,
  key: string,
  head: SourceHead,
  effects: Effects,
): Promise<{ readonly file: string; readonly bytes: string }[]> {
  const yaml = join(deck.folder, 'references.yaml');
  const json = join(deck.folder, 'references.json');
  const isJson = (await effects.files.kind(yaml)) === undefined && (await effects.files.kind(json)) !== undefined;
  const file = isJson ? json : yaml;
  const document = parseDocument((await readTextFile(file, effects))?.text ?? '');
  const [error] = document.errors;
  if (error !== undefined)
    throw unreadable(shownPath(file, effects), `it is not valid YAML: ${error.message.split('\n')[0]}`);
  const list = listOf(document);
  if (list === undefined) throw unreadable(shownPath(file, effects), 'it is no list of references');
  const isKnown = list.items.some((item) => isMap(item) && String(item.get('id')) === key);
  if (isKnown) return [];
  const entry = entryOf(key, head);
  list.add(document.createNode(entry));
  const bytes = isJson ? `${JSON.stringify(document.toJS(), null, 2)}\n` : document.toString({ lineWidth: 0 });
  return [{ file, bytes }];
}

function listOf(document: Document): { readonly items: readonly unknown[]; add(value: unknown): void } | undefined {
  document.contents ??= new YAMLSeq(document.schema);
  const contents: unknown = document.contents;
  const list = isMap(contents) ? contents.get('references') : contents;
  return isSeq(list) ? list : undefined;
}

function unreadable(path: string, why: string): DeckError {
  return new DeckError('read-failed', `${path} cannot be added to: ${why}. Mend it, then add the source again.`);
}

/** What the text's head tells, in CSL; the author completes the rest. */
function entryOf(key: string, { title, author, date, published }: SourceHead): Record<string, unknown> {
  const names = (author?.split(/ and | & |, | и | і /u) ?? []).map((name) => {
    const [, given, family] = /^(.*) (\S+)$/u.exec(name) ?? [];
    return family === undefined ? { literal: name } : { family, given };
  });
  const container = /\b(?:in|by)(?: the)? (.+?)[.]?$/iu.exec(published ?? '')?.[1];
  const issued = isoDate(date ?? '');
  return {
    id: key,
    type: container === undefined ? 'document' : 'article-journal',
    ...(names.length === 0 ? {} : { author: names }),
    ...(title === undefined ? {} : { title }),
    ...(container === undefined ? {} : { 'container-title': container }),
    ...(issued === undefined ? {} : { issued }),
  };
}

/** Only dates that read one way: `29.01.2024`, `2024-01-29`. */
function isoDate(date: string): string | undefined {
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(date) ?? [];
  if (year !== undefined) return `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  return /^\d{4}-\d\d-\d\d$/.test(date) ? date : /\b(?:1[5-9]|20)\d\d\b/.exec(date)?.[0];
}
