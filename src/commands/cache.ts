import { count } from '../count.js';
import { megabytes } from '../read/unread.js';
import type { Effects } from '../system/effects.js';
import { clearKept, keptFiles, keptKinds, keptLimit, sumOf } from '../system/kept-files.js';
import { cacheFolder } from './tools.js';

/** Says where the files lie that commands keep for their next run, and how large they are; or removes them. */
export async function cache(action: 'show' | 'clear', effects: Effects): Promise<void> {
  const folder = await cacheFolder(effects);
  const files = await keptFiles(folder);
  const all = `${count(files.length, 'file')}, ${megabytes(sumOf(files))}`;
  if (action === 'clear') {
    await clearKept(folder);
    effects.print(`Removed from ${folder}: ${all}. The next commands make again what they need.`);
    return;
  }
  effects.print(folder);
  for (const kind of keptKinds) {
    const own = files.filter((file) => file.kind === kind);
    if (own.length > 0) effects.print(`${kind}: ${count(own.length, 'file')}, ${megabytes(sumOf(own))}`);
  }
  effects.print(
    `In all ${all} of at most ${megabytes(keptLimit)}; beyond that the oldest are removed. \`pilcrow cache clear\` removes them all.`,
  );
}
