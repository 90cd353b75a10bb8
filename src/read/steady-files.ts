import { createHash } from 'node:crypto';
import type { Files } from '../system/effects.js';

/** Files as they were when they were first asked for. */
export interface SteadyFiles extends Files {
  /** Those that are different by now, or gone; absolute. */
  readonly changed: () => Promise<readonly { readonly file: string; readonly isGone: boolean }[]>;
}

/** Larger files are not kept: their bytes are read when they are wanted, and what is known of them is a hash. */
const kept = 2 ** 20;

/** Everything a deck is made from is read once, so that all its outputs are of one state while its author goes on saving. */
export function steadyFiles(files: Files): SteadyFiles {
  const known = new Map<string, Uint8Array | undefined>();
  const hashes = new Map<string, string | undefined>();
  const steady: SteadyFiles = {
    ...files,
    async read(file, most) {
      if (!known.has(file)) known.set(file, await files.read(file, most));
      return known.get(file);
    },
    readNow(file) {
      if (known.has(file)) return known.get(file);
      const bytes = files.readNow(file);
      if (bytes === undefined || bytes.length <= kept) known.set(file, bytes);
      else if (!hashes.has(file)) hashes.set(file, createHash('sha256').update(bytes).digest('hex'));
      return bytes;
    },
    hashNow(file) {
      if (!hashes.has(file)) hashes.set(file, files.hashNow(file));
      return hashes.get(file);
    },
    async kind(path) {
      if (known.get(path) !== undefined || hashes.get(path) !== undefined) return 'file';
      const kind = await files.kind(path);
      if (kind !== 'file') return kind;
      const isThere =
        (files.sizeNow(path) ?? 0) > kept
          ? steady.hashNow(path) !== undefined
          : (await steady.read(path)) !== undefined;
      return isThere ? kind : undefined;
    },
    async changed() {
      const found: { file: string; isGone: boolean }[] = [];
      for (const [file, before] of known) {
        const now = await files.read(file);
        if (!isSame(before, now)) found.push({ file, isGone: now === undefined });
      }
      for (const [file, before] of hashes) {
        const now = files.hashNow(file);
        if (now !== before && !known.has(file)) found.push({ file, isGone: now === undefined });
      }
      return found;
    },
  };
  return steady;
}

function isSame(one: Uint8Array | undefined, other: Uint8Array | undefined): boolean {
  return one === undefined || other === undefined ? one === other : Buffer.compare(one, other) === 0;
}
