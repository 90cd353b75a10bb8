/** What a row came to in one run. */
export interface Measurement {
  readonly name: string;
  readonly value: number;
  readonly unit: Unit;
  /** How far the middle half of its runs lay apart, as a share of the median; absent where it was taken once. */
  readonly spread?: number;
  /** The row it is divided by, and what comes of it. */
  readonly of?: string;
  readonly ratio?: number;
  readonly goal?: string;
}

export type Unit = 's' | 'ms' | 'MiB' | 'KB';

/** A machine and a run, as they are recorded. */
export interface Record {
  readonly version: string;
  readonly date: string;
  readonly machine: Machine;
  readonly rows: readonly Measurement[];
}

export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly node: string;
  readonly browsers: readonly string[];
  /** How far the times of `node -e 0` lay apart over the whole run, as a share of their median: how quiet the machine was. */
  readonly noise: number;
}

/** The median, and how far the quartiles lie apart as a share of it. */
export function middle(values: readonly number[]): { readonly median: number; readonly spread: number } {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share + 0.5)] ?? Number.NaN;
  const median = at(0.5);
  return { median, spread: (at(0.75) - at(0.25)) / median };
}
