import type { Abbreviation, Diagnostic, Drawing, LocalAsset, Place } from '../model.js';
import type { EditionSlide } from './edition.js';
import { larger } from './passes/local-assets.js';
import { PlacedData } from './placed-data.js';
import type { Rendering } from './rendering.js';
import type { SlideTree } from './slide-tree.js';
import type { SeenElement } from './tree.js';

/** What the work on one slide adds to what is gathered of its edition. */
interface Gathered {
  readonly diagnostics: readonly Diagnostic[];
  readonly assets: ReadonlyMap<string, LocalAsset>;
  readonly spelledOut: ReadonlySet<Abbreviation['short']>;
  readonly leftOut: ReadonlySet<string>;
  readonly leftOutNames: ReadonlySet<string>;
  readonly drawings: ReadonlyMap<string, Drawing>;
}

/** A stage's work on one slide. */
export interface SlideWork<T extends { readonly tree: SlideTree }> {
  /** Which work on which slide: what it was like the last time is looked up by it. */
  readonly name: string;
  readonly slide: EditionSlide;
  /** All that the result follows from, beside what is the same for all slides; places are told from the slide's own (`PlacedData`). */
  readonly from: readonly unknown[];
  /** Does it. It adds to the collections of the rendering that it is given, and may ask that for other slides; then it is done each time. */
  readonly make: (own: Rendering) => T;
}

interface Remembered {
  readonly from: readonly unknown[];
  readonly place: Place;
  readonly made: { readonly tree: SlideTree };
  readonly gathered: Gathered;
}

/**
 * What was made of the slides of one edition, for who makes it again after each change, as `dev` does. A slide is taken from it where all
 * that it follows from is as it was; without a memory the same work is done each time. It holds what was made last, and nothing older.
 */
export class SlideMemory {
  /** Names of files in what is written: the same file has the same one each time. */
  readonly markers = new Map<string, string>();
  /** Coloured code by its language and text. */
  readonly code = new Map<string, string>();
  /** By their trees when all is done to them: the names their elements have, as style rules know them. */
  readonly names = new WeakMap<SeenElement, readonly string[]>();
  /** Trees without styles of their own, which need no copy. */
  readonly unstyled = new WeakSet<SeenElement>();
  /** Words of the same trees that are wider than their box, by what all slides follow from. */
  breaks = new WeakMap<SeenElement, readonly string[]>();
  /** Slides as they were written, by the same trees. */
  readonly written = new WeakMap<SeenElement, string>();
  #of = '';
  #before = new Map<string, Remembered>();
  #now = new Map<string, Remembered>();
  #times = { made: 0, kept: 0 };

  /** Begins the next making. `common` is what all slides follow from: where it is another, nothing is taken from before. */
  begin(common: string): void {
    const isSame = common === this.#of;
    this.#before = isSame ? this.#now : new Map();
    if (!isSame) this.breaks = new WeakMap();
    this.#now = new Map();
    this.#of = common;
    this.#times = { made: 0, kept: 0 };
  }

  /** How much work of this making was done, and how much taken from before. */
  get times(): { readonly made: number; readonly kept: number } {
    return this.#times;
  }

  find({ name, slide, from }: Pick<SlideWork<never>, 'name' | 'slide' | 'from'>): Remembered | undefined {
    const known = this.#before.get(name);
    const isSame =
      known !== undefined &&
      known.from.length === from.length &&
      known.from.every((part, at) => isSamePart(part, from[at]));
    // Messages may name lines, in their words too.
    const isSaid = isSame && known.gathered.diagnostics.length > 0 && known.place.line !== slide.slide.place.line;
    if (!isSame || isSaid) {
      this.#times.made++;
      return undefined;
    }
    this.#times.kept++;
    this.#now.set(name, known);
    return known;
  }

  keep(name: string, remembered: Remembered): void {
    this.#now.set(name, remembered);
  }
}

function isSamePart(part: unknown, other: unknown): boolean {
  return part === other || (part instanceof PlacedData && other instanceof PlacedData && part.isSame(other));
}

