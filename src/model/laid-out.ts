export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A text as large as it is seen, px. */
export interface SizedText {
  readonly px: number;
  readonly text: string;
}

/** A text and how much it differs from what is behind it, as WCAG counts contrast: from 1 to 21. */
export interface FaintText {
  readonly text: string;
  readonly contrast: number;
  /** What a text of its size and weight needs. */
  readonly needed: number;
}

/** A text that lies over another, or over a picture. */
export interface Overlap {
  readonly text: string;
  /** The other text, or the picture's alternative. */
  readonly over: string;
  readonly isPicture: boolean;
}

/** A label of a drawing that is printed over another. */
export interface LabelOverlap {
  /** The figure's id. */
  readonly diagram: string;
  readonly label: string;
  readonly over: string;
}

/** What was found when one slide was laid out on the 1280 × 720 stage. */
export interface SlideLayout {
  readonly id: string;
  /** How far content reaches beyond the stage, px; 0 when it fits. */
  readonly overflow: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  /** How far text and pictures of heading and body reach beyond the text area (x 80 to 1200, y to 640), px; absent where they do not. */
  readonly beyondText?: { readonly left: number; readonly right: number; readonly bottom: number };
  /** What lies over each other when all is shown, the first three; absent where nothing does. */
  readonly overlaps?: readonly Overlap[];
  /** Labels of its drawings that lie over each other, the first two of each; absent where none do. */
  readonly labelOverlaps?: readonly LabelOverlap[];
  /** Boxes inside the slide whose own content is cut off. */
  readonly clipped: readonly { readonly what: string; readonly axis: 'x' | 'y'; readonly by: number }[];
  /** The step, from 0, in which it reaches or cuts off more than when all is shown; absent where that is the worst. */
  readonly atStep?: number;
  /** The smallest text on the slide, labels of diagrams apart. */
  readonly smallestText?: SizedText;
  /** The smallest label of a diagram. */
  readonly smallestLabel?: SizedText & { readonly diagram: string };
  /** Pictures whose files hold none: empty, damaged or of another kind; by their alternatives. */
  readonly broken: readonly string[];
  /** The alternatives of pictures that are there and shown a few pixels high or wide; absent where there are none. */
  readonly squeezed?: readonly string[];
  /** A film on or behind it cannot be shown by this browser; absent where all can, or there is none. */
  readonly unseenFilm?: true;
  /** How many lines the heading above the slide's body takes; 0 without one. */
  readonly headingLines: number;
  /** Texts too faint for what is behind them; absent where that was not looked at. */
  readonly faint?: readonly FaintText[];
}

export interface LaidOutDeck {
  readonly slides: readonly SlideLayout[];
  /** Characters for which this machine's browser has no font, each with the id of the first slide that shows it. */
  readonly boxes?: readonly { readonly character: string; readonly slide: string }[];
}
