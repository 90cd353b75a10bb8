import nodePath, { type PlatformPath } from 'node:path';

/**
 * Whether a path lies in a folder, or is the folder itself. Both are absolute. On Windows a path on another drive lies in no folder of this
 * one; `path` is Node's for the machine, or for tests that of another.
 */
export function isWithin(folder: string, file: string, path: PlatformPath = nodePath): boolean {
  const way = path.relative(folder, file);
  return !path.isAbsolute(way) && way.split(path.sep)[0] !== '..';
}
