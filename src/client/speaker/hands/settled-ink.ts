import type { Stroke } from './ink.js';
import { penColour, penEdge } from './pen-colours.js';
import { stage } from './stage.js';
import { strokePath } from './stroke-path.js';

/** ms: a frame that took longer makes the next part smaller. */
const frame = 20;
const leastPart = 8;
const mostPart = 256;

/** Strokes as one picture: a browser draws thousands of paths anew whenever one of them changes, and that takes seconds. */
export interface SettledInk {
  readonly element: HTMLCanvasElement;
  /**
   * Paints these strokes and no others, some in each frame, and then calls `done`. What stood there stays until then, or goes at once
   * where it `isOld`. A call before the end takes the place of the one before.
   */
  readonly show: (strokes: readonly Stroke[], isOld: boolean, done: () => void) => void;
}

export function createSettledInk(): SettledInk {
  const element = document.createElement('canvas');
  element.className = 'hands';
  element.setAttribute('aria-hidden', 'true');
  let painted: readonly Stroke[] = [];
  let turn = 0;
  let part = 32;
  return { element, show };

  function show(strokes: readonly Stroke[], isOld: boolean, done: () => void): void {
    turn++;
    if (isOld || strokes.length === 0) clear();
    const goesOn = painted.every((stroke, at) => strokes[at] === stroke);
    const canvas = goesOn ? element : document.createElement('canvas');
    if (!goesOn || painted.length === 0) setSize(canvas);
    paint({ canvas, strokes, from: goesOn ? painted.length : 0, done, turn, before: performance.now() });
  }

  /** Each part is as large as the frame before had time for. */
  function paint(job: Job): void {
    if (job.turn !== turn) return;
    const { canvas, strokes, from, done, before } = job;
    const now = performance.now();
    part = now - before > frame ? Math.max(leastPart, part / 2) : Math.min(mostPart, part * 1.5);
    const to = Math.min(strokes.length, from + Math.round(part));
    draw(canvas, strokes.slice(from, to));
    if (canvas === element) hold(strokes.slice(0, to));
    if (to < strokes.length) {
      requestAnimationFrame(() => paint({ ...job, from: to, before: now }));
      return;
    }
    if (canvas !== element) {
      element.width = canvas.width;
      element.height = canvas.height;
      element.getContext('2d')?.drawImage(canvas, 0, 0);
      hold(strokes);
    }
    done();
  }

  function clear(): void {
    element.width = 0;
    hold([]);
  }

  function hold(strokes: readonly Stroke[]): void {
    painted = strokes;
    element.dataset.strokes = String(strokes.length);
  }

  /** As sharp as the window shows the stage now, twice its px at most. */
  function setSize(canvas: HTMLCanvasElement): void {
    const shown = (element.getBoundingClientRect().width * devicePixelRatio) / stage.width;
    const scale = Math.min(2, Math.max(1, shown));
    canvas.width = Math.round(stage.width * scale);
    canvas.height = Math.round(stage.height * scale);
  }
}

interface Job {
  readonly canvas: HTMLCanvasElement;
  readonly strokes: readonly Stroke[];
  readonly from: number;
  readonly done: () => void;
  readonly turn: number;
  /** When the part before was painted, ms. */
  readonly before: number;
}

function draw(canvas: HTMLCanvasElement, strokes: readonly Stroke[]): void {
  const context = canvas.getContext('2d');
  if (context === null) return;
  const scale = canvas.width / stage.width;
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.lineWidth = 1.5;
  context.lineJoin = 'round';
  context.strokeStyle = penEdge;
  for (const stroke of strokes) {
    const path = new Path2D(strokePath(stroke));
    context.fillStyle = penColour(stroke.colour);
    context.stroke(path);
    context.fill(path);
  }
}
