import type { Rgb } from './contrast.js';

/** A colour `#rrggbb` as red, green and blue, 0 to 255. */
export function rgbOf(hex: string): Rgb {
  const part = (from: number): number => Number.parseInt(hex.slice(from, from + 2), 16);
  return [part(1), part(3), part(5)];
}

/** Two colours mixed, each part of sRGB by itself; `share` of the second, 0 to 1. */
export function mixed(one: string, other: string, share: number): string {
  const [first, second] = [rgbOf(one), rgbOf(other)];
  const parts = first.map((value, index) => Math.round(value * (1 - share) + (second[index] ?? 0) * share));
  return `#${parts.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
