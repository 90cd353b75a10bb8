import type { Drawing } from '../model.js';
import type { Cache } from '../system/cache.js';

/** A drawing as it is kept: its ids stand under a prefix made from its content, so that every deck can share it. */
export interface KeptDrawing extends Drawing {
  /** Addresses of pictures the diagram asked for and did not get. */
  readonly pictures: readonly string[];
  /** Labels for which there was no room, or what is left of them. */
  readonly lost: readonly string[];
  /** The diagram in words, for kinds that can be told; else empty. */
  readonly description: string;
  /** Marks of steps, by their number from 1, below which nothing new appears. */
  readonly idleMarks: readonly number[];
  /** Marks of steps, by their number from 1, that stand within a statement. */
  readonly unreadableMarks: readonly number[];
}

/** Undefined when the drawing is not in the cache, or damaged there. */
export async function readDrawing(cache: Cache, key: string): Promise<KeptDrawing | undefined> {
  const kept = await cache.read(key);
  if (kept === undefined) return undefined;
  const drawing: KeptDrawing = JSON.parse(kept);
  return { ...drawing, smallestLabel: drawing.smallestLabel ?? Number.POSITIVE_INFINITY };
}

/** A drawing without labels has an infinite smallest one, which JSON writes as null. */
export function keepDrawing(cache: Cache, key: string, drawing: KeptDrawing): Promise<void> {
  return cache.write(key, JSON.stringify(drawing));
}
