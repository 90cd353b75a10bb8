import type { RevealApi } from 'reveal.js';
import { goTo } from '../enable-keys.js';
import { type OverSlide, onOver } from '../over-slide.js';
import { type Clock, enterPart, isStarted, newClock, startClock, stopClock } from './clock.js';
import { press, receive, type Shown, send, type Told } from './messages.js';
import type { Plan } from './plan.js';
import { said } from './words.js';

const sKey = 83;
const moves = ['slidechanged', 'fragmentshown', 'fragmenthidden'] as const;
const changes = [...moves, 'paused', 'resumed', 'overviewshown', 'overviewhidden', 'sync'] as const;

/**
 * The deck's side of the speaker view: `s` opens its window, which is told of every change and whose keys are taken as the deck's own. A
 * window that was closed, or reloaded on either side, finds the other again: it says hello every second. The clock is kept here, so
 * that it goes on while no speaker's window is open.
 */
export function serveSpeaker(deck: RevealApi, plan: Plan): void {
  let speaker: Window | null = null;
  let over: OverSlide = { evidence: 0 };
  let clock = isReloaded() ? (keptClock() ?? newClock) : newClock;
  let isMet = false;
  let isDue = false;

  deck.addKeyBinding(sKey, () => {
    if (speaker !== null && !speaker.closed) return speaker.focus();
    speaker = open(addressWith('speaker'), '', 'popup,width=1280,height=800');
    if (speaker === null) alert(said.blocked);
  });
  setClock(enterPart(clock, plan.partOf(deck.getCurrentSlide().id), Date.now()));
  for (const event of moves)
    deck.on(event, () => {
      const moved = enterPart(clock, plan.partOf(deck.getCurrentSlide().id), Date.now());
      setClock(isStarted(clock) ? moved : startClock(moved, Date.now()));
    });
  for (const event of changes) deck.on(event, tellSoon);
  onOver((now) => {
    over = now;
    tellSoon();
  });
  receive<Told>(
    (from) => from === speaker || from.opener === window || from === window.opener,
    (told, from) => {
      speaker = from;
      if (told.kind === 'key') press(told.key);
      else if (told.kind === 'go') goTo(deck, told.slide);
      else if (told.kind === 'clock') setClock(acts[told.act]());
      else meet(told.known);
      tellSoon();
    },
  );

  const acts = {
    start: (): Clock => startClock(clock, Date.now()),
    stop: (): Clock => stopClock(clock, Date.now()),
    reset: (): Clock => ({ ...newClock, part: clock.part }),
  };

  /** After a reload the speaker's window may know more than this one. */
  function meet(known: Pick<Shown, 'state' | 'clock'> | undefined): void {
    if (!isMet && known !== undefined) {
      if (!isStarted(clock)) clock = known.clock;
      if (isReloaded()) deck.setState(known.state);
    }
    isMet = true;
  }

  function setClock(set: Clock): void {
    clock = set;
    keepClock(clock);
  }

  /** Once for all that changes together, when it is done. */
  function tellSoon(): void {
    if (isDue) return;
    isDue = true;
    queueMicrotask(() => {
      isDue = false;
      send(speaker, shown());
    });
  }

  function shown(): Shown {
    const slide = deck.getCurrentSlide();
    const steps = new Set(
      [...slide.querySelectorAll<HTMLElement>('.fragment')].map((part) => part.dataset.fragmentIndex),
    );
    const hasStep = deck.availableFragments().next;
    return {
      kind: 'shown',
      slide: slide.id,
      state: deck.getState(),
      over,
      step: { at: (deck.getIndices().f ?? -1) + 1, of: steps.size },
      next: hasStep ? 'step' : deck.isLastSlide() ? 'end' : 'slide',
      clock,
    };
  }
}

/** The page under another query, at the same place. */
export function addressWith(query: string): string {
  return `${location.href.replace(/[?#].*$/s, '')}?${query}`;
}

function isReloaded(): boolean {
  return performance.getEntriesByType('navigation').some((entry) => 'type' in entry && entry.type === 'reload');
}

const keptUnder = `speaker-clock ${location.pathname}`;

/** For a reload while no speaker's window is open. A browser may refuse to keep anything for a file: then it is not kept. */
function keepClock(clock: Clock): void {
  try {
    sessionStorage.setItem(keptUnder, JSON.stringify(clock));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

function keptClock(): Clock | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(keptUnder) ?? 'null') ?? undefined;
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return undefined;
  }
}
