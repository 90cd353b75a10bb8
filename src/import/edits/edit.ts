import type { LineKind } from '../../model.js';

/** What a colleague changed, of one thing. */
export type EditKind = 'changed' | 'added' | 'removed' | 'moved';

export interface Edit {
  readonly kind: EditKind;
  readonly what:
    | LineKind
    | 'slide'
    | 'cell'
    | 'level'
    | 'bold'
    | 'italics'
    | 'link'
    | 'section'
    | 'hidden'
    | 'comment'
    | 'talk';
  /** The deck's slide; absent where the colleague made it. */
  readonly slide?: string;
  /** Of the presentation; absent where the slide is not in it any more. */
  readonly number?: number;
  /** Absent where something was added, and where all is said by `what`. */
  readonly before?: string;
  readonly after?: string;
  /** The whole line that it is about, as it was: what it is found in the deck by. */
  readonly line?: string;
  /** An added slide, or one that moved: the deck's slide that stands before it now; empty at the beginning. */
  readonly behind?: string;
  /** What that slide is told by. */
  readonly behindTitle?: string;
}
