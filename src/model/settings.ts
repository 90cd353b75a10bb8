import type { Place } from './diagnostic.js';
import type { Level } from './severity.js';

/** Tools whose decks are recognised by their front matter. */
export type ForeignTool = 'marp' | 'slidev' | 'quarto' | 'obsidian';

/** The deck's settings: front matter, checked and completed. */
export interface Settings {
  readonly title?: string;
  readonly subtitle?: string;
  readonly author?: string;
  /** As the author wrote it. */
  readonly date?: string;
  /** When what the deck says was last true, as the author wrote it: `asOf:`, shown on the title slide and the papers' covers. */
  readonly asOf?: string;
  /** Months after which a claim of the present is old: `stale-after: 12 months`. */
  readonly staleAfter?: number;
  /** The course or event a paper is made for; on its cover. */
  readonly course?: string;
  /** What the deck is about; for search engines and previews. */
  readonly description?: string;
  /** Where the deck is published; on the covers of papers. */
  readonly url?: string;
  /** BCP 47; `en` when not given. */
  readonly lang: string;
  readonly mode: 'light' | 'dark';
  /**
   * Whether the deck is written for the theme `seminar`: a deck's folder, or `theme: seminar`.
   * Only then style rules run, and `overflow` and `alt-text` are errors rather than warnings.
   */
  readonly usesOwnTheme: boolean;
  /** The tool the deck was written for, where the front matter has a setting that only this one has. */
  readonly tool?: ForeignTool;
  /** The talk's own length in minutes. */
  readonly minutes?: number;
  readonly cuts: readonly number[];
  /** Regular expressions as reveal-md has them; absent: the deck language's own rule. */
  readonly separator?: string;
  readonly verticalSeparator?: string;
  readonly notesSeparator?: string;
  /**
   * Pandoc's `slide-level`: headings of this level and above begin slides. `pandoc` is the level Pandoc takes where none is given, in a
   * deck that begins with Pandoc's title block.
   */
  readonly slideLevel?: number | 'pandoc';
  /** The author's own mark that the deck is not done: a warning until it is taken away. */
  readonly unfinished?: boolean;
  readonly handoutNotes: boolean;
  /** Whether the presenter's file may hold the text of cited paragraphs. */
  readonly embedSources?: boolean;
  /** Macros of all formulas, by name with its backslash, in TeX. */
  readonly macros?: Readonly<Record<string, string>>;
  /** Handed to Reveal's `initialize`, keys checked against what Reveal knows. */
  readonly revealOptions: Readonly<Record<string, unknown>>;
  /** How serious rules are in this deck, by their names; those of evidence say a note when they are off. */
  readonly rules?: Readonly<Record<string, Level>>;
  /** Where each setting stands that the front matter has; that of a rule under `rules.<name>`. */
  readonly places?: Readonly<Record<string, Place>>;
}
