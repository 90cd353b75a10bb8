import type { InkChange, Stroke } from './ink.js';
import { penColour, penEdge } from './pen-colours.js';
import { createSettledInk } from './settled-ink.js';
import { type Area, type Spot, stage } from './stage.js';
import { strokePath } from './stroke-path.js';

/** What lies over a slide: a spot, what was drawn, and the dark around what is in the light. */
export interface Layer {
  readonly element: SVGSVGElement;
  readonly point: (spot: Spot | undefined) => void;
  readonly light: (area: Area | undefined) => void;
  readonly change: (change: InkChange) => void;
  /** Which slide is shown, and how many of its steps. */
  readonly turn: (slide: string, step: number) => void;
  /** Throws away all strokes for these. */
  readonly replace: (strokes: readonly Stroke[]) => void;
  readonly strokes: () => readonly Stroke[];
}

/** So many of a slide's strokes, the last, are paths of their own; with more, all but `fewPaths` become one picture. */
const mostPaths = 400;
const fewPaths = 200;
/** With fewer, strokes of the picture become paths again, so that there is something to take back. */
const leastPaths = 100;

/** Lays the same over the room's slide and over the speaker's, in px of the stage, so that they agree whatever their sizes. */
export function createLayer(parent: HTMLElement): Layer {
  const view = { class: 'hands', viewBox: `0 0 ${stage.width} ${stage.height}`, 'aria-hidden': 'true' };
  const under = svg('svg', view);
  const dark = svg('path', { class: 'dark', 'fill-rule': 'evenodd' });
  under.append(dark);
  const settled = createSettledInk();
  const element = svg('svg', view);
  const drawn = svg('g', { class: 'ink' });
  const spot = svg('g', { class: 'spot' });
  spot.append(svg('circle', { r: '19', class: 'edge' }), svg('circle', { r: '15' }));
  element.append(drawn, spot);
  // Before the slides: Reveal takes the one that nothing follows for the last.
  parent.prepend(under, settled.element, element);
  const strokes = new Map<string, Stroke>();
  const paths = new Map<string, SVGElement>();
  /** What each path was drawn from. */
  const outlines = new WeakMap<SVGElement, Stroke>();
  let inPicture: ReadonlySet<Stroke> = new Set();
  let isSettling = false;
  let shown = '';
  let shownStep = 0;
  point(undefined);
  light(undefined);
  return { element, point, light, change, turn, replace, strokes: () => [...strokes.values()] };

  function point(at: Spot | undefined): void {
    spot.toggleAttribute('hidden', at === undefined);
    if (at !== undefined) spot.setAttribute('transform', `translate(${at[0]} ${at[1]})`);
  }

  function light(area: Area | undefined): void {
    dark.toggleAttribute('hidden', area === undefined);
    if (area === undefined) return;
    const { x, y, width, height } = area;
    // The hole goes round the other way; what lies around the stage is dark too.
    dark.setAttribute('d', `M-2000 -2000H4000V4000H-2000ZM${x} ${y}v${height}h${width}v${-height}z`);
  }

  function change(made: InkChange): void {
    const names = 'put' in made ? made.put.map(({ id }) => id) : made.drop;
    const isOfPicture = names.some(isPictured);
    if ('put' in made) for (const stroke of made.put) strokes.set(stroke.id, stroke);
    else for (const id of made.drop) strokes.delete(id);
    if (names.length > fewPaths) settle(true);
    else if (isOfPicture) settle(false);
    else {
      for (const id of names) setPath(id);
      balance();
    }
  }

  function balance(): void {
    if (isSettling) return;
    if (paths.size > mostPaths || (paths.size < leastPaths && inPicture.size > 0)) settle(false);
  }

  function isPictured(id: string): boolean {
    const stroke = strokes.get(id);
    return stroke !== undefined && inPicture.has(stroke);
  }

  function turn(slide: string, step: number): void {
    if (slide === shown && step === shownStep) return;
    [shown, shownStep] = [slide, step];
    settle(true);
  }

  function replace(others: readonly Stroke[]): void {
    strokes.clear();
    for (const stroke of others) strokes.set(stroke.id, stroke);
    settle(true);
  }

  /** Divides the strokes of the slide anew; paths stay until the picture has them. What it shows is of another slide or step: `isOld`. */
  function settle(isOld: boolean): void {
    const seen = [...strokes.values()].filter(isSeen);
    const picture = seen.length > mostPaths ? seen.slice(0, -fewPaths) : [];
    inPicture = new Set(picture);
    isSettling = true;
    if (isOld) setPaths();
    settled.show(picture, isOld, () => {
      isSettling = false;
      setPaths();
      balance();
    });
  }

  function isSeen({ slide, step }: Stroke): boolean {
    return slide === shown && step <= shownStep;
  }

  /** A path for each stroke of the slide that is not in the picture. */
  function setPaths(): void {
    for (const id of [...paths.keys()]) if (!strokes.has(id)) setPath(id);
    for (const id of strokes.keys()) setPath(id);
    drawn.replaceChildren(...[...strokes.keys()].flatMap((id) => paths.get(id) ?? []));
  }

  function setPath(id: string): void {
    const stroke = strokes.get(id);
    if (stroke === undefined || !isSeen(stroke) || inPicture.has(stroke)) {
      paths.get(id)?.remove();
      paths.delete(id);
      return;
    }
    const path = paths.get(id) ?? svg('path', { fill: penColour(stroke.colour), stroke: penEdge });
    if (!paths.has(id)) drawn.append(path);
    paths.set(id, path);
    if (outlines.get(path) !== stroke) path.setAttribute('d', strokePath(stroke));
    outlines.set(path, stroke);
  }
}

function svg<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
): SVGElementTagNameMap[Name] {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}
