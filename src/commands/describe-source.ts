import { join } from 'node:path';
import { type Document, isMap, isSeq, parseDocument, YAMLSeq } from 'yaml';
import { DeckError } from '../error.js';
import type { SourceSays } from '../read/sources/source-block.js';
import { readTextFile, shownPath } from '../read/text-file.js';
import type { Effects } from '../system/effects.js';

/** The bibliography of a deck's folder with a source's entry added; nothing when it is described already. */
export async function describeSource(
  folder: string,
  key: string,
  says: SourceSays,
  effects: Effects,
): Promise<readonly { readonly file: string; readonly bytes: string }[]> {
  const yaml = join(folder, 'references.yaml');
  const json = join(folder, 'references.json');
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
  list.add(document.createNode(referenceOf(key, says)));
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
  return new DeckError('read-failed', `${path} cannot be added to: ${why}. Correct it, then add the source again.`);
}

/** What the source says of itself, in CSL; the author completes the rest. */
export function referenceOf(key: string, says: SourceSays): Readonly<Record<string, unknown>> {
  const { title, authors, date, container, publisher, url, doi, isbn, language } = says;
  const entry = {
    id: key,
    type: isbn !== undefined ? 'book' : container !== undefined || doi !== undefined ? 'article-journal' : 'document',
    author: authors?.map(nameOf),
    title,
    'container-title': container,
    publisher,
    issued:
      date === undefined
        ? undefined
        : /^\d{4}(?:-\d\d){0,2}$/.test(date)
          ? date
          : /\b(?:1[5-9]|20)\d\d\b/.exec(date)?.[0],
    language,
    DOI: doi,
    ISBN: isbn,
    URL: url,
  };
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined));
}

/** "Ilvesson, Marta" and "Marta Ilvesson" are one; what is neither is an institution. */
function nameOf(name: string): Readonly<Record<string, string>> {
  const [, last, first] = /^([^,]+),\s*([^,]+)$/u.exec(name) ?? [];
  if (last !== undefined && first !== undefined) return { family: last, given: first };
  const [, given, particle, family] = /^(.*?)\s+((?:(?:van|von|der|den|de|du|la|le|zu)\s+)*)(\S+)$/u.exec(name) ?? [];
  if (given === undefined || family === undefined || !/^\p{Lu}/u.test(family)) return { literal: name };
  return { family: `${particle ?? ''}${family}`, given };
}
