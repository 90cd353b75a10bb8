import type { Rgba } from '../css/contrast.js';

const known = new Map<string, Rgba>();

/** A colour in any form that CSS knows, as the browser paints it; seen through where it is none. */
export function colourOf(css: string): Rgba {
  const before = known.get(css);
  if (before !== undefined) return before;
  const brush = document.createElement('canvas').getContext('2d');
  if (brush === null) return [0, 0, 0, 0];
  brush.fillStyle = 'transparent';
  brush.fillStyle = css;
  brush.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = brush.getImageData(0, 0, 1, 1).data;
  const colour: Rgba = [red, green, blue, alpha / 255];
  known.set(css, colour);
  return colour;
}
