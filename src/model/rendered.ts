import type { Brand } from './brand.js';
import type { Audience } from './deck.js';
import type { Diagnostic, Place } from './diagnostic.js';
import type { Settings } from './settings.js';
import type { TextFile } from './source.js';

/** For whom and how long: what is not for the reader is never in the file. */
export interface Edition {
  readonly audience: Audience;
  /** Minutes; absent: the deck's own length. */
  readonly cut?: number;
  /** Marks each slide as a draft that has errors. */
  readonly draft?: boolean;
}

export interface RenderedSlide {
  readonly id: string;
  readonly index: { readonly h: number; readonly v: number };
  readonly title: string;
  /** What the speaker view plans by. */
  readonly minutes?: number;
  readonly section?: { readonly number: number; readonly title: string };
  readonly place: Place;
  /** One `<section>` with everything in it, notes included where the edition has them. */
  readonly html: string;
}

/** How much of the stage a picture is shown in at most, px. */
export interface Room {
  readonly width: number;
  readonly height: number;
  /** It fills the room, and what does not fit is cut off; else it stands in it whole. */
  readonly isFilled?: true;
}

/**
 * A file of the deck's folder that a slide shows. The slide's HTML names it by `marker`, a string that occurs nowhere else,
 * so that one rendering serves the site, the single file and dev; composing replaces the marker by an address.
 */
export interface LocalAsset {
  readonly marker: string;
  /** Absolute. */
  readonly file: string;
  /** A link leads to it, and the slide does not show it. */
  readonly linked?: true;
  /** It is shown in a frame: a page of HTML, which could ask other hosts for what it likes. */
  readonly framed?: true;
  /** It was named from the root of a site, `/img/x.png`. */
  readonly isFromRoot?: true;
  /** It lies behind a slide. */
  readonly isGround?: true;
  /** The darkest and the lightest of its colours, where it is known and lies behind a slide (`tonesOf`). */
  readonly tones?: string;
  /** Where slides give it less room than the stage has. */
  readonly room?: Room;
  readonly place: Place;
}

export interface RenderedDeck {
  readonly name: string;
  readonly title: string;
  readonly lang: string;
  readonly author: string;
  readonly settings: Settings;
  readonly edition: Edition;
  readonly slides: readonly RenderedSlide[];
  readonly assets: readonly LocalAsset[];
  /** What the slides need beyond the theme: KaTeX's style only where there is a formula. */
  readonly features: { readonly math: boolean };
  readonly brand?: Brand;
  readonly styles: readonly TextFile[];
  readonly scripts: readonly TextFile[];
  /** Names that only elements have which the edition leaves out, as style rules write them: `#id`, `.class`, `[name=value]`. */
  readonly leftOut: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** What the page holds for the speaker view: this edition's slides in order, and the minutes it is cut to. */
export interface SpeakerPlan {
  readonly minutes?: number;
  readonly slides: readonly Pick<RenderedSlide, 'id' | 'minutes' | 'section'>[];
}
