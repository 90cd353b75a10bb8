import { filled } from '../../language/words/filled.js';
import { slideList } from '../slide-list.js';
import { type FrameTold, press, receiveInFrames, type Shown, sendInFrames } from './messages.js';
import { part } from './part.js';
import { addressWith } from './serve-speaker.js';
import { said } from './words.js';

/** The stage, in px; a frame is always as large and is scaled, so that it shows what the room sees. */
const width = 1280;
/** Reveal takes its settings from the address too. A frame shows and does nothing else. */
const query = [
  'receiver',
  ...['controls', 'progress', 'hash', 'history', 'keyboard', 'touch', 'postMessage'].map((name) => `${name}=false`),
  'autoSlide=0',
  'transition=none',
  'backgroundTransition=none',
].join('&');

/** The slide that is shown, and what comes next. */
export function createFrames(view: HTMLElement): { readonly show: (now: Shown) => void } {
  const current = createFrame(part(view, '.now'), said.shown);
  const next = createFrame(part(view, '.ahead'), said.comesNext);
  const title = part(view, '.ahead h2');
  // A panel that opens in a frame takes the focus there, which comes back when the frame is done.
  addEventListener('blur', () => setTimeout(() => [current, next].find((frame) => frame.matches(':focus'))?.blur()));
  let shown: Shown | undefined;
  receiveInFrames<FrameTold>(
    (from) => from === current.contentWindow || from === next.contentWindow,
    (told) => {
      if (told.kind === 'frame-key') press(told.key);
      else if (shown !== undefined) show(shown);
    },
  );
  return { show };

  function show(now: Shown): void {
    shown = now;
    const { state, over } = now;
    sendInFrames(current.contentWindow, { kind: 'frame', state, over, ahead: false });
    if (now.next !== 'end') sendInFrames(next.contentWindow, { kind: 'frame', state, over, ahead: true });
    view.classList.toggle('at-end', now.next === 'end');
    const slides = slideList();
    const following = slides[slides.findIndex(({ id }) => id === now.slide) + 1];
    title.textContent = {
      step: said.nextStep,
      slide: filled(said.next, { title: following?.title ?? '' }),
      end: said.end,
    }[now.next];
  }
}

function createFrame(place: HTMLElement, title: string): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.title = title;
  frame.inert = true;
  frame.src = addressWith(query);
  const box = document.createElement('div');
  box.className = 'screen';
  box.append(frame);
  place.append(box);
  new ResizeObserver(() => box.style.setProperty('--scale', String(box.clientWidth / width))).observe(box);
  return frame;
}
