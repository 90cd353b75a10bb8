/** Red, green and blue, 0 to 255. */
export type Rgb = readonly [number, number, number];

/** The same, and opacity, 0 to 1. */
export type Rgba = readonly [...Rgb, number];

/** How much two opaque colours differ, 1 to 21 (WCAG 2.2, contrast ratio); an opacity is passed over. */
export function contrast(one: Rgb | Rgba, other: Rgb | Rgba): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** A colour of some opacity as it is seen on an opaque ground. */
export function laidOver([red, green, blue, opacity]: Rgba, ground: Rgb | Rgba): Rgb {
  const mix = (over: number, under: number): number => over * opacity + under * (1 - opacity);
  return [mix(red, ground[0]), mix(green, ground[1]), mix(blue, ground[2])];
}

function luminance([red, green, blue]: Rgb | Rgba): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** Whole values come a million times a page. */
function linear(value: number): number {
  return wholeValues[value] ?? linearOf(value);
}

function linearOf(value: number): number {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

const wholeValues = Array.from({ length: 256 }, (_, value) => linearOf(value));
