import { realpathSync } from 'node:fs';

/** Where a path leads when every link is followed; undefined for a file that is not there, and for a link that leads nowhere. */
export function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch (error) {
    // No such file, a link that leads nowhere or back to itself, a name no file can have.
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}
