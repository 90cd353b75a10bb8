import { filled } from '../../language/words/filled.js';
import { asksForHelp } from '../asks-for-help.js';
import { toggleHelp } from '../help.js';
import type { Key } from '../keys.js';
import { listenForEscape } from '../on-escape.js';
import { slideList } from '../slide-list.js';
import { words } from '../words.js';
import { inTimeOf } from './clock.js';
import { openFind } from './find.js';
import { createFrames } from './frames.js';
import { askForBreak, breakNotice } from './hands/break-screen.js';
import type { HandsAct, HandsTold } from './hands/hands.js';
import { handsKey } from './hands/hands-keys.js';
import { steerHands } from './hands/steer-hands.js';
import { letterOf } from './letter-of.js';
import { isForDeck, keyOf, receive, type Shown, send, type Told } from './messages.js';
import { createNotes } from './notes.js';
import { part } from './part.js';
import type { Plan } from './plan.js';
import { handsKeyList } from './presenter-keys.js';
import { createRehearsal } from './rehearse.js';
import { createTimes } from './times.js';
import { said } from './words.js';

const html = `<header>
<p class="time"><b class="of-day"></b></p>
<p class="elapsed"><b></b> <span></span></p>
<p class="verdict"></p>
<p class="clock"><button type="button" data-act="start">${said.start}</button><button type="button" data-act="stop">${said.pause}</button><button type="button" data-act="reset">${said.reset}</button><button type="button" data-rehearse>${said.rehearse}</button><button type="button" data-pen>${said.pen}</button></p>
<p class="place"></p>
</header>
<p class="notice" role="status"></p>
<section class="now" aria-label="${said.onScreen}"></section>
<section class="ahead" aria-label="${said.comesNext}"><h2></h2></section>
<section class="sections" aria-label="${said.bySection}"><table><thead><tr><th scope="col">${said.section}</th><th scope="col">${said.spent}</th><th scope="col">${said.planned}</th></tr></thead><tbody></tbody></table></section>
<section class="notes" aria-label="${said.notes}"><h1></h1><div class="text" tabindex="0" role="region" aria-label="${said.notesOfSlide}"></div>
<p class="size"><button type="button" data-size="-1">${said.smaller}</button><button type="button" data-size="1">${said.larger}</button> <span><kbd>?</kbd> ${said.keys}</span></p></section>`;

/** The keys of the speaker's window; all others go to the deck. */
const keys: readonly Key[] = [
  { keys: ['PageDown', 'Space', '→', 'n'], does: words.deck.next },
  { keys: ['PageUp', 'Shift Space', '←', 'p'], does: words.deck.previous },
  { keys: ['g', 'o'], does: said.goTo },
  ...handsKeyList,
  { keys: ['+', '−'], does: said.sizes },
  { keys: ['Tab'], does: said.toNotes },
  { keys: ['b', '.'], does: words.deck.black },
  { keys: ['e', 'z'], does: said.over },
  { keys: ['Esc'], does: words.deck.closeLast },
  { keys: ['f'], does: said.fullScreen },
  { keys: ['?', 'F1'], does: said.theseKeys },
];
/** Longer than a hello takes to be answered, ms. */
const patience = 3000;

/**
 * Turns the page into the speaker's window of the deck that opened it. It keeps asking the deck where it stands, so that either window
 * can be reloaded or closed; where the deck's window is gone, it opens another.
 */
