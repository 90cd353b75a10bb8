import type { Measurement } from './measurement.js';

/** So much worse, as a share, is a fault. */
export const tolerance = 0.2;

/** A row that is worse than it was recorded. */
export interface Worse {
  readonly name: string;
  readonly was: number;
  readonly is: number;
}

/**
 * Rows that are worse than the record by a fifth: those with a floor by their ratio, since machines differ, and sizes as they are. Times
 * without a floor are not compared, nor are rows that only one of both has.
 */
export function compare(recorded: readonly Measurement[], now: readonly Measurement[]): readonly Worse[] {
  const before = new Map(recorded.map((row) => [row.name, row]));
  return now.flatMap((row) => {
    const was = comparable(before.get(row.name));
    const is = comparable(row);
    return was !== undefined && is !== undefined && is > was * (1 + tolerance) ? [{ name: row.name, was, is }] : [];
  });
}

function comparable(row: Measurement | undefined): number | undefined {
  if (row === undefined) return undefined;
  return row.ratio ?? (row.unit === 'MiB' || row.unit === 'KB' ? row.value : undefined);
}
