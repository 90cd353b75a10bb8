import { type FSWatcher, watch } from 'node:fs';
import { dirname, join } from 'node:path';

/** How long a file must be quiet, in ms: an editor's save is several events, the first of them an empty file. */
const quiet = 12;

/** Follows files, those that are not there yet among them. */
export interface FileWatch {
  /** Absolute; may be called again with other files. */
  readonly follow: (files: Iterable<string>) => void;
  readonly close: () => void;
}

/**
 * Calls `changed` with every followed file that was saved, made or removed. It watches folders rather than files, since many
 * editors save by putting a new file in place of the old one, and a file that is missing can only be seen in its folder.
 */
export function watchFiles(changed: (file: string) => void): FileWatch {
  const followed = new Set<string>();
  const folders = new Map<string, FSWatcher>();
  const pending = new Map<string, NodeJS.Timeout>();
  const noticed = (file: string): void => {
    if (!followed.has(file)) return;
    clearTimeout(pending.get(file));
    pending.set(
      file,
      setTimeout(() => {
        pending.delete(file);
        changed(file);
      }, quiet),
    );
  };
  return {
    follow(files) {
      for (const file of files) {
        followed.add(file);
        const folder = dirname(file);
        const watcher = folders.has(folder) ? undefined : watchFolder(folder, noticed);
        if (watcher !== undefined) folders.set(folder, watcher);
      }
    },
    close() {
      for (const timer of pending.values()) clearTimeout(timer);
      for (const watcher of folders.values()) watcher.close();
    },
  };
}

/** Undefined where there is no such folder. */
function watchFolder(folder: string, noticed: (file: string) => void): FSWatcher | undefined {
  try {
    const watcher = watch(folder, (_event, name) => (name === null ? undefined : noticed(join(folder, name))));
    watcher.on('error', () => watcher.close());
    return watcher;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
