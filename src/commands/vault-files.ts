import { dirname, join } from 'node:path';
import type { Effects } from '../system/effects.js';

/** So many folders and files are looked through: a vault of years has some thousands. */
const mostEntries = 20_000;
const mostAbove = 8;

/**
 * How Obsidian finds a file that an embed names: anywhere in the vault, by the end of its path, that nearest to the top first. The vault is the
 * folder above the deck that holds `.obsidian`; the deck's own folder where there is none.
 */
export async function vaultOf(folder: string, effects: Effects): Promise<(path: string) => string | undefined> {
  const files = await filesBelow(await rootOf(folder, effects), effects);
  return (path) => {
    const end = `/${path.replace(/^\.?\//, '')}`.toLowerCase();
    return files.find((file) => file.replaceAll('\\', '/').toLowerCase().endsWith(end));
  };
}

async function rootOf(folder: string, effects: Effects): Promise<string> {
  let above = folder;
  for (let step = 0; step < mostAbove; step++) {
    if ((await effects.files.kind(join(above, '.obsidian'))) === 'folder') return above;
    above = dirname(above);
  }
  return folder;
}

/** Those of the upper folders first. */
async function filesBelow(root: string, effects: Effects): Promise<readonly string[]> {
  const found: string[] = [];
  const folders = [root];
  let seen = 0;
  for (let folder = folders.shift(); folder !== undefined && seen < mostEntries; folder = folders.shift()) {
    for (const name of await effects.files.list(folder)) {
      seen++;
      if (name.startsWith('.') || name === 'node_modules') continue;
      const path = join(folder, name);
      const kind = await effects.files.kind(path);
      if (kind === 'folder') folders.push(path);
      else if (kind === 'file') found.push(path);
    }
  }
  return found;
}
