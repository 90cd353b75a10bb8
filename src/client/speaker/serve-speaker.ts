import type { RevealApi } from 'reveal.js';
import { goTo } from '../enable-keys.js';
import { addKeys } from '../keys.js';
import { type OverSlide, onOver } from '../over-slide.js';
import { words } from '../words.js';
import {
  type Clock,
  enterPart,
  goOnWithClock,
  inTimeOf,
  isStarted,
  type KeptClock,
  newClock,
  startClock,
  stopClock,
} from './clock.js';
import { aboutSlide } from './find.js';
import { keepFor, keptFor } from './hands/keep.js';
import { type ServedHands, serveHands } from './hands/serve-hands.js';
import { fileKey, press, receive, type Shown, send, type Told } from './messages.js';
import type { Plan } from './plan.js';
import { presenterKeys } from './presenter-keys.js';
import { said } from './words.js';

const sKey = 83;
const moves = ['slidechanged', 'fragmentshown', 'fragmenthidden'] as const;
const changes = [...moves, 'paused', 'resumed', 'overviewshown', 'overviewhidden', 'sync'] as const;

/**
 * The deck's side of the speaker view: `s` opens its window, which is told of every change and whose keys are taken as the deck's own. A
 * window that was closed, or reloaded on either side, finds the other again: it says hello every second. The clock is kept here, so
 * that it goes on while no speaker's window is open.
 */
export function serveSpeaker(deck: RevealApi, plan: () => Plan): void {
  /** More than one may be open; the last that was heard of has the focus when `s` is pressed. */
  let speaker: Window | null = null;
  const speakers = new Set<Window>();
  let over: OverSlide = { evidence: 0 };
  const kept = isReloaded() ? keptFor<KeptClock>('clock') : undefined;
  let clock = kept === undefined ? newClock : goOnWithClock(kept, performance.now(), Date.now());
  /** Whether the talk's clock ran before the break; a reload may come between. */
  let ranBefore = keptFor<boolean>('ran') ?? false;
  let isMet = false;
  let isDue = false;

  const hands: ServedHands = serveHands(deck, {
    changed: tellSoon,
    tell: (told) => toAll((one) => send(one, told)),
    pause: pauseTalk,
  });
  deck.addKeyBinding(sKey, () => {
    if (speaker !== null && !speaker.closed) return speaker.focus();
    speaker = open(addressWith(`speaker=${fileKey()}`), '', 'popup,width=1280,height=800');
    if (speaker === null) alert(said.blocked);
  });
  addKeys(presenterKeys);
  setClock(enterPart(clock, plan().partOf(deck.getCurrentSlide().id), performance.now()));
  addEventListener('pagehide', keepClock);
  for (const event of moves)
    deck.on(event, () => {
      const moved = enterPart(clock, plan().partOf(deck.getCurrentSlide().id), performance.now());
      setClock(isStarted(clock) ? moved : startClock(moved, performance.now()));
    });
  for (const event of changes) deck.on(event, tellSoon);
  deck.on('overviewshown', () => tellInOverview(deck, plan));
  deck.on('overviewhidden', () => {
    for (const about of document.querySelectorAll('.about-slide')) about.remove();
  });
  onOver((now) => {
    over = now;
    tellSoon();
  });
  receive<Told>(
    (from) => from === speaker || from.opener === window || from === window.opener,
    (told, from) => {
      speaker = from;
      speakers.add(from);
      if (told.kind === 'key') press(told.key);
      else if (told.kind === 'go') goTo(deck, told.slide);
      else if (told.kind === 'clock') setClock(acts[told.act]());
      else if (told.kind === 'hands') hands.act(told.act);
      else if (told.kind === 'ask-ink') send(from, hands.allInk());
      else if (told.kind === 'give-ink') hands.take(told);
      else meet(told.known);
      tellSoon();
    },
  );

  /** A break stops the talk's clock, and starts it again where it ran. */
  function pauseTalk(isBreak: boolean): void {
    if (isBreak) ranBefore ||= clock.since !== undefined;
    setClock(isBreak ? stopClock(clock, performance.now()) : ranBefore ? startClock(clock, performance.now()) : clock);
    ranBefore &&= isBreak;
    keepFor('ran', ranBefore);
  }

  function toAll(tell: (one: Window) => void): void {
    for (const one of speakers) {
      if (one.closed) speakers.delete(one);
      else tell(one);
    }
  }

  const acts = {
    start: (): Clock => startClock(clock, performance.now()),
    stop: (): Clock => stopClock(clock, performance.now()),
    reset: (): Clock => ({ ...newClock, part: clock.part }),
  };

  /** After a reload the speaker's window may know more than this one. */
  function meet(known: Pick<Shown, 'state' | 'clock' | 'at'> | undefined): void {
    if (!isMet && known !== undefined) {
      if (!isStarted(clock)) clock = inTimeOf(known.clock, known.at, performance.now());
      if (isReloaded()) deck.setState(known.state);
    }
    isMet = true;
  }

  function setClock(set: Clock): void {
    clock = set;
    keepClock();
  }

  function keepClock(): void {
    keepFor('clock', { clock, at: performance.now(), date: Date.now() } satisfies KeptClock);
  }

  /** Once for all that changes together, when it is done. */
  function tellSoon(): void {
    if (isDue) return;
    isDue = true;
    queueMicrotask(() => {
      isDue = false;
      toAll((one) => send(one, shown()));
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
      at: performance.now(),
      hands: hands.now(),
    };
  }
}

/** Minutes and steps of each slide, on it while the overview is shown. */
function tellInOverview(deck: RevealApi, plan: () => Plan): void {
  for (const slide of deck.getSlides() as HTMLElement[]) {
    const about = document.createElement('p');
    about.className = 'about-slide';
    about.lang = words.lang;
    about.textContent = aboutSlide(plan().spanOf(slide.id), slide);
    if (about.textContent !== '') slide.append(about);
  }
}

/** The page under another query, at the same place. */
export function addressWith(query: string): string {
  return `${location.href.replace(/[?#].*$/s, '')}?${query}`;
}

function isReloaded(): boolean {
  return performance.getEntriesByType('navigation').some((entry) => 'type' in entry && entry.type === 'reload');
}
