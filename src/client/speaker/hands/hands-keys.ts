import type { RevealApi } from 'reveal.js';
import { letterOf } from '../letter-of.js';
import type { HandsAct } from './hands.js';
import { penColours } from './pen-colours.js';
import type { Spot } from './stage.js';

/** What keys of pointer, pen and break do in a window. */
export interface KeyedHands {
  readonly act: (wanted: HandsAct) => void;
  readonly hasPen: () => boolean;
  /** Where the mouse was last seen, px of the stage. */
  readonly lastSpot: () => Spot;
  readonly askBreak: () => void;
  readonly isBreak: () => boolean;
}

/** `x` points while it is held, `d` takes the pen or lays it down, Shift B is a break; with the pen 1 to 3, Backspace and Delete. */
export function handsKeys(deck: Pick<RevealApi, 'getConfig' | 'isPaused' | 'isOverview'>, hands: KeyedHands): void {
  let isPointing = false;
  const stop = (): void => {
    if (isPointing) hands.act({ point: null });
    isPointing = false;
  };
  addEventListener('keydown', take, true);
  addEventListener('keyup', (event) => letterOf(event) === 'x' && stop());
  addEventListener('blur', stop);
  addEventListener('pointermove', () => isPointing && hands.act({ point: hands.lastSpot() }), { passive: true });

  function take(event: KeyboardEvent): void {
    if (deck.getConfig().keyboard === false || isTyped(event)) return;
    const done = handsKey(event, hands, () => {
      if (isPointing) return;
      isPointing = true;
      hands.act({ point: hands.lastSpot() });
    });
    if (!done) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}

/** Whether a key was one of these, and done. */
export function handsKey(
  event: KeyboardEvent,
  { act, hasPen, askBreak, isBreak }: Pick<KeyedHands, 'act' | 'hasPen' | 'askBreak' | 'isBreak'>,
  point: () => void,
): boolean {
  const { key, code, shiftKey, ctrlKey, metaKey, altKey } = event;
  const letter = letterOf(event);
  if (hasPen() && (ctrlKey || metaKey) && letter === 'z' && !altKey) return done(() => act('undo'));
  if (ctrlKey || metaKey || altKey) return false;
  // Whoever goes on ends the break, and moves no slide by it.
  if (isBreak() && /^(Page|Arrow| $|Enter$)/.test(key)) return done(() => act({ break: null }));
  if (letter === 'b' && shiftKey) return done(askBreak);
  if (letter === 'x' && !shiftKey) return done(point);
  if (letter === 'd' && !shiftKey) return done(() => act({ pen: hasPen() ? null : 0 }));
  if (!hasPen()) return false;
  // A French keyboard has the digits with Shift: the place of the key counts.
  const colour = ['Digit1', 'Digit2', 'Digit3'].slice(0, penColours.length).indexOf(code);
  if (colour >= 0) return done(() => act({ pen: colour }));
  if (key === 'Backspace') return done(() => act('undo'));
  if (key === 'Delete') return done(() => act('clear'));
  return false;
}

function done(act: () => void): true {
  act();
  return true;
}

function isTyped({ target }: KeyboardEvent): boolean {
  return (
    target instanceof Element && target.closest('input, textarea, select, [contenteditable], dialog.modal') !== null
  );
}
