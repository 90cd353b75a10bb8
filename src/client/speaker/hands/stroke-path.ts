import { getStroke } from 'perfect-freehand';
import type { Stroke } from './ink.js';

/** px of the stage: read from the back row, and thin enough to underline a word. */
const width = 7;

/** The outline of a stroke as the `d` of a path, px of the stage. */
export function strokePath({ points }: Pick<Stroke, 'points'>): string {
  const isPressed = points.some(([, , pressure]) => pressure !== 0.5);
  const outline = getStroke(points as [number, number, number][], {
    size: width,
    thinning: isPressed ? 0.6 : 0,
    smoothing: 0.5,
    streamline: points.length > 2 ? 0.4 : 0,
    simulatePressure: false,
    last: true,
  });
  const [first, ...rest] = outline;
  if (first === undefined) return '';
  return `M${at(first)}${rest.map((point) => `L${at(point)}`).join('')}Z`;
}

function at([x, y]: readonly number[]): string {
  return `${(x ?? 0).toFixed(1)} ${(y ?? 0).toFixed(1)}`;
}
