/** How many pages are read back: reading all of a long deck takes longer than printing it. */
const sample = 6;

/** The pages of so many that are read back: the first, the last, and others evenly between. */
export function sampledPages(count: number): readonly number[] {
  const step = Math.max(1, (count - 1) / (sample - 1));
  return [
    ...new Set(Array.from({ length: Math.min(sample, count) }, (_, i) => Math.min(count - 1, Math.round(i * step)))),
  ];
}