/** Does a stage's work on a slide, or takes it from the memory; either way what it gathers comes into `rendering`. */
export function workOn<T extends { readonly tree: SlideTree }>(work: SlideWork<T>, rendering: Rendering): T {
  const { memory } = rendering;
  const { name, slide, from, make } = work;
  const { place } = slide.slide;
  const known = memory?.find(work);
  if (known !== undefined) {
    const moved = movedBy(place.line - known.place.line, place.path);
    gather(known.gathered, rendering, moved);
    const made = known.made as T;
    const { tree } = made;
    return { ...made, tree: { ...tree, slide, placeOf: (node, within) => moved(tree.placeOf(node, within)) } };
  }
  const { own, hasAskedForOthers, gathered } = apart(rendering, slide);
  const made = make(own);
  const found = gathered();
  gather(found, rendering, (same) => same);
  if (!hasAskedForOthers()) memory?.keep(name, { from, place, made, gathered: found });
  return made;
}

type Move = (place: Place) => Place;

function movedBy(lines: number, inFile: string): Move {
  return lines === 0
    ? (place) => place
    : (place) => (place.path === inFile ? { ...place, line: place.line + lines } : place);
}

/** A rendering whose collections are the slide's own, and that knows whether it was asked for slides, or for claims of all of them. */
function apart(
  rendering: Rendering,
  { slide }: EditionSlide,
): { readonly own: Rendering; readonly hasAskedForOthers: () => boolean; readonly gathered: () => Gathered } {
  let isAsked = false;
  const ask = <V>(value: V): V => {
    isAsked = true;
    return value;
  };
  const { deck, evidence, slides, drawings, spelledOut } = rendering;
  const before = new Set(spelledOut);
  const byId = new Map(
    slide.diagrams.flatMap(({ id }) => {
      const drawing = drawings.byId.get(id);
      return drawing === undefined ? [] : [[id, drawing] as const];
    }),
  );
  const own: Rendering = {
    ...rendering,
    deck: asking(deck, 'slides', () => ask(deck.slides)),
    ...(evidence === undefined ? {} : { evidence: asking(evidence, 'claims', () => ask(evidence.claims)) }),
    drawings: { ...drawings, byId },
    diagnostics: [],
    assets: new Map(),
    spelledOut: new Set(spelledOut),
    leftOut: new Set(),
    leftOutNames: new Set(),
  };
  return {
    own: asking(own, 'slides', () => ask(slides)),
    hasAskedForOthers: () => isAsked,
    gathered: () => ({
      diagnostics: own.diagnostics,
      assets: own.assets,
      spelledOut: new Set([...own.spelledOut].filter((short) => !before.has(short))),
      leftOut: own.leftOut,
      leftOutNames: own.leftOutNames,
      drawings: byId,
    }),
  };
}

/** The same object, one of whose values is got by asking. */
function asking<T extends object>(from: T, name: keyof T, get: () => unknown): T {
  return Object.defineProperty({ ...from }, name, { get, enumerable: true });
}

/** A file that is shown on several slides is one asset, at the place where it is shown first, with room enough for all. */
function gather(from: Gathered, into: Rendering, moved: Move): void {
  for (const one of from.diagnostics) into.diagnostics.push({ ...one, place: moved(one.place) });
  for (const [key, asset] of from.assets) {
    const known = into.assets.get(key);
    if (known === undefined) into.assets.set(key, { ...asset, place: moved(asset.place) });
    else {
      const { room: before, ...rest } = known;
      const room = before === undefined || asset.room === undefined ? undefined : larger(before, asset.room);
      into.assets.set(key, { ...rest, ...(room === undefined ? {} : { room }) });
    }
  }
  for (const one of from.spelledOut) into.spelledOut.add(one);
  for (const one of from.leftOut) into.leftOut.add(one);
  for (const one of from.leftOutNames) into.leftOutNames.add(one);
  for (const [id, drawing] of from.drawings) into.drawings.byId.set(id, drawing);
}
