/** A value without what binary fractions add to it: 0.1 + 0.2 is 0.3. */
export function round(value: number): number {
  return Number(value.toPrecision(12));
}
