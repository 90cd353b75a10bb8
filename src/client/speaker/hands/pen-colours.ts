/**
 * Three colours that are told apart, and seen on light, on dark and on pictures: each is bright enough for a dark ground, and has a
 * dark edge for a light one.
 */
export const penColours = ['#ffd23f', '#ff4fa3', '#35c4ff'] as const;
export const penEdge = '#14181f';

export function penColour(number: number): string {
  return penColours[number] ?? penColours[0];
}
