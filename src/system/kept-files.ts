import { readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What is kept for the next run, by the names of its folders. */
export const keptKinds = ['drawings', 'fonts', 'judgements', 'layouts', 'outputs', 'pictures', 'references'] as const;
export type KeptKind = (typeof keptKinds)[number];

/** The most that kept files may take, bytes. */
export const keptLimit = 512 * 2 ** 20;

/** The file that remembers when kept files were last counted. */
const counted = 'counted';

/** How seldom kept files are counted, ms: counting ten thousand takes a tenth of a second. */
const countedEvery = 10 * 60_000;

/** A file that is kept; its path is absolute. */
export interface KeptFile {
  readonly kind: KeptKind;
  readonly path: string;
  readonly bytes: number;
  /** When it was written, ms since 1970. */
  readonly written: number;
}

/** Everything that is kept in a cache's folder; none where there is no such folder. What others have put beside it is not among it. */
export async function keptFiles(folder: string): Promise<readonly KeptFile[]> {
  const kept = await Promise.all(keptKinds.map((kind) => filesBelow(join(folder, kind), kind)));
  return kept.flat();
}

/**
 * Removes the oldest files until three quarters of `most` are left, where more is kept. Another command may remove or write some meanwhile:
 * what is gone is made again.
 */
export async function limitKept(folder: string, most = keptLimit): Promise<void> {
  const files = await keptFiles(folder);
  let bytes = sumOf(files);
  if (bytes <= most) return;
  for (const file of files.toSorted((one, other) => one.written - other.written)) {
    if (bytes <= most * 0.75) return;
    await rm(file.path, { force: true }).catch(() => undefined);
    bytes -= file.bytes;
  }
}

/** The same, where it was last done ten minutes ago or earlier; meanwhile more than the limit may be kept. A clock that was set back does not put it off. */
export async function limitKeptSeldom(folder: string): Promise<void> {
  const mark = join(folder, counted);
  const last = await stat(mark).catch(() => undefined);
  if (last !== undefined && Math.abs(Date.now() - last.mtimeMs) < countedEvery) return;
  await writeFile(mark, 'This file was written when the files beside it were last counted.\n').catch(() => undefined);
  await limitKept(folder);
}

/** Removes all of it. */
export async function clearKept(folder: string): Promise<void> {
  for (const name of [...keptKinds, counted]) await rm(join(folder, name), { recursive: true, force: true });
}

export function sumOf(files: readonly KeptFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

async function filesBelow(folder: string, kind: KeptKind): Promise<readonly KeptFile[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile());
  const kept = await Promise.all(
    files.map(async ({ parentPath, name }): Promise<KeptFile | undefined> => {
      const path = join(parentPath, name);
      const found = await stat(path).catch(() => undefined);
      return found && { kind, path, bytes: found.size, written: found.mtimeMs };
    }),
  );
  return kept.filter((file) => file !== undefined);
}
