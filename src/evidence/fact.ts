import type { TextRange } from '../model.js';

/** A number of a text. Digits can be read in more than one way: 1.234 is a decimal in one country, a thousand in another. */
export interface NumberFact extends TextRange {
  readonly readings: readonly number[];
  /** What it counts, by its name in `units.ts`; absent: the text says none that is known. */
  readonly unit?: string;
  /** In words rather than digits; small ones are never looked for. */
  readonly isSpelled: boolean;
  /** A place in a row: `12th`, `twelfth`, `XII`. `maybe`: digits with a stop. */
  readonly isOrdinal?: boolean | 'maybe';
  /** Below zero: `−12`, `minus 12`. */
  readonly isNegative?: boolean;
  /** A part of a whole: `two thirds`, `1/3`. */
  readonly isFraction?: boolean;
  /** How many times as much, in one word: `twice`, `tripled`. */
  readonly isMultiple?: boolean;
  /** A stretch of time that is said without a number, `a decade`: in a claim it is never looked for. */
  readonly isSpan?: boolean;
  /** It may be per cents, of which only a number before it in its sentence says so: "Italy gave 9 per cent, Poland 31". */
  readonly mayBePercent?: boolean;
  /** The unit and factor of a number before it, which it may leave out: "3.1 million euros there, over five here". */
  readonly mayBe?: { readonly unit: string; readonly factor: number };
  /** The share of which it is one of the two numbers: 0.9 for each of "9 of 10". */
  readonly share?: number;
}

/** A day of a month as a text gives it, with its year where it does. */
export interface DayFact extends TextRange {
  readonly day: number;
  readonly month: number;
  readonly year?: number;
}

/** A year, on its own or of a date. */
export interface YearFact extends TextRange {
  readonly year: number;
}

/** A decade; `year` is below 100 where its century is not said. */
export interface DecadeFact extends TextRange {
  readonly year: number;
}

/** A month, season or day of the week by its place in its round, from 1, 0 and 0. */
export interface CalendarFact extends TextRange {
  readonly kind: 'month' | 'season' | 'weekday';
  readonly which: number;
  /** It may be another word: "été" is summer and "been". */
  readonly isDoubtful?: boolean;
}

/** A time of day, in minutes since midnight; the second reading where a text does not say which half of the day it means. */
export interface ClockFact extends TextRange {
  readonly minutes: readonly number[];
  /** In words: what it says is never missing. */
  readonly isSpelled?: boolean;
}

/** Everything in a text that counts or dates. */
export interface Facts {
  readonly numbers: readonly NumberFact[];
  readonly years: readonly YearFact[];
  readonly decades: readonly DecadeFact[];
  readonly dates: readonly DayFact[];
  readonly calendar: readonly CalendarFact[];
  readonly clock: readonly ClockFact[];
}
