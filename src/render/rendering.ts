import type { Token } from 'markdown-it';
import type {
  Abbreviation,
  CheckedClaim,
  Deck,
  Diagnostic,
  Drawing,
  Drawings,
  Edition,
  Evidence,
  LocalAsset,
} from '../model.js';
import type { Breaks } from './break-words.js';
import type { EditionSlide } from './edition.js';
import type { Sanitiser } from './sanitiser.js';
import type { SlideMemory } from './slide-memory.js';

/** What the rendering of one edition knows and gathers while it goes through the slides in order. */
export interface Rendering {
  readonly deck: Deck;
  readonly edition: Edition;
  readonly slides: readonly EditionSlide[];
  /** Gathered: their links, which differ from edition to edition. */
  readonly drawings: Drawings & { readonly byId: Map<string, Drawing> };
  /** What the claims rest on; absent where nothing was checked. */
  readonly evidence?: Evidence;
  /** The evidence's claims by the id of their slide. */
  readonly claims: ReadonlyMap<string, readonly CheckedClaim[]>;
  readonly typesetting: Typesetting;
  /** There where the deck was rendered before, and is rendered again after each change. */
  readonly memory?: SlideMemory;
  /** There when the deck is not trusted. */
  readonly sanitiser?: Sanitiser;
  /** Where words may be broken that are wider than their box; known when slides are written. */
  readonly breaks?: Breaks;
  /** Gathered. */
  readonly diagnostics: Diagnostic[];
  /** Gathered: what stands for each asset in what is written, by the same names as `assets`. */
  readonly markers: Map<string, string>;
  /** Gathered, by absolute path, with one more slash where it was named from the root: a file shown twice is one asset. */
  readonly assets: Map<string, LocalAsset>;
  /** Gathered: the abbreviations a slide's foot has spelled out. */
  readonly spelledOut: Set<Abbreviation['short']>;
  /** Gathered: ids of what this edition leaves out, so that links there are dropped rather than called broken. */
  readonly leftOut: Set<string>;
  /** Gathered: how style rules may name what this edition leaves out. */
  readonly leftOutNames: Set<string>;
  /** Gathered when all slides are parsed: those of these names that only left-out elements have. */
  readonly absentNames: Set<string>;
}

/** What writers know of an edition when all of its slides are rendered: there is nothing left to gather. */
export interface Rendered
  extends Omit<
    Rendering,
    'drawings' | 'diagnostics' | 'assets' | 'spelledOut' | 'leftOut' | 'leftOutNames' | 'absentNames'
  > {
  readonly drawings: Drawings;
  readonly diagnostics: readonly Diagnostic[];
  readonly assets: ReadonlyMap<string, LocalAsset>;
  readonly leftOut: ReadonlySet<string>;
  readonly leftOutNames: ReadonlySet<string>;
  readonly absentNames: ReadonlySet<string>;
}

/** Code and formulas, set before the slides are rendered, since their libraries are loaded only by decks that need them. */
export interface Typesetting {
  /** The `<code>` element's content, by fence. */
  readonly code: ReadonlyMap<Token, string>;
  /** HTML and MathML, by formula token. */
  readonly formulas: ReadonlyMap<Token, string>;
}
