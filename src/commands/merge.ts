import { join, relative, resolve } from 'node:path';
import { reportJoiners } from '../check/report/join-reports.js';
import { count } from '../count.js';
import { DeckError } from '../error.js';
import type { Effects, Files } from '../system/effects.js';
import type { WrittenFile } from '../system/replace-files.js';
import { type Costs, costsFile, costsIn, costsText } from './costs.js';
import { writeSiteIndex } from './site-index.js';
import { type CommandOptions, withTools } from './tools.js';

export interface MergeOptions extends Pick<CommandOptions, 'quiet'> {
  /** The folder they are joined in, relative to where the command runs. */
  readonly out: string;
}

/** What a command's output folder holds of ours. */
const kinds = ['site', 'export'] as const;

/**
 * Joins the outputs of several machines, each with its shard of the decks, and writes the list of all decks; so too the reports of `check`
 * that lie beside them. Files of the same path must be the same: throws a DeckError `usage` that names one that is not, or a report that
 * is none, and then nothing is written.
 */
export async function merge(
  folders: readonly string[],
  { out, quiet = false }: MergeOptions,
  effects: Effects,
): Promise<void> {
  const { cwd, files } = effects;
  const target = resolve(cwd, out);
  const reports: FoundReport[] = [];
  const costs = new Map<string, number>();
  const found = new Map<string, { readonly from: string; readonly hash: string | undefined }>();
  for (const given of folders) {
    const folder = resolve(cwd, given);
    const paths = (await Promise.all(kinds.map((kind) => pathsBelow(join(folder, kind), files)))).flat();
    const own = await reportsIn(folder, files);
    const cost = await files.read(join(folder, costsFile));
    if (cost !== undefined)
      for (const [name, seconds] of costsIn(decodeText(cost), join(given, costsFile)))
        costs.set(name, Math.max(seconds, costs.get(name) ?? 0));
    if (paths.length === 0 && own.length === 0)
      throw new DeckError(
        'usage',
        `${given} holds no site, no export and no ${Object.keys(reportJoiners).join(' or ')}. Name folders that \`build\` or \`export\` wrote to with --out, or that reports of \`check\` were saved in.`,
      );
    reports.push(...own);
    for (const file of paths) {
      const path = relative(folder, file);
      if (isOfList(path)) continue;
      const hash = files.hashNow(file);
      const other = found.get(path);
      if (other !== undefined && other.hash !== hash)
        throw new DeckError(
          'usage',
          `${relative(cwd, file)} and ${relative(cwd, other.from)} are of one deck and differ. Remove the one that is older.`,
        );
      found.set(path, { from: file, hash });
    }
  }
  const joined = [...joinReports(reports, target, cwd), ...joinedCosts(costs, target)];
  // A deck's entry, by which the list knows it, comes last.
  const order = [...found].sort(
    ([one], [other]) => Number(one.endsWith('deck.json')) - Number(other.endsWith('deck.json')),
  );
  const copies = order.map(([path, { from }]): WrittenFile => ({ file: join(target, path), copyOf: from }));
  await files.replace([...copies.filter(({ file }) => found.get(relative(target, file))?.from !== file), ...joined]);
  // Reports alone make no site.
  if (found.size > 0) await withTools({ quiet }, effects, (tools) => writeSiteIndex(join(target, 'site'), tools));
  if (quiet) return;
  const what = count(found.size + reports.length, 'file');
  effects.report(`${what} of ${count(folders.length, 'folder')} joined in ${out}`);
}

/** A report that a machine printed, absolute, and its text. */
interface FoundReport {
  readonly name: string;
  readonly file: string;
  readonly text: string;
}

async function reportsIn(folder: string, files: Files): Promise<readonly FoundReport[]> {
  const found: FoundReport[] = [];
  for (const name of Object.keys(reportJoiners)) {
    const file = join(folder, name);
    const bytes = await files.read(file);
    if (bytes !== undefined) found.push({ name, file, text: decodeText(bytes) });
  }
  return found;
}

/** Windows' shell saves what a command prints as UTF-16. */
function decodeText(bytes: Uint8Array): string {
  return new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8').decode(bytes);
}

/** Of a deck that two machines made it is the greater. */
function joinedCosts(costs: Costs, target: string): readonly WrittenFile[] {
  return costs.size === 0 ? [] : [{ file: join(target, costsFile), bytes: costsText(costs) }];
}

function joinReports(reports: readonly FoundReport[], target: string, cwd: string): readonly WrittenFile[] {
  return Object.entries(reportJoiners).flatMap(([name, joiner]) => {
    const own = reports.filter((report) => report.name === name);
    const { text, refused } = joiner(own.map((report) => report.text));
    const at = refused === undefined ? undefined : own[refused.index];
    if (at !== undefined)
      throw new DeckError(
        'usage',
        `${relative(cwd, at.file)} is ${refused?.why}. Save there what \`check --shard\` prints with the same version, or take it out of the folder.`,
      );
    return own.length === 0 || text === undefined ? [] : [{ file: join(target, name), bytes: `${text}\n` }];
  });
}

/** The list of decks and what only it shows are made anew. */
function isOfList(path: string): boolean {
  const parts = path.split(/[/\\]/);
  return parts[0] === 'site' && (parts.length === 2 || parts[1] === 'assets');
}

async function pathsBelow(folder: string, files: Files): Promise<readonly string[]> {
  const below: string[] = [];
  for (const name of await files.list(folder)) {
    const path = join(folder, name);
    const kind = await files.kind(path);
    if (kind === 'file') below.push(path);
    if (kind === 'folder') below.push(...(await pathsBelow(path, files)));
  }
  return below;
}
