import type { InkChange, Stroke } from './ink.js';
import { penColour, penEdge } from './pen-colours.js';
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

/** Lays the same over the room's slide and over the speaker's, in px of the stage, so that they agree whatever their sizes. */
export function createLayer(parent: HTMLElement): Layer {
  const element = svg('svg', { class: 'hands', viewBox: `0 0 ${stage.width} ${stage.height}`, 'aria-hidden': 'true' });
  const dark = svg('path', { class: 'dark', 'fill-rule': 'evenodd' });
  const drawn = svg('g', { class: 'ink' });
  const spot = svg('g', { class: 'spot' });
  spot.append(svg('circle', { r: '19', class: 'edge' }), svg('circle', { r: '15' }));
  element.append(dark, drawn, spot);
  // Before the slides: Reveal takes the one that nothing follows for the last.
  parent.prepend(element);
  const slides = new Map<string, SVGElement>();
  const paths = new Map<string, SVGElement>();
  const strokes = new Map<string, Stroke>();
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
    if ('put' in made) for (const stroke of made.put) put(stroke);
    else
      for (const id of made.drop) {
        paths.get(id)?.remove();
        paths.delete(id);
        strokes.delete(id);
      }
  }

  function put(stroke: Stroke): void {
    strokes.set(stroke.id, stroke);
    let path = paths.get(stroke.id);
    if (path === undefined) {
      path = svg('path', { fill: penColour(stroke.colour), stroke: penEdge });
      paths.set(stroke.id, path);
      groupOf(stroke).append(path);
    }
    path.setAttribute('d', strokePath(stroke));
  }

  function groupOf({ slide, step }: Stroke): SVGElement {
    const ofSlide = slides.get(slide) ?? svg('g', { 'data-slide': slide });
    slides.set(slide, ofSlide);
    const found = [...ofSlide.children].find((one) => one.getAttribute('data-step') === String(step));
    if (found instanceof SVGElement) return found;
    const made = svg('g', { 'data-step': String(step) });
    ofSlide.append(made);
    turn(shown, shownStep);
    return made;
  }

  function turn(slide: string, step: number): void {
    [shown, shownStep] = [slide, step];
    const ofSlide = slides.get(slide);
    if (drawn.firstChild !== (ofSlide ?? null)) drawn.replaceChildren(...(ofSlide === undefined ? [] : [ofSlide]));
    for (const one of ofSlide?.children ?? [])
      one.toggleAttribute('hidden', Number(one.getAttribute('data-step')) > step);
  }

  function replace(others: readonly Stroke[]): void {
    slides.clear();
    paths.clear();
    strokes.clear();
    drawn.replaceChildren();
    change({ put: others });
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
