import type { RevealApi } from 'reveal.js';
import { filled } from '../../../language/words/filled.js';
import { onEscape } from '../../on-escape.js';
import { said } from '../words.js';
import { blockAt, isControlAt, seenBox } from './block-at.js';
import { askForBreak, createBreakScreen } from './break-screen.js';
import { comeNear } from './come-near.js';
import type { Hands, HandsAct, HandsTold } from './hands.js';
import { handsKeys } from './hands-keys.js';
import { createInk, type InkChange, type KeptInk } from './ink.js';
import { keepFor, keptFor } from './keep.js';
import { type KeptStrokes, packInk, unpackInk } from './kept-strokes.js';
import { createLayer } from './layer.js';
import { type Drawn, enablePen } from './pen.js';
import { createPenTools, type PenAct } from './pen-tools.js';
import { saveInk } from './save-ink.js';
import { type Area, areaIn, inWindow, type Spot, spotIn, stage } from './stage.js';

/** The deck's side of pointer, pen, light and break: what is done here or told by the speaker's window is shown here, and told to it. */
export interface ServedHands {
  readonly act: (wanted: HandsAct) => void;
  readonly now: () => Hands;
  /** All that was drawn, for a window that has seen another number of changes. */
  readonly allInk: () => HandsTold;
  /** Takes over what the speaker's window still has, after this one lost it. */
  readonly take: (kept: KeptInk) => void;
}

