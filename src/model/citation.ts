import type { Place } from './diagnostic.js';

/** One source inside `[@key, ¶5, "words"]`. Locators are paragraph numbers, a range as [from, to]. */
export interface Citation {
  readonly key: string;
  readonly locators: readonly (readonly [from: number, to: number])[];
  readonly anchor?: string;
  /** What stands before the key, as typed: "see". */
  readonly prefix?: string;
  /** What stands after the key and was not understood as a locator or an anchor, as typed. */
  readonly suffix?: string;
  readonly place: Place;
}

/** `[@inference]` and `[@lecturer]`: a claim that rests on no paragraph. */
export type Unsourced = 'inference' | 'lecturer';
