import { createHash } from 'node:crypto';
import type { Files } from '../system/effects.js';

/** What was asked about a path, and what the answer was: null where there was none. Bytes are kept as their SHA-256. */
export interface Sight {
  readonly ask: 'bytes' | 'size' | 'hash' | 'kind' | 'list';
  readonly path: string;
  /** The most bytes that were to be read. */
  readonly most?: number;
  readonly answer: string | number | null;
}

/** Files that note each question about them. */
export interface TracedFiles extends Files {
  readonly sights: () => readonly Sight[];
}

/** Notes everything that is asked about files, what is missing among it: as long as the answers stay the same, so does what is made of them. */
export function tracedFiles(files: Files): TracedFiles {
  const sights = new Map<string, Sight>();
  const note = (sight: Sight): void => {
    const key = `${sight.ask} ${sight.most ?? ''} ${sight.path}`;
    if (!sights.has(key)) sights.set(key, sight);
  };
  return {
    ...files,
    async read(path, most) {
      const bytes = await files.read(path, most);
      note({ ask: 'bytes', path, ...(most === undefined ? {} : { most }), answer: hashOf(bytes) });
      return bytes;
    },
    readNow(path) {
      const bytes = files.readNow(path);
      note({ ask: 'bytes', path, answer: hashOf(bytes) });
      return bytes;
    },
    sizeNow(path) {
      const size = files.sizeNow(path);
      note({ ask: 'size', path, answer: size ?? null });
      return size;
    },
    hashNow(path) {
      const hash = files.hashNow(path);
      note({ ask: 'hash', path, answer: hash ?? null });
      return hash;
    },
    async kind(path) {
      const kind = await files.kind(path);
      note({ ask: 'kind', path, answer: kind ?? null });
      return kind;
    },
    async list(path) {
      const names = await files.list(path);
      note({ ask: 'list', path, answer: JSON.stringify(names) });
      return names;
    },
    sights: () => [...sights.values()],
  };
}

/** Whether every question still has the answer that was noted. */
export async function isStillSo(sights: readonly Sight[], files: Files): Promise<boolean> {
  for (const sight of sights) if ((await answerTo(sight, files)) !== sight.answer) return false;
  return true;
}

async function answerTo({ ask, path, most }: Sight, files: Files): Promise<Sight['answer']> {
  switch (ask) {
    case 'bytes':
      return hashOf(await files.read(path, most));
    case 'size':
      return files.sizeNow(path) ?? null;
    case 'hash':
      return files.hashNow(path) ?? null;
    case 'kind':
      return (await files.kind(path)) ?? null;
    case 'list':
      return JSON.stringify(await files.list(path));
  }
}

function hashOf(bytes: Uint8Array | undefined): string | null {
  return bytes === undefined ? null : createHash('sha256').update(bytes).digest('hex');
}
