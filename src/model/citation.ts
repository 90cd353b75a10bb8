import type { Place } from './diagnostic.js';

/** What a source's own count goes by. */
export type PlaceKind = 'page' | 'chapter' | 'section' | 'article' | 'table' | 'row' | 'column';

/** A place in a source by its own count, `p. 12`, `§ 3`, `pp. 12–13`, in data `row 12` and `column 2023`: the numbers as typed, Roman ones and `3.2` among them. */
export interface SourceLocator {
  readonly kind: PlaceKind;
  readonly from: string;
  readonly to: string;
  /** As the author wrote it, which is what readers see. */
  readonly typed: string;
  /** The paragraphs it is, where the source marks such places and its text or the lock is here. */
  readonly paragraphs?: readonly number[];
}

/** One source inside `[@key, ¶5, "words"]`. Locators are paragraph numbers, a range as [from, to]. */
export interface Citation {
  readonly key: string;
  readonly locators: readonly (readonly [from: number, to: number])[];
  /** Places by the source's own count: pages, chapters, sections, articles, tables. */
  readonly parts?: readonly SourceLocator[];
  readonly anchor?: string;
  /** What stands before the key, as typed: "see". */
  readonly prefix?: string;
  /** What stands after the key and was not understood as a locator or an anchor, as typed. */
  readonly suffix?: string;
  readonly place: Place;
}

/** `[@inference]` and `[@lecturer]`: a claim that rests on no paragraph. */
export type Unsourced = 'inference' | 'lecturer';
