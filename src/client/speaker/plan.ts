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

/** How a time, in minutes from the start, compares with when the slide that is shown was planned; less than a minute counts nothing. */
export function comparedWithPlan(plan: Plan, slide: string, elapsed: number): string {
  const span = plan.spanOf(slide);
  if (span === undefined) return '';
  const [start, end] = span;
  if (elapsed - end >= 1) return `${Math.round(elapsed - end)} min behind`;
  if (start - elapsed >= 1) return `${Math.round(start - elapsed)} min ahead`;
  return 'on time';
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
