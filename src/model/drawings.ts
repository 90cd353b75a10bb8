import type { Diagnostic } from './diagnostic.js';

export interface Drawing {
  /** A whole `<svg>` element: no width or height, a viewBox, ids under the diagram's own prefix. */
  readonly svg: string;
  /** Size of the viewBox, in the drawing's own units (px at scale 1). */
  readonly width: number;
  readonly height: number;
  /** Font size of the smallest label, in the drawing's own units; Infinity when it has none. */
  readonly smallestLabel: number;
  /** It begins at the top of its room where that is higher, as a table does; absent: it stands in the middle. */
  readonly isAtTop?: boolean;
  /** How many clicks it takes: its parts carry them from 0, as Reveal's fragments. Absent or 0: all is there at once. */
  readonly steps?: number;
  /** A text alternative that follows from what was drawn: a map's. */
  readonly alt?: string;
  /** Its labels are too small for the direction its author wrote, and larger in another: what to write, and how large, in px of the stage. */
  readonly turned?: { readonly written: string; readonly label: number };
  /** What its author can do where its labels are too small; absent: what holds for any diagram. */
  readonly cureOfSmall?: string;
  /** What has to stand beside it, in sentences: a map's data, and how disputed borders are drawn. */
  readonly smallPrint?: readonly string[];
}

/** By diagram id. A diagram that could not be drawn is missing and has a diagnostic. */
export interface Drawings {
  readonly byId: ReadonlyMap<string, Drawing>;
  readonly diagnostics: readonly Diagnostic[];
}
