import { openDrawer } from './evidence-drawer.js';
import type { ShownDeck } from './shown-deck.js';

const eKey = { keyCode: 69, key: 'E', description: 'Show what the claims rest on' };

/** What the presenter's view tells the deck it steers: `entry` 0 closes the panel. */
interface Mirrored {
  readonly evidence: { readonly slide: string; readonly entry: number };
}

/**
 * Shows what a slide's claims rest on: `e` opens the panel at the first of them, a click on a mark at its claim. In the panel the arrow
 * keys, `j` and `k`, and clicks on claims go from one to the next; Escape and `e` close it, and so does leaving the slide or the step.
 */
export function enableEvidence(deck: ShownDeck): void {
  const slides = deck.getSlidesElement();
  if (slides === null) return;
  let drawer: ReturnType<typeof openDrawer>;
  const keys: Readonly<Record<number, () => void>> = {
    27: close,
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
  addEventListener('message', ({ data }: MessageEvent<Partial<Mirrored> | null>) => {
    const asked = typeof data === 'object' ? data?.evidence : undefined;
    if (asked === undefined || asked.slide !== deck.getCurrentSlide().id) return;
    if (asked.entry === 0) close();
    else if (drawer === undefined) open(deck.getCurrentSlide(), asked.entry);
    else drawer.show(asked.entry);
  });

  function open(slide: HTMLElement, entry: number): void {
    close();
    drawer = openDrawer(slide, entry, { close, shown: (shown) => mirror(slide, shown) });
    if (drawer === undefined) return;
    for (const [code, act] of Object.entries(keys)) deck.addKeyBinding(Number(code), act);
    addEventListener('keydown', takeEscape, true);
  }

  function close(): void {
    if (drawer === undefined) return;
    const { slide } = drawer;
    drawer.close();
    drawer = undefined;
    for (const code of Object.keys(keys)) deck.removeKeyBinding(Number(code));
    removeEventListener('keydown', takeEscape, true);
    mirror(slide, 0);
  }

  /** Before anything else on the page, which may close more than the panel. `z` opens a view that hides it. */
  function takeEscape(event: KeyboardEvent): void {
    if (event.key === 'z' || event.key === 'Z') close();
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    close();
  }
}

function entryOf(claim: Element | undefined): number {
  return Number(claim?.getAttribute('data-claim')?.split(' ')[0] ?? 0);
}

/** The slide in the presenter's view shows the audience what it shows itself. Such a page is a frame that was opened as a receiver. */
function mirror({ id }: HTMLElement, entry: number): void {
  if (window.parent === window || !/[?&]receiver/.test(location.search)) return;
  const message: Mirrored = { evidence: { slide: id, entry } };
  window.parent.opener?.postMessage(message, '*');
}
