import { filled } from '../../../language/words/filled.js';
import { onEscape } from '../../on-escape.js';
import { openModal } from '../../open-modal.js';
import { words } from '../../words.js';
import { said } from '../words.js';
import { type BreakTime, clockOf, goOnWithBreak, keptBreak, startBreak } from './break-time.js';
import type { HandsAct } from './hands.js';
import { keepFor, keptFor } from './keep.js';

const minute = 60_000;
/** minutes */
const usual = 10;
const longest = 180;

/** The countdown that the room sees in a break, over all else. */
export interface BreakScreen {
  /** Begins a break of so many minutes, or ends the one that runs. */
  readonly set: (minutes: number | undefined) => void;
  /** ms until its end; undefined where there is no break. */
  readonly left: () => number | undefined;
}

/** A break goes on through a reload. `pause` says when it begins and ends, `changed` that its time went on. */
export function createBreakScreen(talk: {
  readonly nextSection: () => string;
  readonly changed: () => void;
  readonly pause: (isBreak: boolean) => void;
}): BreakScreen {
  const screen = document.createElement('div');
  screen.className = 'break';
  screen.lang = words.lang;
  screen.hidden = true;
  screen.innerHTML = `<p class="of-break">${said.break}</p><p class="left" role="timer" aria-live="off"></p><p class="after"></p>`;
  document.body.append(screen);
  const [left, after] = [screen.querySelector('.left'), screen.querySelector<HTMLElement>('.after')];
  let time: BreakTime | undefined;
  let timer: ReturnType<typeof setInterval> | undefined;
  let leave: (() => void) | undefined;
  const kept = keptFor<string>('break');
  if (kept !== undefined) begin(goOnWithBreak(kept));
  return {
    set: (minutes) => {
      if (minutes === undefined) end();
      else {
        begin(startBreak(minutes * minute));
        talk.pause(true);
      }
    },
    left: () => time?.left(),
  };

  function begin(started: BreakTime): void {
    if (time !== undefined) leave?.();
    clearInterval(timer);
    time = started;
    leave = onEscape(end);
    if (after !== null) {
      after.textContent = talk.nextSection();
      after.lang = document.documentElement.lang;
    }
    screen.hidden = false;
    timer = setInterval(show, 250);
    show();
  }

  function show(): void {
    if (time === undefined || left === null) return;
    const now = clockOf(time.left());
    if (left.textContent === now) return;
    left.textContent = now;
    screen.classList.toggle('over', time.left() === 0);
    keepFor('break', keptBreak(time));
    talk.changed();
  }

  function end(): void {
    if (time === undefined) return;
    time = undefined;
    clearInterval(timer);
    leave?.();
    screen.hidden = true;
    keepFor('break', null);
    talk.pause(false);
    talk.changed();
  }
}

/** Asks how long the break is to be; Enter takes the number that stands there. */
export function askForBreak(act: (wanted: HandsAct) => void): void {
  const { dialog, close } = openModal(
    'ask-break',
    said.break,
    `<form method="dialog"><label>${said.breakMinutes} <input type="number" min="1" max="${longest}" step="1" value="${usual}" required></label> <button>${said.start}</button></form>`,
  );
  const input = dialog.querySelector('input');
  input?.select();
  dialog.querySelector('form')?.addEventListener('submit', (event) => {
    event.preventDefault();
    const minutes = Math.min(longest, Math.max(1, Math.round(Number(input?.value)) || usual));
    close();
    act({ break: minutes });
  });
}

/** For the speaker's window. */
export function breakNotice(left: number): string {
  return filled(said.breakLeft, { time: clockOf(left), key: `<kbd>${words.deck.esc}</kbd>` });
}
