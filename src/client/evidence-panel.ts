import { entryOfDrawnMark } from './drawn-marks.js';
import { openDrawer } from './evidence-drawer.js';
import { onEscape } from './on-escape.js';
import { followOver, onOver, sayOver } from './over-slide.js';
import type { ShownDeck } from './shown-deck.js';

const eKey = 69;

/**
 * Shows what a slide's claims rest on: `e` opens the panel at the first of them, a click on a mark at its claim. In the panel the arrow
 * keys, `j` and `k`, and clicks on claims go from one to the next; Escape and `e` close it, and so does leaving the slide or the step.
 */
export function enableEvidence(deck: ShownDeck): void {
  const slides = deck.getSlidesElement();
  if (slides === null) return;
  let drawer: ReturnType<typeof openDrawer>;
  let leave = (): void => undefined;
  const keys: Readonly<Record<number, () => void>> = {
    38: () => drawer?.step(-1),
    75: () => drawer?.step(-1),
    40: () => drawer?.step(1),
    74: () => drawer?.step(1),
  };

  deck.addKeyBinding(eKey, () => {
    const slide = deck.getCurrentSlide();
    const mark = document.activeElement?.closest<HTMLElement>('.pm');
    if (drawer !== undefined) close();
    else if (!deck.isOverview() && document.querySelector('dialog[open]') === null)
      open(slide, entryOf(mark != null && slide.contains(mark) ? mark : undefined));
  });
  slides.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element) || deck.isOverview()) return;
    const drawn = drawer?.holds(target) === true ? undefined : entryOfDrawnMark(target);
    const shown = target.closest<HTMLElement>('section[data-layout]');
    if (drawn !== undefined && shown !== null && target.closest('dialog') === null) {
      if (drawer?.slide === shown) drawer.show(drawn);
      else open(shown, drawn);
      return;
    }
    const mark = target.closest('.pm');
    const claim = mark ?? (drawer?.holds(target) === false ? target.closest('[data-claim]') : null);
    const slide = claim?.closest<HTMLElement>('section[data-layout]');
    if (claim == null || slide == null) return;
    if (drawer?.slide === slide) drawer.show(entryOf(claim));
    else if (mark !== null) open(slide, entryOf(claim));
  });
  // A mark is pressed by Enter and Space; Reveal must not take them for its own.
  slides.addEventListener('keydown', (event) => {
    const onMark = event.target instanceof Element && event.target.closest('.pm') !== null;
    if (onMark && (event.key === 'Enter' || event.key === ' ')) event.stopPropagation();
  });
  for (const event of ['slidechanged', 'fragmentshown', 'fragmenthidden', 'paused', 'overviewshown', 'sync'])
    deck.on(event, close);
  onOver(({ zoom }) => zoom !== undefined && close());
  followOver(({ evidence }) => {
    if (evidence === 0) close();
    else if (drawer === undefined) open(deck.getCurrentSlide(), evidence);
    else drawer.show(evidence);
  });

  function open(slide: HTMLElement, entry: number): void {
    close();
    drawer = openDrawer(slide, entry, { close, shown: (evidence) => sayOver({ evidence }) });
    if (drawer === undefined) return;
    for (const [code, act] of Object.entries(keys)) deck.addKeyBinding(Number(code), act);
    leave = onEscape(close);
  }

  function close(): void {
    if (drawer === undefined) return;
    drawer.close();
    drawer = undefined;
    for (const code of Object.keys(keys)) deck.removeKeyBinding(Number(code));
    leave();
    sayOver({ evidence: 0 });
  }
}

function entryOf(claim: Element | undefined): number {
  return Number(claim?.getAttribute('data-claim')?.split(' ')[0] ?? 0);
}
