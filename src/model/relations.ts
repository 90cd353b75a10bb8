import type { Citation, Unsourced } from './citation.js';
import type { Place } from './diagnostic.js';
import type { Hue } from './hues.js';

/** Words in the deck's languages: those of a language by its tag, and `text` where a language has none of its own. */
export interface Wording {
  readonly text: string;
  readonly byLang: Readonly<Record<string, string>>;
}

export interface Actor {
  readonly id: string;
  readonly name: Wording;
  /** Other words that mean the actor, as they stand in sources. */
  readonly aka: readonly string[];
  /** Grey where the author gives none. */
  readonly hue: Hue;
  readonly place: Place;
}

/** Line styles an author may give a kind; what each looks like is in `relations/line-styles.ts`. */
export const relationLines = ['thick', 'solid', 'dashed', 'dotted'] as const;
export type RelationLine = (typeof relationLines)[number];

export interface RelationKind {
  readonly id: string;
  readonly name: Wording;
  /** `unsourced` is the line of the one kind that is built in. */
  readonly line: RelationLine | 'unsourced';
  /** A sentence with {from}, {to} and, where the kind's relations have it, {what}. */
  readonly sentence: Wording;
}

export interface ActorGroup {
  readonly id: string;
  readonly name: Wording;
  readonly members: readonly string[];
}

/** Who does what to whom. `from`, `to` and `kind` are ids that exist. */
export interface Relation {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly what?: Wording;
  /** Takes the place of the kind's sentence, for languages whose words change their endings. */
  readonly sentence?: Wording;
  readonly citations: readonly Citation[];
  readonly unsourced?: Unsourced;
  /** Both act: a head at either end, in ink. */
  readonly mutual: boolean;
  readonly place: Place;
  /** Where its own words stand, so that messages point at their lines. */
  readonly wordPlaces?: { readonly what?: Place; readonly sentence?: Place };
}

/** What `relations.yaml` holds, the kind `unsourced` added. */
export interface Relations {
  readonly actors: readonly Actor[];
  readonly groups: readonly ActorGroup[];
  readonly kinds: readonly RelationKind[];
  readonly relations: readonly Relation[];
}

export const relationDirections = ['LR', 'RL', 'TB', 'BT'] as const;
export type RelationDirection = (typeof relationDirections)[number];

/** An actor or a relation in a view. Step 0 is there when the slide opens, step n appears with the nth click. */
export interface InView {
  readonly id: string;
  readonly step: number;
}

/** What a `relations` fence asks for: ids of `relations.yaml`, actors in the order they are drawn in, relations as in the file. */
export interface RelationsView {
  readonly layout: 'graph' | 'lanes';
  readonly direction: RelationDirection;
  readonly actors: readonly InView[];
  readonly relations: readonly InView[];
  /** How many clicks the view takes. */
  readonly clicks: number;
  readonly place: Place;
}
