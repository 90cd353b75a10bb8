import type { Point } from './ink.js';
import { spotIn } from './stage.js';

/** A stroke as it grows under the hand, all of its points each time. */
export interface Drawn {
  readonly id: string;
  readonly points: readonly Point[];
}

/**
 * Draws where the pointer is pressed on a surface, by mouse, finger or pen: `drawn` hears of a stroke once a frame. With Shift it is
 * straight. `stage` gives the box of the stage in this window; `isOn`, whether the pen is in the hand.
 */
export function enablePen(
  surface: HTMLElement,
  {
    stage,
    isOn,
    drawn,
  }: { readonly stage: () => DOMRect; readonly isOn: () => boolean; readonly drawn: (stroke: Drawn) => void },
): void {
  let pointer: number | undefined;
  let id = '';
  let points: Point[] = [];
  let isStraight = false;
  let isDue = false;

  surface.addEventListener('pointerdown', (event) => {
    if (!isOn() || event.button !== 0 || event.altKey || pointer !== undefined || isControl(event.target)) return;
    event.preventDefault();
    event.stopPropagation();
    surface.setPointerCapture(event.pointerId);
    pointer = event.pointerId;
    id = crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`;
    points = [];
    take(event);
  });
  surface.addEventListener('pointermove', (event) => {
    if (event.pointerId !== pointer) return;
    event.preventDefault();
    const all = event.getCoalescedEvents?.() ?? [];
    for (const one of all.length === 0 ? [event] : all) take(one);
  });
  for (const name of ['pointerup', 'pointercancel', 'lostpointercapture'] as const)
    surface.addEventListener(name, (event) => {
      if (event.pointerId !== pointer) return;
      pointer = undefined;
      say();
    });
  // Strokes end where the browser would scroll, zoom, click or select.
  for (const name of ['click', 'dblclick', 'touchstart', 'selectstart'] as const)
    surface.addEventListener(
      name,
      (event) => {
        if (!isOn() || isControl(event.target)) return;
        event.preventDefault();
        event.stopPropagation();
      },
      { capture: true, passive: false },
    );

  function take(event: PointerEvent): void {
    const [x, y] = spotIn(stage(), event);
    const pressure =
      event.pointerType === 'mouse' || event.pressure === 0 ? 0.5 : Math.round(event.pressure * 100) / 100;
    isStraight = event.shiftKey;
    points.push([x, y, pressure]);
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(() => {
      isDue = false;
      say();
    });
  }

  function say(): void {
    const [first, last] = [points[0], points.at(-1)];
    if (first === undefined || last === undefined) return;
    drawn({ id, points: isStraight ? [first, last] : points });
  }
}

/** What takes clicks of its own. */
function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.pen-tools, dialog') !== null;
}
