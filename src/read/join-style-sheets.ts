import { basename, dirname, relative } from 'node:path';
import { type ReadCss, readCss } from '../css/css-addresses.js';
import { deepestNesting, depthOf, lightningCss, type StyleTarget, targetOf } from '../css/lightning-css.js';
import { oldColours } from '../css/old-colours.js';
import { setColours } from '../css/one-sided-colours.js';
import type { Diagnostic, Place } from '../model/diagnostic.js';
import type { TextFile } from '../model.js';
import type { Effects } from '../system/effects.js';
import { type Names, nameOnDisk, namesIn } from './name-on-disk.js';
import { readTextFile } from './text-file.js';
import { unreadText } from './unread.js';

/** A style sheet as its author wrote it, and the file that each of its `@import`s brings in; `undefined` where it brings in none. */
interface Part {
  readonly sheet: TextFile;
  /** Its text with addresses as the sheet has them that all are joined into. */
  readonly joinable: string;
  readonly imports: ReadonlyMap<string, string | undefined>;
}

/** The author's style sheets, each with what it imports in the place of its `@import`s. */
export interface StyleSheets {
  /** Their `url()`s are relative to the sheet that imports, and no comment is left. */
  readonly styles: readonly TextFile[];
  /** Everything that was read, as it was written. */
  readonly parts: readonly TextFile[];
  /** Colours of the theme that have a value for light pages and none for dark ones; only of interest where the deck is written for our theme. */
  readonly oneSided: readonly Diagnostic[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Puts what style sheets import into them, so that outputs have one sheet to place and to take rules out of. Conditions of an
 * `@import` (media, `supports`, layer) are kept around its rules.
 */
export async function joinStyleSheets(sheets: readonly TextFile[], effects: Effects): Promise<StyleSheets> {
  const names = namesIn(effects);
  const joined = await Promise.all(sheets.map((sheet) => joinSheet(sheet, names, effects)));
  return {
    styles: joined.map(({ style }) => style),
    parts: joined.flatMap(({ parts }) => parts),
    oneSided: oneSided(joined.flatMap(({ parts }) => parts)),
    diagnostics: joined.flatMap(({ diagnostics }) => diagnostics),
  };
}

async function joinSheet(
  sheet: TextFile,
  names: Names,
  effects: Effects,
): Promise<{ style: TextFile; parts: readonly TextFile[]; diagnostics: readonly Diagnostic[] }> {
  const parts = new Map<string, Part>();
  const diagnostics: Diagnostic[] = [];
  await gather(sheet, [], { parts, diagnostics, names, effects, base: dirname(sheet.file) });
  const { text, trouble } = await bundle(sheet, parts);
  return {
    style: { ...sheet, text },
    parts: [...parts.values()].map((part) => part.sheet),
    diagnostics: [...diagnostics, ...trouble],
  };
}

interface Gathering {
  /** By their files, absolute. */
  readonly parts: Map<string, Part>;
  readonly diagnostics: Diagnostic[];
  readonly names: Names;
  readonly effects: Effects;
  /** The folder of the sheet that all are joined into. */
  readonly base: string;
}

/** Reads what a sheet imports, and says what is wrong with it; `above` are the sheets that brought it in. */
async function gather(sheet: TextFile, above: readonly string[], gathering: Gathering): Promise<void> {
  const { parts, diagnostics, effects, base } = gathering;
  const imports = new Map<string, string | undefined>();
  if (depthOf(sheet.text) > deepestNesting || above.length > deepestNesting) {
    parts.set(sheet.file, { sheet: { ...sheet, text: '' }, joinable: '', imports });
    diagnostics.push(tooDeep(sheet));
    return;
  }
  const { addresses, written, trouble } = readCss(sheet.text, 'sheet', { imports: true });
  const targets: StyleTarget[] = [];
  for (const { url, line, column } of addresses)
    targets.push(await found(targetOf(url, dirname(sheet.file)), placeIn(sheet, line, column), gathering));
  const joinable = written(
    addresses.map(({ url, isImport }, index) =>
      isImport ? url : addressFrom(base, url, sheet.file, targets[index] ?? { kind: 'kept' }),
    ),
  );
  parts.set(sheet.file, { sheet, joinable, imports });
  diagnostics.push(...trouble.map((one) => broken(one, sheet)), ...renamed(sheet));
  for (const [index, { url, isImport, line, column }] of addresses.entries()) {
    const place = placeIn(sheet, line, column);
    const target = targets[index] ?? { kind: 'kept' };
    if (target.kind === 'remote') diagnostics.push(remote(url, place));
    else if (!isImport) {
      const isThere = target.kind === 'kept' || (await effects.files.kind(target.file)) === 'file';
      if (!isThere) diagnostics.push(missing(url, place));
    } else if (target.kind === 'kept') diagnostics.push(leftOut(`"${url}" names no file`, place));
    else if ([...above, sheet.file].includes(target.file)) {
      diagnostics.push(leftOut(`"${url}" imports this sheet in its turn`, place));
    } else {
      const known = parts.get(target.file)?.sheet;
      const found = known ?? (await readTextFile(target.file, effects));
      if (found === undefined) diagnostics.push(missing(url, place));
      else imports.set(url, target.file);
      if (known === undefined) diagnostics.push(...unreadText(found, place));
      if (found !== undefined && known === undefined) await gather(found, [...above, sheet.file], gathering);
    }
  }
}

function placeIn({ path }: TextFile, line: number, column: number | undefined): Place {
  return { path, line, ...(column === undefined ? {} : { column }) };
}

/** The target under the name its file has, which is said where capitals differ: they count on most servers. */
async function found(target: StyleTarget, place: Place, { names, diagnostics }: Gathering): Promise<StyleTarget> {
  if (target.kind !== 'file') return target;
  const file = await nameOnDisk(target.file, names);
  if (file.normalize() !== target.file.normalize()) {
    const message = `The file is called "${basename(file)}" and is named as "${basename(target.file)}"; where capitals count it is not found.`;
    const cure = 'Write the name as the file has it.';
    diagnostics.push({ rule: 'file-missing', severity: 'warning', message, place, cure });
  }
  return { kind: 'file', file };
}

/** No deck has as many, and sheets that each import another twice would double with every one. */
const mostImports = 1000;

/**
 * One text of all parts. A sheet that is imported twice stands there twice, as in a browser, each time under a path of its own. What
 * cannot be joined is an error of the sheet, which is then left out whole.
 */
async function bundle(
  entry: TextFile,
  parts: ReadonlyMap<string, Part>,
): Promise<{ text: string; trouble: readonly Diagnostic[] }> {
  const placed = new Map([[entry.file, parts.get(entry.file)]]);
  const resolve = (url: string, from: string): string => {
    const file = placed.get(from)?.imports.get(url);
    const path = `${file ?? from}?${placed.size}`;
    placed.set(path, file === undefined || placed.size > mostImports ? undefined : parts.get(file));
    return path;
  };
  const read = (path: string): string => placed.get(path)?.joinable ?? '';
  const unjoined = (why: string, path: string): { text: string; trouble: readonly Diagnostic[] } => {
    const message = `What is imported here cannot be joined: ${why}.`;
    const place = { path, line: 1 };
    const cure = 'Import each sheet once, under plain conditions.';
    return { text: '', trouble: [{ rule: 'style-syntax', severity: 'error', message, place, cure }] };
  };
  try {
    const { code } = await lightningCss().bundleAsync({
      filename: entry.file,
      errorRecovery: true,
      resolver: { read, resolve },
    });
    if (placed.size > mostImports) return unjoined(`there are more than ${mostImports} @imports`, entry.path);
    return { text: code.toString(), trouble: [] };
  } catch (error) {
    if (!(error instanceof Error) || !('fileName' in error)) throw error;
    return unjoined(error.message, placed.get(String(error.fileName))?.sheet.path ?? entry.path);
  }
}

/** An address in a sheet that means `target`, as a sheet in the folder `base` would name it. */
function addressFrom(base: string, url: string, file: string, target: StyleTarget): string {
  if (target.kind === 'remote') return 'data:,';
  if (target.kind === 'kept') return url;
  const typed = targetOf(url, dirname(file));
  if (dirname(file) === base && typed.kind === 'file' && typed.file === target.file) return url;
  const way = relative(base, target.file).split(/[\\/]/).map(encodeURIComponent).join('/');
  return `${way}${/[?#].*$/.exec(url)?.[0] ?? ''}`;
}

function broken({ message, line, column }: ReadCss['trouble'][number], { path }: TextFile): Diagnostic {
  return {
    rule: 'style-syntax',
    severity: 'warning',
    message: `This rule is not understood and is left out: ${message}.`,
    place: { path, line, column },
  };
}

function renamed({ path, text }: TextFile): readonly Diagnostic[] {
  return oldColours(text).map(({ line, ...said }) => ({
    rule: 'style-syntax',
    severity: 'warning',
    place: { path, line },
    ...said,
  }));
}

/** Said once a sheet and kind of rule, at its first; the dark value may stand in any sheet. */
function oneSided(parts: readonly TextFile[]): readonly Diagnostic[] {
  const sheets = parts.map(({ path, text }) => ({ path, ...setColours(text) }));
  const dark = new Set(sheets.flatMap((sheet) => [...sheet.dark]));
  return sheets.flatMap(({ path, all }) =>
    [false, true].flatMap((isWithin): Diagnostic[] => {
      const lacking = all.filter((one) => one.isWithin === isWithin && !dark.has(one.name));
      const [first] = lacking;
      if (first === undefined) return [];
      const names = [...new Set(lacking.map(({ name }) => `\`--${name}\``))];
      const [have, them] = names.length === 1 ? ['has', 'it'] : ['have', 'them'];
      const message = `${names.join(', ')} ${have} one value for light and dark pages alike.`;
      const page = '`:root[data-theme="dark"]`';
      const cure = isWithin
        ? `Write the rule once more for dark pages, with ${page} before its selector.`
        : `Set ${them} for ${page} too.`;
      return [{ rule: 'dark-colour', severity: 'warning', message, place: { path, line: first.line }, cure }];
    }),
  );
}

function tooDeep({ path }: TextFile): Diagnostic {
  const message = `The style sheet is left out: blocks, brackets or @imports stand more than ${deepestNesting} deep in each other.`;
  return { rule: 'style-syntax', severity: 'error', message, place: { path, line: 1 }, cure: 'Nest less.' };
}

function leftOut(why: string, place: Place): Diagnostic {
  const message = `This @import is left out: ${why}.`;
  return { rule: 'style-syntax', severity: 'warning', message, place, cure: 'Take it out.' };
}

function remote(url: string, place: Place): Diagnostic {
  const message = `${url} lies on another host and is left out: outputs ask the network for nothing.`;
  return { rule: 'remote-resource', severity: 'warning', message, place, cure: 'Save it beside the deck.' };
}

function missing(url: string, place: Place): Diagnostic {
  const message = `There is no file "${url}" beside the style sheet.`;
  return { rule: 'file-missing', severity: 'error', message, place, cure: 'Correct the path.' };
}
