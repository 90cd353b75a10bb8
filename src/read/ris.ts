import type { Diagnostic } from '../model/diagnostic.js';
import type { TextFile } from '../model.js';
import type { ReadEntries } from './bibliography.js';

/** A record of a `.ris` file, with the line it begins on. */
interface RisRecord {
  readonly text: string;
  readonly line: number;
  readonly id: string | undefined;
}

/**
 * Reads a bibliography in RIS, by citation-js. Most programs write no key into it: such a reference is called by the first author and the
 * year, `ilvesson2021`, the next of that name `ilvesson2021b`.
 */
export async function readRis(file: TextFile): Promise<ReadEntries> {
  const { records, diagnostics } = recordsOf(file);
  const { parseRis } = await import('./citation-parsers.js');
  const taken = new Set(records.flatMap(({ id }) => (id === undefined ? [] : [id])));
  const entries = records.flatMap(({ text, line, id }) => {
    const [value] = parseRis(text);
    if (typeof value !== 'object' || value === null) return [];
    const key = id ?? freeKey(keyOf(value as Readonly<Record<string, unknown>>), taken);
    taken.add(key);
    return [{ value: { ...value, id: key }, line }];
  });
  return { entries, diagnostics };
}

function recordsOf({ text, path }: TextFile): {
  readonly records: readonly RisRecord[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const records: RisRecord[] = [];
  const diagnostics: Diagnostic[] = [];
  let open: { lines: string[]; line: number } | undefined;
  const wrong = (line: number, message: string, cure: string): void => {
    diagnostics.push({ rule: 'references', severity: 'error', message, place: { path, line }, cure });
  };
  const close = (): void => {
    if (open === undefined) return;
    const lines = [...open.lines, 'ER  - '];
    const id = lines.map((one) => /^ID {2}-\s*(\S+)\s*$/.exec(one)?.[1]).find((one) => one !== undefined);
    records.push({ text: `${lines.join('\n')}\n`, line: open.line, id });
    open = undefined;
  };
  text.split('\n').forEach((line, index) => {
    const [, tag] = /^([A-Z][A-Z\d]) {1,2}-(?: |$)/.exec(line) ?? [];
    if (tag === 'TY') {
      if (open !== undefined) {
        wrong(open.line, 'This record has no end: `ER  - ` is missing.', 'Write `ER  - ` as its last line.');
        close();
      }
      open = { lines: [line], line: index + 1 };
    } else if (tag === 'ER') close();
    else if (open !== undefined && line.trim() !== '') {
      // A value may go on in the next line.
      if (tag === undefined) open.lines.push(`${open.lines.pop()} ${line.trim()}`);
      else open.lines.push(line);
    }
  });
  if (open !== undefined) {
    wrong(
      (open as { line: number }).line,
      'This record has no end: `ER  - ` is missing.',
      'Write `ER  - ` as its last line.',
    );
    close();
  }
  if (records.length === 0 && text.trim() !== '') {
    wrong(1, 'The file holds no record: none begins with `TY  - `.', 'Export it as RIS again.');
  }
  return { records, diagnostics };
}

/** The first author's name and the year, in small letters without accents. */
function keyOf({ author, editor, issued, title }: Readonly<Record<string, unknown>>): string {
  const [first] = [author, editor].flat() as readonly (
    | { readonly family?: string; readonly literal?: string }
    | undefined
  )[];
  const name = first?.family ?? first?.literal ?? String(title ?? 'source');
  const word = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join('')
    .slice(0, 30);
  const year = /\d{4}/.exec(JSON.stringify(issued ?? ''))?.[0] ?? '';
  return `${word ?? 'source'}${year}`;
}

function freeKey(key: string, taken: ReadonlySet<string>): string {
  if (!taken.has(key)) return key;
  const letters = 'bcdefghijklmnopqrstuvwxyz';
  const letter = [...letters].find((one) => !taken.has(key + one));
  return key + (letter ?? String(taken.size));
}