/** `changed` is called when `now` has changed, `tell` with what is told by itself. `pause` stops the talk's clock for a break, and starts it again. */
export function serveHands(
  deck: RevealApi,
  {
    changed,
    tell,
    pause,
  }: {
    readonly changed: () => void;
    readonly tell: (told: HandsTold) => void;
    readonly pause: (isBreak: boolean) => void;
  },
): ServedHands {
  const root = deck.getRevealElement() as HTMLElement;
  const slides = deck.getSlidesElement() as HTMLElement;
  const layer = createLayer(slides);
  const shownStage = (): DOMRect => layer.element.getBoundingClientRect();
  const kept = keptFor<KeptStrokes>('ink');
  let ink = createInk(kept === undefined ? undefined : unpackInk(kept));
  layer.replace(ink.strokes());
  let pen: number | undefined;
  let light: Area | undefined;
  let near: Area | undefined;
  let lastSpot: Spot = [stage.width / 2, stage.height / 2];
  let leaveLight: (() => void) | undefined;
  let leaveNear: (() => void) | undefined;
  let leavePen: (() => void) | undefined;
  const tools = createPenTools(root, takeTool);
  const breakScreen = createBreakScreen({ nextSection: () => nextSection(deck), changed, pause });

  const step = (): number => (deck.getIndices().f ?? -1) + 1;
  const turn = (): void => layer.turn(deck.getCurrentSlide().id, step());
  const dark = (): void => {
    setLight(undefined);
    setNear(undefined);
  };
  turn();
  tools.show(undefined);
  for (const event of ['slidechanged', 'fragmentshown', 'fragmenthidden'] as const) deck.on(event, turn);
  for (const event of ['slidechanged', 'paused', 'overviewshown', 'resize'] as const) deck.on(event, dark);
  deck.on('overviewshown', () => setPen(undefined));
  addEventListener('pagehide', () => keepFor('ink', packInk({ version: ink.version(), strokes: ink.strokes() })));
  enablePen(root, { stage: shownStage, isOn: () => pen !== undefined, drawn: (stroke) => act({ stroke }) });
  usePointer();
  handsKeys(deck, {
    act,
    hasPen: () => pen !== undefined,
    lastSpot: () => lastSpot,
    askBreak: () => askForBreak(act),
    isBreak: () => breakScreen.left() !== undefined,
  });
  return {
    act,
    now: () => ({ pen, light, near, left: breakScreen.left(), ink: ink.version() }),
    allInk: () => ({ kind: 'all-ink', version: ink.version(), strokes: ink.strokes() }),
    take(kept) {
      if (ink.version() >= kept.version) return;
      ink = createInk(kept);
      layer.replace(kept.strokes);
      turn();
      changed();
    },
  };

  function act(wanted: HandsAct): void {
    if (wanted === 'undo') made(ink.undo(deck.getCurrentSlide().id));
    else if (wanted === 'clear') made(ink.clear(deck.getCurrentSlide().id));
    else if ('point' in wanted) point(wanted.point ?? undefined);
    else if ('pen' in wanted) setPen(wanted.pen ?? undefined);
    else if ('break' in wanted) breakScreen.set(wanted.break ?? undefined);
    else if ('light' in wanted) setLight(other(light, areaAt(wanted.light, boxOf)));
    else if ('near' in wanted) setNear(near === undefined ? areaAt(wanted.near, seenBox) : undefined);
    else draw(wanted.stroke);
  }

  /** A stroke that is begun stays on its slide, at its step and in its colour. */
  function draw({ id, points }: Drawn): void {
    const begun = ink.stroke(id);
    const { slide, step: at, colour } = begun ?? { slide: deck.getCurrentSlide().id, step: step(), colour: pen ?? 0 };
    made(ink.draw({ id, slide, step: at, colour, points }));
  }

  function takeTool(wanted: PenAct): void {
    if (wanted === 'save') void saveInk(ink.strokes());
    else act(typeof wanted === 'string' ? wanted : { pen: wanted.pen ?? null });
  }

  function made(change: InkChange | undefined): void {
    if (change === undefined) return;
    layer.change(change);
    tell({ kind: 'ink', version: ink.version(), change });
  }

  function point(spot: Spot | undefined): void {
    layer.point(spot);
    tell({ kind: 'point', spot: spot ?? null });
  }

  function setPen(colour: number | undefined): void {
    if (pen === colour) return;
    const wasOn = pen !== undefined;
    pen = deck.isOverview() || deck.isPaused() ? undefined : colour;
    root.classList.toggle('drawing-now', pen !== undefined);
    tools.show(pen);
    if (wasOn !== (pen !== undefined)) announce(pen === undefined ? said.penAway : said.penInHand);
    leavePen?.();
    leavePen = pen === undefined ? undefined : onEscape(() => setPen(undefined));
    changed();
  }

  function setLight(area: Area | undefined): void {
    if (light === area) return;
    light = area;
    layer.light(area);
    leaveLight?.();
    leaveLight = area === undefined ? undefined : onEscape(() => setLight(undefined));
    changed();
  }

  function setNear(area: Area | undefined): void {
    if (near === area) return;
    near = area;
    comeNear(root, slides, area);
    leaveNear?.();
    leaveNear = area === undefined ? undefined : onEscape(() => setNear(undefined));
    changed();
  }

  /** The block at a place of the stage, with a little room around it. */
  function areaAt(spot: Spot | null, box: (block: Element) => DOMRect): Area | undefined {
    if (spot === null || deck.isOverview() || deck.isPaused()) return undefined;
    const shown = shownStage();
    const block = blockAt(deck.getCurrentSlide(), ...inWindow(shown, spot));
    if (block === undefined) return undefined;
    const { x, y, width, height } = areaIn(shown, box(block));
    const room = 10;
    return { x: x - room, y: y - room, width: width + 2 * room, height: height + 2 * room };
  }

  function usePointer(): void {
    addEventListener('pointermove', (event) => (lastSpot = spotIn(shownStage(), event)), { passive: true });
    root.addEventListener(
      'click',
      (event) => {
        if (!event.altKey || isControlAt(event.target) || pen !== undefined) return;
        event.preventDefault();
        event.stopPropagation();
        act({ light: spotIn(shownStage(), event) });
      },
      true,
    );
    root.addEventListener('dblclick', (event) => {
      if (event.altKey || isControlAt(event.target) || pen !== undefined) return;
      getSelection()?.removeAllRanges();
      act({ near: near === undefined ? spotIn(shownStage(), event) : null });
    });
  }

  function announce(words: string): void {
    const status = root.querySelector('.aria-status');
    if (status !== null) status.textContent = words;
  }
}

function boxOf(block: Element): DOMRect {
  return block.getBoundingClientRect();
}

/** The same block again goes out of the light. */
function other(before: Area | undefined, wanted: Area | undefined): Area | undefined {
  const isSame = before !== undefined && wanted !== undefined && before.x === wanted.x && before.y === wanted.y;
  return isSame ? undefined : wanted;
}

/** What comes after the break: the section that begins next, or goes on. */
function nextSection(deck: RevealApi): string {
  const all = deck.getSlides() as HTMLElement[];
  const from = all.indexOf(deck.getCurrentSlide());
  const next = all.slice(from + 1).find(({ dataset }) => dataset.layout === 'section');
  const title = next?.querySelector('h1, h2')?.textContent?.trim();
  return title === undefined || title === '' ? '' : filled(said.next, { title });
}
