import type { InkChange, KeptInk } from './ink.js';
import type { Drawn } from './pen.js';
import type { Area, Spot } from './stage.js';

/** What a speaker does over a slide, in either window. Places are px of the stage; null ends it. */
export type HandsAct =
  | { readonly point: Spot | null }
  | { readonly light: Spot | null }
  | { readonly near: Spot | null }
  | { readonly pen: number | null }
  | { readonly stroke: Drawn }
  | 'undo'
  | 'clear'
  /** minutes */
  | { readonly break: number | null };

/** What of it lasts, as the deck tells the speaker's window. */
export interface Hands {
  /** The colour of the pen that is in the hand. */
  readonly pen?: number | undefined;
  readonly light?: Area | undefined;
  readonly near?: Area | undefined;
  /** A break, ms until its end. */
  readonly left?: number | undefined;
  /** How many changes of what is drawn the deck's window has seen. */
  readonly ink: number;
}

/** What changes too often to be told with all the rest. */
export type HandsTold =
  | { readonly kind: 'point'; readonly spot: Spot | null }
  | { readonly kind: 'ink'; readonly version: number; readonly change: InkChange }
  | ({ readonly kind: 'all-ink' } & KeptInk);
