import { basename, join } from 'node:path';
import type { Diagnostic } from '../model/diagnostic.js';
import type { SourceText, TextFile } from '../model.js';
import type { Effects } from '../system/effects.js';
import { dataEnds, readDataSource } from './data-source.js';
import { readDataText } from './data-text.js';
import type { SourceEntry } from './sources/number-paragraphs.js';
import { pageMark } from './sources/source-block.js';
import { readTextFile, shownPath } from './text-file.js';
import { unreadText } from './unread.js';

/** The texts in a deck's `sources/`, by the key their file is named after, and what is wrong with them. `keys` are what a deck can cite. */
export async function readSources(
  folder: string,
  keys: readonly string[],
  effects: Effects,
): Promise<{ readonly sources: readonly SourceText[]; readonly diagnostics: readonly Diagnostic[] }> {
  const all = await effects.files.list(join(folder, 'sources'));
  const names = all.filter((name) => name.endsWith('.md') || dataEnds.test(name));
  const sources: SourceText[] = [];
  const unread = all.filter(
    (name) => keys.includes(stem(name)) && !names.includes(name) && !names.includes(`${stem(name)}.md`),
  );
  const diagnostics = unread.map((name) => notRead(name, shownPath(join(folder, 'sources', name), effects)));
  for (const name of names) {
    const path = join(folder, 'sources', name);
    const data = dataEnds.test(name) ? await readDataText(path, effects) : undefined;
    const file = data?.text ?? (await readTextFile(path, effects));
    if (file === undefined) continue;
    diagnostics.push(...(data?.diagnostics ?? []));
    if (file.unread !== undefined) {
      diagnostics.push(...unreadText(file));
      continue;
    }
    const key = keyOf(file);
    const twin = sources.find((one) => one.key.toLowerCase() === key.toLowerCase());
    const read = data === undefined ? readSourceText(file) : readDataSource(file);
    if (read.source !== undefined && twin === undefined) sources.push(read.source);
    else if (twin !== undefined) diagnostics.push(twice(key, twin, file));
    diagnostics.push(...read.diagnostics);
  }
  return { sources, diagnostics };
}

/**
 * Reads `sources/<key>.md` (`docs/sources.md`): each paragraph begins with its number, `¶5 …`, so that mending, joining or leaving one
 * out moves no citation. A block without a number belongs to the paragraph above it; page marks and headings are no part of it.
 */
export function readSourceText(file: TextFile): {
  readonly source: SourceText;
  readonly diagnostics: readonly Diagnostic[];
} {
  const paragraphs: { number: number; text: string }[] = [];
  const pages: { label: string; paragraph: number; at: number }[] = [];
  const headings: { level: number; text: string; paragraph: number }[] = [];
  /** What stands before the paragraph that has not begun yet. */
  const waiting: { paragraph: number; at?: number }[] = [];
  const diagnostics: Diagnostic[] = [];
  const wrong = (line: number, message: string, cure: string): void => {
    diagnostics.push({ rule: 'source-text', severity: 'error', message, place: { path: file.path, line }, cure });
  };
  file.text.split('\n').forEach((line, index) => {
    const last = paragraphs.at(-1);
    const label = pageMark.exec(line.trimEnd())?.[1];
    const [, level, title] = headingLine.exec(line) ?? [];
    const [, number, text = line] = /^¶\s?(\d+)(?!\d)\s*(.*)$/u.exec(line) ?? [];
    if (label !== undefined) {
      const page = { label, paragraph: last?.number ?? 0, at: last?.text.length ?? 0 };
      pages.push(page);
      waiting.push(page);
    } else if (level !== undefined && title !== undefined) {
      const heading = { level: level.length, text: title, paragraph: last?.number ?? 0 };
      headings.push(heading);
      waiting.push(heading);
    } else if (number !== undefined) {
      if (last !== undefined && Number(number) <= last.number) {
        const message = `¶${number} stands after ¶${last.number}.`;
        wrong(index + 1, message, 'Give each paragraph a number of its own, rising.');
      }
      for (const one of waiting.splice(0))
        Object.assign(one, { paragraph: Number(number), ...('at' in one ? { at: 0 } : {}) });
      paragraphs.push({ number: Number(number), text: text.trim() });
    } else if (line.trim() === '') return;
    else if (last === undefined) {
      const cure = 'Begin each paragraph with its number, as in `¶1 `.';
      wrong(index + 1, 'The text begins without a paragraph number.', cure);
    } else {
      const goesOn = last.text === '' ? line.trim() : `${last.text}\n${line.trim()}`;
      for (const one of waiting.splice(0)) if ('at' in one) one.at = goesOn.length - line.trim().length;
      last.text = goesOn;
    }
  });
  if (file.text.includes('\u0000') || file.text.includes('\uFFFD')) {
    const cure = 'Save it as UTF-8, or add the source again with `pilcrow source add`.';
    wrong(1, 'The file holds bytes that are no UTF-8 text.', cure);
  } else if (paragraphs.length === 0) {
    const cure = 'Add the source with `pilcrow source add <deck> <file> --key <key> --replace`.';
    wrong(1, 'The file holds no numbered paragraph.', cure);
  }
  const source = {
    key: keyOf(file),
    path: file.path,
    paragraphs,
    ...(pages.length === 0 ? {} : { pages }),
    ...(headings.length === 0 ? {} : { headings }),
  };
  return { source, diagnostics: firstOfEach(diagnostics) };
}

const headingLine = /^(#{1,6})\s+(\S.*?)\s*$/u;

/** The file `readSourceText` reads. Page marks with which a text begins stand above it. */
export function writeSourceText(entries: readonly SourceEntry[]): string {
  return `${entries.map(writeEntry).join('\n\n')}\n`;
}

function writeEntry(entry: SourceEntry): string {
  const lines = entry.text.split('\n');
  const first = Math.max(
    0,
    lines.findIndex((line) => !pageMark.test(line)),
  );
  const sign = 'level' in entry ? '#'.repeat(entry.level) : `¶${entry.number}`;
  const text = lines.slice(first).map((line) => (headingLine.test(line) ? ` ${line}` : line));
  return [
    ...lines.slice(0, first).map((mark) => `${mark}\n`),
    `${sign} ${text.join('level' in entry ? ' ' : '\n')}`,
  ].join('\n');
}

function stem(name: string): string {
  return name.replace(/\.[^.]*$/, '');
}

/** The article as it was received lies beside its numbered text in some decks; by itself it is taken for the source. */
function notRead(name: string, path: string): Diagnostic {
  return {
    rule: 'source-text',
    severity: 'warning',
    message: `The file is not read: the text of \`${stem(name)}\` is looked for in ${stem(name)}.md, with numbered paragraphs.`,
    place: { path, line: 1 },
    cure: `Add it with \`pilcrow source add <deck> ${path} --key ${stem(name)}\`.`,
  };
}

function keyOf(file: TextFile): string {
  return basename(file.file).replace(/\.(?:md|csv|tsv)$/i, '');
}

function firstOfEach(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.filter(({ message }, index) => diagnostics.findIndex((one) => one.message === message) === index);
}

function twice(key: string, twin: SourceText, file: TextFile): Diagnostic {
  return {
    rule: 'source-text',
    severity: 'error',
    message: `${twin.path} is a source with the key "${key}" too.`,
    place: { path: file.path, line: 1 },
    cure: 'Rename or remove one of the two files.',
  };
}
