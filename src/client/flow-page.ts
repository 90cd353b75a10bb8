import { showFinalSteps } from './final-steps.js';
import { layGrounds } from './grounds.js';
import type { ShownDeck } from './shown-deck.js';

/** A telephone, or a tablet held upright: below this, px, a deck is a page to scroll. A stage would be a third of a tablet's height. */
const narrow = matchMedia('(width < 600px), (width < 900px) and (orientation: portrait)');

/** Whether the deck is to be a flowing page here. The speaker's window, its previews and the print view are none, however small. */
export function isFlowing(): boolean {
  return narrow.matches && !isStageAlways();
}

/**
 * Starts the page anew, at the slide that is read, when the window becomes narrower or wider than the border between page and stage.
 * While it is printed a page has another width for a moment, which is no reason.
 */
export function followWidth(shown: ShownDeck): void {
  if (isStageAlways()) return;
  const before = narrow.matches;
  narrow.addEventListener('change', ({ matches }) => {
    if (matches === before || matchMedia('print').matches) return;
    keepPlace(shown.getCurrentSlide());
    location.reload();
  });
}

/** Makes the deck a page that flows: every slide below the one before, all steps shown, the place kept in the address. */
export function startFlow(root: HTMLElement): ShownDeck {
  const slides = [...root.querySelectorAll<HTMLElement>('section[data-layout]:not([data-visibility="hidden"])')];
  let current = slideOf(location.hash, root) ?? slides[0] ?? root;
  document.documentElement.classList.add('flow');
  history.scrollRestoration = 'manual';
  showFinalSteps(root);
  layGrounds(root);
  loadMedia(root);
  for (const line of root.querySelectorAll('.line.dim')) line.classList.remove('dim');
  const go = (): void => slideOf(location.hash, root)?.scrollIntoView();
  go();
  addEventListener('hashchange', go);
  addEventListener('load', () => {
    if (current === slideOf(location.hash, root)) go();
    watch();
  });
  return {
    ...keys(),
    on: () => undefined,
    getCurrentSlide: () => current,
    getSlidesElement: () => root.querySelector('.slides'),
    isOverview: () => false,
  };

  /** The slide at the upper edge of the window is the one that is read. */
  function watch(): void {
    const observer = new IntersectionObserver(
      (entries) => {
        const read = entries.find(({ isIntersecting }) => isIntersecting)?.target;
        if (!(read instanceof HTMLElement)) return;
        current = read;
        keepPlace(read);
      },
      { rootMargin: '-2% 0px -98% 0px' },
    );
    for (const slide of slides) observer.observe(slide);
  }
}

/** As Reveal writes it; there is no slide before Reveal has started. */
function keepPlace(slide: HTMLElement | undefined): void {
  if (slide !== undefined) history.replaceState(history.state, '', `#/${encodeURIComponent(slide.id)}`);
}

function isStageAlways(): boolean {
  return /[?&](receiver|speaker|view=)/.test(location.search);
}

/** The slide an address names: by its id, as `#id` and Reveal's `#/id` do, or by its column and row. */
function slideOf(hash: string, root: HTMLElement): HTMLElement | undefined {
  const [name = '', row = '0'] = hash.replace(/^#\/?/, '').split('/');
  if (name === '') return undefined;
  const named = document.getElementById(decodeURIComponent(name));
  if (named !== null) return (named.hidden && named.parentElement) || named;
  const column = root.querySelectorAll<HTMLElement>('.slides > section')[Number(name)];
  return column?.querySelectorAll<HTMLElement>(':scope > section')[Number(row)] ?? column;
}

/** Reveal loads what has a `data-src` when its slide comes near. */
function loadMedia(root: HTMLElement): void {
  for (const element of root.querySelectorAll<HTMLElement>('[data-src]')) {
    element.setAttribute('loading', 'lazy');
    element.setAttribute('src', element.dataset.src ?? '');
  }
}

/** Reveal's keys, where a window on a desk is narrow. */
function keys(): Pick<ShownDeck, 'addKeyBinding' | 'removeKeyBinding'> {
  const bound = new Map<number, (event: KeyboardEvent) => void>();
  addEventListener('keydown', (event) => {
    const isTyped = event.target instanceof Element && event.target.matches('input, textarea, select');
    if (!isTyped && !event.ctrlKey && !event.metaKey && !event.altKey) bound.get(event.keyCode)?.(event);
  });
  return {
    addKeyBinding: (binding, act) => {
      if (typeof act === 'function') bound.set(typeof binding === 'number' ? binding : binding.keyCode, act);
    },
    removeKeyBinding: (code) => void bound.delete(code),
  };
}
