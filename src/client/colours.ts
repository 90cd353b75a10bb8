/** Red, green, blue, 0 to 255, and opacity, 0 to 1. */
export type Colour = readonly [number, number, number, number];

const known = new Map<string, Colour>();

/** A colour in any form that CSS knows, as the browser paints it; seen through where it is none. */
export function colourOf(css: string): Colour {
  const before = known.get(css);
  if (before !== undefined) return before;
  const brush = document.createElement('canvas').getContext('2d');
  if (brush === null) return [0, 0, 0, 0];
  brush.fillStyle = 'transparent';
  brush.fillStyle = css;
  brush.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = brush.getImageData(0, 0, 1, 1).data;
  const colour: Colour = [red, green, blue, alpha / 255];
  known.set(css, colour);
  return colour;
}

/** What is seen of a colour over an opaque one. */
export function laidOver([red, green, blue, alpha]: Colour, [r, g, b]: Colour): Colour {
  const mix = (over: number, under: number): number => over * alpha + under * (1 - alpha);
  return [mix(red, r), mix(green, g), mix(blue, b), 1];
}

/** How much two opaque colours differ, 1 to 21 (WCAG 2.2, contrast ratio). */
export function contrast(one: Colour, other: Colour): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance([red, green, blue]: Colour): number {
  const linear = (value: number): number => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