export function showSpeakerView(root: HTMLElement, plan: Plan): void {
  // Reveal's script starts where it finds `.reveal`: the slides stay in the page, unseen, for their notes and titles.
  root.className = '';
  root.hidden = true;
  document.title = filled(said.view, { title: document.title });
  document.documentElement.classList.add('speaker-page');
  const view = document.createElement('main');
  view.className = 'speaker';
  view.lang = words.lang;
  view.innerHTML = html;
  document.body.prepend(view);
  let peer: Window | null = window.opener;
  let shown: Shown | undefined;
  let heard = performance.now();
  let notice = '';
  const frames = createFrames(view);
  const hands = steerHands(part(view, '.now .screen'), part(view, '.now'), {
    act: sendAct,
    askInk: () => tell({ kind: 'ask-ink' }),
    giveInk: (ink) => tell({ kind: 'give-ink', ...ink }),
  });
  const notes = createNotes(view);
  const times = createTimes(view, plan);
  const rehearsal = createRehearsal(plan, () => {
    tell({ kind: 'clock', act: 'reset' });
    tell({ kind: 'clock', act: 'start' });
  });
  const tell = (told: Told): void => send(peer, told);
  const hello = (): void =>
    tell({ kind: 'hello', known: shown === undefined ? undefined : { ...shown, at: performance.now() } });

  receive<Shown | HandsTold>(
    (from) => from === peer,
    (now) => {
      heard = performance.now();
      if (now.kind !== 'shown') {
        hands.told(now);
        return;
      }
      const isElsewhere = shown?.slide !== now.slide;
      shown = { ...now, clock: inTimeOf(now.clock, now.at, heard) };
      frames.show(now);
      hands.show(now);
      rehearsal.show(now);
      if (isElsewhere) notes.show(now.slide);
      show();
    },
  );
  // `dev` puts changed slides in place of others.
  new MutationObserver(() => shown !== undefined && notes.show(shown.slide)).observe(root, {
    childList: true,
    subtree: true,
  });
  view.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null;
    const act = button?.dataset.act;
    if (act === 'start' || act === 'stop' || act === 'reset') tell({ kind: 'clock', act });
    if (button?.dataset.size !== undefined) notes.resize(Number(button.dataset.size));
    if (button?.dataset.again !== undefined) reopen();
    if (button?.dataset.pen !== undefined) sendAct({ pen: hands.hasPen() ? null : 0 });
    if (button?.dataset.rehearse !== undefined) rehearsal.toggle();
    show();
  });
  listenForEscape((event) => pass(event));
  addEventListener('keydown', takeKey);
  addEventListener('keyup', (event) => letterOf(event) === 'x' && hands.stopPointing());
  addEventListener('blur', hands.stopPointing);
  document.addEventListener('visibilitychange', hello);
  setInterval(() => {
    hello();
    show();
  }, 1000);
  hello();
  show();

  function show(): void {
    times.show(shown);
    part(view, '[data-rehearse]').textContent = rehearsal.isOn() ? said.endRehearsal : said.rehearse;
    part(view, '[data-pen]').ariaPressed = String(hands.hasPen());
    const isLost = peer === null || peer.closed || performance.now() - heard > patience;
    view.classList.toggle('lost', isLost);
    const now = noticeOf(isLost);
    if (now !== notice) part(view, '.notice').innerHTML = now;
    notice = now;
    const slides = slideList();
    const number = slides.find(({ id }) => id === shown?.slide)?.number;
    const { at, of } = shown?.step ?? { at: 0, of: 0 };
    const place = number === undefined ? [] : [filled(said.place, { n: number, all: slides.length })];
    if (number !== undefined && of > 0) place.push(filled(said.step, { n: at, all: of }));
    part(view, '.place').textContent = place.join(', ');
  }

  function noticeOf(isLost: boolean): string {
    if (peer === null || peer.closed) return `${said.closed} <button type="button" data-again>${said.open}</button>`;
    if (isLost) return said.silent;
    if (shown?.hands.left !== undefined) return breakNotice(shown.hands.left);
    if (shown?.state.paused === true) return filled(said.black, { key: '<kbd>b</kbd>' });
    if (shown?.state.overview === true) return filled(said.overview, { key: `<kbd>${words.deck.esc}</kbd>` });
    return '';
  }

  function takeKey(event: KeyboardEvent): void {
    const { key, ctrlKey, metaKey, target } = event;
    const isPressed = target instanceof HTMLButtonElement && (key === 'Enter' || key === ' ');
    const isScrolled = target instanceof Element && target.matches('.text') && /^Arrow(Up|Down)$/.test(key);
    if (isPressed || isScrolled) return;
    const handsOfDeck = {
      act: sendAct,
      hasPen: hands.hasPen,
      askBreak: () => askForBreak(sendAct),
      isBreak: () => shown?.hands.left !== undefined,
    };
    if (handsKey(event, handsOfDeck, hands.point)) {
      event.preventDefault();
      return;
    }
    if (ctrlKey || metaKey) return;
    const own: Readonly<Record<string, () => void>> = {
      g: find,
      o: find,
      f: () => void document.documentElement.requestFullscreen(),
      s: () => undefined,
      ...(shown?.over.zoom === undefined && {
        '+': () => notes.resize(1),
        '=': () => notes.resize(1),
        '-': () => notes.resize(-1),
      }),
    };
    const act = asksForHelp(event) ? () => toggleHelp(keys) : own[letterOf(event) ?? key];
    if (act === undefined) pass(event);
    else {
      event.preventDefault();
      act();
    }
  }

  function find(): void {
    openFind(shown?.slide ?? '', plan, (slide) => tell({ kind: 'go', slide }));
  }

  function sendAct(act: HandsAct): void {
    tell({ kind: 'hands', act });
  }

  function pass(event: KeyboardEvent): void {
    if (!isForDeck(event)) return;
    event.preventDefault();
    tell({ kind: 'key', key: keyOf(event) });
  }

  function reopen(): void {
    const place = shown === undefined ? '' : `#/${encodeURIComponent(shown.slide)}`;
    peer = window.open(location.href.replace(/[?#].*$/s, '') + place);
    heard = performance.now();
  }
}
