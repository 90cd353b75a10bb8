import { basename, dirname, join } from 'node:path';
import type { Effects } from '../system/effects.js';

/** What stands in a folder. */
export type Names = (folder: string) => Promise<readonly string[]>;

/** What stands in folders, each read once. A folder that may be entered and not read hides only how names in it are written. */
export function namesIn({ files }: Pick<Effects, 'files'>): Names {
  const known = new Map<string, Promise<readonly string[]>>();
  return (folder) => {
    const names = known.get(folder) ?? files.list(folder).catch(() => []);
    known.set(folder, names);
    return names;
  };
}

/**
 * A path as its file and folders are written on the disk, as far as they are there: accents may be encoded in another way (macOS takes
 * letters and accents apart), and capitals may be others.
 */
export async function nameOnDisk(path: string, names: Names): Promise<string> {
  const folder = dirname(path);
  if (folder === path) return path;
  const name = basename(path);
  const there = await names(folder);
  if (there.includes(name)) return path;
  const alike = (one: string): boolean => one.normalize() === name.normalize();
  const found = there.find(alike) ?? there.find((one) => folded(one) === folded(name));
  if (found !== undefined) return join(folder, found);
  if (there.length > 0) return path;
  const above = await nameOnDisk(folder, names);
  return above === folder ? path : nameOnDisk(join(above, name), names);
}

function folded(name: string): string {
  return name.normalize().toLowerCase();
}
