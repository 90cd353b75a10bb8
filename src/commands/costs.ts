import { join, resolve } from 'node:path';
import { z } from 'zod';
import { DeckError } from '../error.js';
import type { Effects } from '../system/effects.js';

/** What each deck cost last time, seconds, by its name. */
export type Costs = ReadonlyMap<string, number>;

/** The file in an output folder that a machine with a shard writes, and `merge` joins. */
export const costsFile = 'costs.json';

const recorded = z.record(z.string(), z.number().nonnegative());

/**
 * The costs that a file records; none without one, or where it is not there yet, as before the first run, which is said. Throws a
 * DeckError `usage` for a file that records none.
 */
export async function readCosts(given: string | undefined, { cwd, files, report }: Effects): Promise<Costs> {
  if (given === undefined) return new Map();
  const bytes = await files.read(resolve(cwd, given));
  if (bytes !== undefined) return costsIn(new TextDecoder().decode(bytes), given);
  report(`pilcrow: ${given} is not there, so decks are divided by the size of their texts.`);
  return new Map();
}

/** Throws a DeckError `usage`, which names the file, where the text records no costs. */
export function costsIn(text: string, name: string): Costs {
  const read = recorded.safeParse(parsed(text));
  if (read.success) return new Map(Object.entries(read.data));
  throw new DeckError(
    'usage',
    `${name} records no costs: expected {"deck": seconds}, as \`build --shard\` writes it to ${costsFile}. Take it out, or name another file.`,
  );
}

/** What each deck is likely to cost: what it cost last time; else by its size, as the others cost. In bytes where none is known. */
export function likelyCosts(
  decks: readonly { readonly name: string; readonly size: number }[],
  known: Costs,
): readonly number[] {
  const before = decks.filter(({ name }) => known.has(name));
  const seconds = before.reduce((sum, { name }) => sum + (known.get(name) ?? 0), 0);
  const bytes = before.reduce((sum, { size }) => sum + size, 0);
  if (seconds === 0) return decks.map(({ size }) => size);
  return decks.map(({ name, size }) => known.get(name) ?? (size * seconds) / bytes);
}

/** Writes what a machine's decks cost; nothing where it has none. */
export async function writeCosts(out: string, own: Costs, { cwd, files }: Effects): Promise<void> {
  if (own.size > 0) await files.replace([{ file: join(resolve(cwd, out), costsFile), bytes: costsText(own) }]);
}

/** In the order of names and to a tenth of a second. */
export function costsText(all: Costs): string {
  const sorted = [...all].sort(([one], [other]) => (one < other ? -1 : 1));
  const rounded = sorted.map(([name, seconds]) => [name, Math.max(0.1, Math.round(seconds * 10) / 10)]);
  return `${JSON.stringify(Object.fromEntries(rounded), null, 2)}\n`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
