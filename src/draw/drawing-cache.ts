import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Drawing } from '../model.js';

/** A drawing as it is kept: its ids stand under a prefix made from its content, so that every deck can share it. */
export interface KeptDrawing extends Drawing {
  /** Addresses of pictures the diagram asked for and did not get. */
  readonly pictures: readonly string[];
}

/** Drawings by a hash of everything they are made from. */
export interface DrawingCache {
  /** Undefined when there is none, or when it is damaged. */
  readonly read: (key: string) => Promise<KeptDrawing | undefined>;
  /** Never fails: what went wrong first is kept in `trouble`, and drawing goes on without a cache. */
  readonly write: (key: string, drawing: KeptDrawing) => Promise<void>;
  readonly folder: string;
  readonly trouble: () => string | undefined;
}

/** A cache in `folder`, absolute. `force` makes every drawing anew and keeps the new ones. */
export function createDrawingCache(folder: string, { force = false } = {}): DrawingCache {
  let trouble: string | undefined;
  return {
    folder,
    trouble: () => trouble,
    async read(key) {
      if (force) return undefined;
      try {
        return unseal(await readFile(join(folder, key), 'utf8'), key);
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
        trouble ??= String(error);
        return undefined;
      }
    },
    async write(key, drawing) {
      const temporary = join(folder, `.${key}.${randomBytes(6).toString('hex')}`);
      try {
        await mkdir(folder, { recursive: true });
        await writeFile(temporary, seal(drawing, key), { flag: 'wx' });
        await rename(temporary, join(folder, key));
      } catch (error) {
        trouble ??= error instanceof Error ? error.message : String(error);
        await rm(temporary, { force: true }).catch(() => undefined);
      }
    },
  };
}

/** SHA-256 in hex of what a drawing is made from. */
export function drawingKey(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** The first line is a checksum of the key and the rest: a truncated or altered entry, or one under a wrong name, is not taken. */
function seal(drawing: KeptDrawing, key: string): string {
  const content = JSON.stringify({
    ...drawing,
    smallestLabel: Number.isFinite(drawing.smallestLabel) ? drawing.smallestLabel : null,
  });
  return `${drawingKey([key, content])}\n${content}`;
}

function unseal(text: string, key: string): KeptDrawing | undefined {
  const end = text.indexOf('\n');
  const content = text.slice(end + 1);
  if (end < 0 || text.slice(0, end) !== drawingKey([key, content])) return undefined;
  const drawing: KeptDrawing = JSON.parse(content);
  return { ...drawing, smallestLabel: drawing.smallestLabel ?? Number.POSITIVE_INFINITY };
}
