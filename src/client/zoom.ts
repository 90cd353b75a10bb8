import { entryOfDrawnMark } from './drawn-marks.js';
import { onEscape } from './on-escape.js';
import { openLinks } from './open-links.js';
import { type OverSlide, sayOver } from './over-slide.js';
import type { ShownDeck } from './shown-deck.js';
import { words } from './words.js';
import { type View, watchView } from './zoom-view.js';

/** The window that a diagram fills, whether it is open or not. */
export interface ZoomWindow {
  readonly open: (drawing: HTMLElement) => void;
  /** Opens the drawing that has the focus; the slide's first where none has it. */
  readonly openFocused: () => void;
  /** Opens the drawing that was clicked on, but for a click on a mark: that opens the evidence panel. */
  readonly click: (drawing: HTMLElement, target: Element) => void;
  /** Shows what another window shows. */
  readonly follow: (wanted: OverSlide) => void;
}

/**
 * Lets a diagram fill the window. The arrow keys move it, + and - scale it, 0 fits it, Escape, `z` or a click closes it and gives the focus
 * back. All other keys stay Reveal's, so that steps go on.
 */
export function zoomOf(deck: ShownDeck): ZoomWindow {
  let shown: Zoom | undefined;
  const close = (): void => shown?.close();
  for (const event of ['slidechanged', 'paused', 'overviewshown']) deck.on(event, close);
  return {
    open,
    openFocused: () => {
      const slide = deck.getCurrentSlide();
      const focused = document.activeElement?.closest('.enlargeable');
      open((focused != null && slide.contains(focused) ? focused : slide).querySelector('.drawing'));
    },
    click: (drawing, target) => {
      if (entryOfDrawnMark(target) === undefined) open(drawing);
    },
    follow: ({ zoom }) => {
      if (zoom === undefined) return close();
      const drawing = deck.getCurrentSlide().querySelectorAll<HTMLElement>('.drawing')[zoom.drawing] ?? null;
      if (shown?.drawing !== drawing) open(drawing);
      shown?.svg.setAttribute('viewBox', zoom.viewBox);
    },
  };

  function open(drawing: HTMLElement | null): void {
    close();
    if (drawing !== null && !deck.isOverview()) shown = openZoom(drawing, () => (shown = undefined));
  }
}

/** A drawing that fills the window. */
interface Zoom {
  readonly drawing: HTMLElement;
  readonly svg: SVGSVGElement;
  readonly close: () => void;
}

/** Shows a copy of the drawing over everything. The copy's steps are steps of the same slide. */
function openZoom(drawing: HTMLElement, closed: () => void): Zoom | undefined {
  const svg = drawing.querySelector('svg')?.cloneNode(true);
  const slide = drawing.closest('section');
  if (!(svg instanceof SVGSVGElement) || slide === null) return undefined;
  const number = [...slide.querySelectorAll('.drawing')].indexOf(drawing);
  const say = (viewBox: string): void => sayOver({ zoom: { drawing: number, viewBox } });
  const alternative = drawing.getAttribute('aria-label') ?? '';
  const dialog = document.createElement('dialog');
  dialog.className = 'zoom';
  dialog.style.setProperty('--w', String(svg.viewBox.baseVal.width));
  dialog.setAttribute('aria-label', alternative);
  const picture = document.createElement('div');
  picture.setAttribute('role', 'img');
  picture.setAttribute('aria-label', alternative);
  picture.tabIndex = -1;
  picture.append(svg);
  openLinks(picture);
  dialog.append(picture, closer());
  svg.setAttribute('preserveAspectRatio', 'xMidYMid');
  // Within the slide, so that a dark slide's colours hold; a modal dialog is shown over all of the page from anywhere.
  slide.append(dialog);
  const view = watchView(svg, say);
  const leave = onEscape(close);
  const onKey = (event: KeyboardEvent): void => take(event, view, close);
  addEventListener('keydown', onKey, true);
  dialog.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element) || target.closest('a') === null) close();
  });
  dialog.addEventListener('close', close);
  say(svg.getAttribute('viewBox') ?? '');
  dialog.showModal();
  picture.focus();
  return { drawing, svg, close };

  function close(): void {
    if (!dialog.isConnected) return;
    removeEventListener('keydown', onKey, true);
    leave();
    dialog.close();
    dialog.remove();
    closed();
    sayOver({ zoom: undefined });
  }
}

/** A click closes anywhere; on the flowing page, where the drawing is larger than the window, a button says so. */
function closer(): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.lang = words.lang;
  button.textContent = words.deck.close;
  return button;
}

/** Takes a key before anything else on the page sees it, where it means something to the view. */
function take(event: KeyboardEvent, view: View, close: () => void): void {
  const isAbove = event.target instanceof Element && event.target.closest('.modal') !== null;
  if (isAbove || event.ctrlKey || event.metaKey || event.altKey) return;
  const actions: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => view.move(-1, 0),
    ArrowRight: () => view.move(1, 0),
    ArrowUp: () => view.move(0, -1),
    ArrowDown: () => view.move(0, 1),
    '+': () => view.scale(1.25),
    '=': () => view.scale(1.25),
    '-': () => view.scale(0.8),
    '0': () => view.fit(),
    z: close,
    Z: close,
  };
  const action = actions[event.key];
  if (action === undefined) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  action();
}
