import type { Shown } from '../messages.js';
import { isControlAt } from './block-at.js';
import { comeNearInFrame } from './come-near.js';
import type { HandsAct, HandsTold } from './hands.js';
import type { KeptInk } from './ink.js';
import { createLayer } from './layer.js';
import { enablePen } from './pen.js';
import { createPenTools } from './pen-tools.js';
import { saveInk } from './save-ink.js';
import { type Spot, spotIn, stage } from './stage.js';

/**
 * The speaker's side of pointer, pen, light and break: shows them over the slide in the speaker's window, and tells the deck what is done
 * there.
 */
export interface SteeredHands {
  readonly show: (shown: Shown) => void;
  readonly told: (told: HandsTold) => void;
  readonly hasPen: () => boolean;
  readonly point: () => void;
  readonly stopPointing: () => void;
}

/**
 * `screen` shows the deck in a frame. `act` tells the deck; `askInk` asks for all strokes, where one was missed; `giveInk` gives back what
 * a deck has lost that was opened anew.
 */
export function steerHands(
  screen: HTMLElement,
  below: HTMLElement,
  {
    act,
    askInk,
    giveInk,
  }: {
    readonly act: (wanted: HandsAct) => void;
    readonly askInk: () => void;
    readonly giveInk: (ink: KeptInk) => void;
  },
): SteeredHands {
  const layer = createLayer(screen);
  const tools = createPenTools(below, (wanted) => {
    if (wanted === 'save') void saveInk(layer.strokes());
    else act(typeof wanted === 'string' ? wanted : { pen: wanted.pen ?? null });
  });
  tools.show(undefined);
  const shownStage = (): DOMRect => layer.element.getBoundingClientRect();
  let now: Shown | undefined;
  let version = 0;
  let lastSpot: Spot = [stage.width / 2, stage.height / 2];
  let isHeld = false;
  let isKeyed = false;
  const hasPen = (): boolean => now?.hands.pen !== undefined;
  const point = (): void => act({ point: isHeld || isKeyed ? lastSpot : null });

  enablePen(screen, { stage: shownStage, isOn: hasPen, drawn: (stroke) => act({ stroke }) });
  screen.addEventListener('pointerdown', (event) => {
    if (hasPen() || event.button !== 0 || event.altKey || isControlAt(event.target)) return;
    lastSpot = spotIn(shownStage(), event);
    screen.setPointerCapture(event.pointerId);
    isHeld = true;
    point();
  });
  screen.addEventListener('pointermove', (event) => {
    lastSpot = spotIn(shownStage(), event);
    if (isHeld || isKeyed) point();
  });
  for (const name of ['pointerup', 'pointercancel', 'lostpointercapture'] as const)
    screen.addEventListener(name, () => {
      if (!isHeld) return;
      isHeld = false;
      point();
    });
  screen.addEventListener('click', (event) => {
    if (event.altKey && !hasPen()) act({ light: spotIn(shownStage(), event) });
  });
  screen.addEventListener('dblclick', (event) => {
    if (!event.altKey && !hasPen()) act({ near: now?.hands.near === undefined ? spotIn(shownStage(), event) : null });
  });
  return {
    hasPen,
    show(shown) {
      now = shown;
      layer.turn(shown.slide, shown.step.at);
      layer.light(shown.hands.light);
      comeNearInFrame(screen, shown.hands.near);
      tools.show(shown.hands.pen);
      screen.classList.toggle('drawing-now', hasPen());
      if (shown.hands.ink < version) giveInk({ version, strokes: layer.strokes() });
      else if (shown.hands.ink > version) askInk();
    },
    told(told) {
      if (told.kind === 'point') layer.point(told.spot ?? undefined);
      else if (told.kind === 'ink' && told.version !== version + 1) askInk();
      else {
        if (told.kind === 'ink') layer.change(told.change);
        else layer.replace(told.strokes);
        version = told.version;
        if (now !== undefined) layer.turn(now.slide, now.step.at);
      }
    },
    point() {
      if (isKeyed) return;
      isKeyed = true;
      point();
    },
    stopPointing() {
      if (!isKeyed) return;
      isKeyed = false;
      point();
    },
  };
}
