import type { ChartView } from '../../model.js';
import type { Tone } from './plan.js';

/** How a name of the data is set off from the others. */
export interface Emphasis {
  readonly tone: Tone;
  readonly isFocus: boolean;
  readonly step: number;
}

/** The focus has its colour, or ink; all else is context. Without a focus names have the colours they are given, else all are muted. */
export function emphasisOf(view: Pick<ChartView, 'focus' | 'hues' | 'steps'>, name: string, other = ''): Emphasis {
  const isFocus = view.focus.includes(name) || (other !== '' && view.focus.includes(other));
  const hue = view.hues[name] ?? view.hues[other];
  const isPlain = view.focus.length === 0 && Object.keys(view.hues).length === 0;
  const tone =
    isFocus || view.focus.length === 0 ? (hue ?? (isPlain ? 'muted' : isFocus ? 'ink' : 'context')) : 'context';
  return { tone, isFocus, step: view.steps[name] ?? view.steps[other] ?? 0 };
}
