import type { Spot } from './stage.js';

/** A point of a stroke; pressure from 0 to 1, 0.5 from a mouse. */
export type Point = readonly [...Spot, pressure: number];

/** A line that was drawn, on the slide and at the step that were shown then. */
export interface Stroke {
  readonly id: string;
  readonly slide: string;
  /** How many steps of the slide were shown; the stroke is seen from this step on. */
  readonly step: number;
  readonly colour: number;
  readonly points: readonly Point[];
}

/** Strokes that come, or that grow under the name they have; or the names of strokes that go. */
export type InkChange = { readonly put: readonly Stroke[] } | { readonly drop: readonly string[] };

/** What was drawn in a talk. */
export interface Ink {
  /** Grows with each change, so that a window can tell whether it has all of them. */
  readonly version: () => number;
  readonly strokes: () => readonly Stroke[];
  readonly stroke: (id: string) => Stroke | undefined;
  /** Draws a stroke, or more of one. */
  readonly draw: (stroke: Stroke) => InkChange;
  /** Takes back what was done last on a slide, a clearing too; undefined where there is nothing to take back. */
  readonly undo: (slide: string) => InkChange | undefined;
  /** Takes all strokes from a slide; undefined where there are none. */
  readonly clear: (slide: string) => InkChange | undefined;
}

/** What a window keeps of it. */
export interface KeptInk {
  readonly version: number;
  readonly strokes: readonly Stroke[];
}

/** `kept` is what was drawn before the page was loaded anew. */
export function createInk(kept: KeptInk = { version: 0, strokes: [] }): Ink {
  const strokes = new Map(kept.strokes.map((stroke) => [stroke.id, stroke]));
  const undone = new Map<string, InkChange[]>();
  let { version } = kept;
  for (const { id, slide } of kept.strokes) remember(slide, { drop: [id] });
  return {
    version: () => version,
    strokes: () => [...strokes.values()],
    stroke: (id) => strokes.get(id),
    draw(stroke) {
      if (!strokes.has(stroke.id)) remember(stroke.slide, { drop: [stroke.id] });
      return make({ put: [stroke] });
    },
    undo(slide) {
      const change = undone.get(slide)?.pop();
      return change === undefined ? undefined : make(change);
    },
    clear(slide) {
      const put = [...strokes.values()].filter((stroke) => stroke.slide === slide);
      if (put.length === 0) return undefined;
      remember(slide, { put });
      return make({ drop: put.map(({ id }) => id) });
    },
  };

  function remember(slide: string, change: InkChange): void {
    const list = undone.get(slide);
    if (list === undefined) undone.set(slide, [change]);
    else list.push(change);
  }

  function make(change: InkChange): InkChange {
    version++;
    if ('put' in change) for (const stroke of change.put) strokes.set(stroke.id, stroke);
    else for (const id of change.drop) strokes.delete(id);
    return change;
  }
}
