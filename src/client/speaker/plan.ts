import type { SpeakerPlan } from '../../model.js';

/** A part of the talk. `number` 0 is what comes before the first section, and the whole deck where it has none. */
export interface PlannedPart {
  readonly number: number;
  readonly title: string;
  /** Absent where nothing is planned for the whole deck. */
  readonly minutes?: number;
}

/** The plan of a talk, minutes given to every slide. */
export interface Plan {
  readonly parts: readonly PlannedPart[];
  /** How long the talk may last; what the slides add up to where the deck does not say. */
  readonly minutes?: number;
  readonly partOf: (slide: string) => number;
  /** When a slide is to be begun and left, in minutes from the start. */
  readonly spanOf: (slide: string) => readonly [number, number] | undefined;
}

/**
 * Plans by the minutes of the slides this edition has; those without take none. Where no slide has any, the edition's length is shared out
 * evenly.
 */
export function planOf({ minutes, slides }: SpeakerPlan): Plan {
  const areGiven = slides.some((slide) => slide.minutes !== undefined);
  const each = areGiven ? 0 : (minutes ?? 0) / slides.length;
  const isPlanned = areGiven || minutes !== undefined;
  const times = slides.map((slide) => slide.minutes ?? each);
  const numbers = slides.map(({ section }) => section?.number ?? 0);
  const indexOf = (id: string): number => slides.findIndex((slide) => slide.id === id);
  const parts = [...new Set(numbers)].map((number) => ({
    number,
    title: slides.find(({ section }) => section?.number === number)?.section?.title ?? '',
    ...(isPlanned && { minutes: sum(times.filter((_, index) => numbers[index] === number)) }),
  }));
  return {
    parts,
    ...(isPlanned && { minutes: minutes ?? sum(times) }),
    partOf: (slide) => numbers[indexOf(slide)] ?? 0,
    spanOf: (slide) => {
      const index = indexOf(slide);
      if (!isPlanned || index < 0) return undefined;
      const start = sum(times.slice(0, index));
      return [start, start + (times[index] ?? 0)];
    },
  };
}

/**
 * How many whole minutes one is behind when the slide that is shown was planned, `elapsed` minutes from the start: fewer than 0 are ahead,
 * less than one counts nothing. Undefined where nothing is planned.
 */
export function minutesBehind(plan: Plan, slide: string, elapsed: number): number | undefined {
  const span = plan.spanOf(slide);
  if (span === undefined) return undefined;
  const [start, end] = span;
  if (elapsed - end >= 1) return Math.round(elapsed - end);
  return start - elapsed >= 1 ? -Math.round(start - elapsed) : 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
