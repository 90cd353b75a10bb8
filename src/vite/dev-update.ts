/** What a page tells the dev server when it is connected: what was saved while it was loading is sent after it. */
export interface DevHello {
  readonly deck: string;
  /** Which making of the deck the page shows. */
  readonly made: number;
}

/** What the dev server tells the page after a save. */
export interface DevUpdate {
  /** More than slides changed: the page is to be loaded anew, at the place it shows. */
  readonly reload: boolean;
  readonly slides: readonly ChangedSlide[];
  /** What the speaker view plans by; absent where it is the same. */
  readonly plan?: string;
  /** The deck's errors as they are now; none: whatever was shown is taken away. Absent where they are not known yet. */
  readonly problems?: readonly DevProblem[];
}

export interface ChangedSlide {
  /** From 0, among all slides in reading order. */
  readonly position: number;
  /** The id of what stands there before; a slide's id is made from its heading. */
  readonly was: string;
  readonly html: string;
}

export interface DevProblem {
  /** `path:line:column` */
  readonly place: string;
  readonly message: string;
  readonly cure?: string;
  /** The id of the slide it stands on; absent where it stands on none, as in the front matter or in another file. */
  readonly slide?: string;
}
