import { join, relative, resolve } from 'node:path';
import { count } from '../count.js';
import { DeckError } from '../error.js';
import type { Effects, Files } from '../system/effects.js';
import type { WrittenFile } from '../system/replace-files.js';
import { writeSiteIndex } from './site-index.js';
import { type CommandOptions, withTools } from './tools.js';

export interface MergeOptions extends Pick<CommandOptions, 'quiet'> {
  /** The folder they are joined in, relative to where the command runs. */
  readonly out: string;
}

/** What a command's output folder holds of ours. */
const kinds = ['site', 'export'] as const;

/**
 * Joins the outputs of several machines, each with its shard of the decks, and writes the list of all decks. Files of the same path must be
 * the same: throws a DeckError `usage` that names one that is not, and then nothing is written.
 */
export async function merge(
  folders: readonly string[],
  { out, quiet = false }: MergeOptions,
  effects: Effects,
): Promise<void> {
  const { cwd, files } = effects;
  const target = resolve(cwd, out);
  const found = new Map<string, { readonly from: string; readonly hash: string | undefined }>();
  for (const given of folders) {
    const folder = resolve(cwd, given);
    const paths = (await Promise.all(kinds.map((kind) => pathsBelow(join(folder, kind), files)))).flat();
    if (paths.length === 0)
      throw new DeckError(
        'usage',
        `${given} holds no site and no export. Name folders that \`build\` or \`export\` wrote to with --out.`,
      );
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
  // A deck's entry, by which the list knows it, comes last.
  const order = [...found].sort(
    ([one], [other]) => Number(one.endsWith('deck.json')) - Number(other.endsWith('deck.json')),
  );
  const copies = order.map(([path, { from }]): WrittenFile => ({ file: join(target, path), copyOf: from }));
  await files.replace(copies.filter(({ file }) => found.get(relative(target, file))?.from !== file));
  await withTools({ quiet }, effects, (tools) => writeSiteIndex(join(target, 'site'), tools));
  if (!quiet) effects.report(`${count(found.size, 'file')} of ${count(folders.length, 'folder')} joined in ${out}`);
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
