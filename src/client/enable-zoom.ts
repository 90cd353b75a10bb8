import type { OnDemandLoader } from './on-demand-loader.js';
import { openLinks } from './open-links.js';
import { followOver } from './over-slide.js';
import type { ShownDeck } from './shown-deck.js';
import { words } from './words.js';
import type { ZoomWindow } from './zoom.js';

const zKey = 90;

/**
 * Offers each diagram to be enlarged: by a click on it, Enter where it has the focus, or `z` for the first of the slide. What happens then
 * stands in `zoom.ts`. Not for the print view: on paper a diagram is a picture.
 */
export function enableZoom(deck: ShownDeck, onDemand: OnDemandLoader): void {
  let zoom: ZoomWindow | undefined;
  const use = (act: (zoom: ZoomWindow) => void): void =>
    onDemand.use(({ zoomOf }) => {
      zoom ??= zoomOf(deck);
      act(zoom);
    });
  offer();
  deck.on('sync', offer);
  deck.addKeyBinding(zKey, () => {
    if (deck.getCurrentSlide().querySelector('.drawing') !== null) use((one) => one.openFocused());
  });
  followOver((wanted) => {
    if (zoom !== undefined || wanted.zoom !== undefined) use((one) => one.follow(wanted));
  });

  /** Slides that `dev` puts in place of others come as they were rendered. */
  function offer(): void {
    for (const drawing of document.querySelectorAll<HTMLElement>('.slides figure > .drawing')) {
      const button = offerZoom(drawing);
      button.addEventListener('click', () => use((one) => one.open(drawing)));
      drawing.addEventListener('click', ({ target }) => {
        if (target instanceof Element && target.closest('a') === null) use((one) => one.click(drawing, target));
      });
    }
  }
}

/**
 * Lays a button over a drawing, for the keyboard: the mouse reaches through it, to links in the drawing too. The drawing's alternative
 * stands in it unseen, since Reveal's live region reads text only.
 */
function offerZoom(drawing: HTMLElement): HTMLButtonElement {
  const alternative = document.createElement('span');
  alternative.className = 'unseen';
  alternative.textContent = drawing.getAttribute('aria-label');
  drawing.prepend(alternative);
  openLinks(drawing);
  const frame = document.createElement('div');
  frame.className = 'enlargeable';
  drawing.replaceWith(frame);
  const button = document.createElement('button');
  button.type = 'button';
  button.setAttribute('aria-label', words.deck.enlarge);
  button.lang = words.lang;
  button.setAttribute('aria-haspopup', 'dialog');
  // Reveal takes the space bar for itself wherever the focus is.
  button.addEventListener('keydown', (event) => {
    if (event.key === ' ' || event.key === 'Enter') event.stopPropagation();
  });
  frame.append(drawing, button);
  return button;
}
