import type { RevealApi } from 'reveal.js';
import { asksForHelp } from './asks-for-help.js';
import type { OnDemandLoader } from './on-demand-loader.js';
import { listenForEscape } from './on-escape.js';

const [cKey, gKey] = [67, 71];

/**
 * Our own keys beside Reveal's: `?` lists all, `g` goes to a slide, `c` copies its link, Escape closes the innermost thing and never opens the overview. On a
 * black screen nothing opens.
 */
export function enableKeys(deck: RevealApi, onDemand: OnDemandLoader): void {
  listenForEscape((event) => {
    // Reveal closes its own previews.
    if (document.querySelector('.r-overlay') !== null) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (deck.isPaused()) deck.togglePause(false);
    else if (deck.isOverview()) deck.toggleOverview(false);
  });
  if (deck.getConfig().keyboard === false) return;
  addEventListener(
    'keydown',
    (event) => {
      if (!asksForHelp(event)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (!deck.isPaused()) onDemand.use(({ toggleHelp }) => toggleHelp(deck));
    },
    true,
  );
  deck.addKeyBinding(cKey, () => onDemand.use(({ copyLink }) => copyLink(deck.getCurrentSlide().id)));
  if (deck.getConfig().jumpToSlide === false) return;
  deck.addKeyBinding(gKey, () =>
    onDemand.use(({ openGoTo }) => openGoTo(deck.getCurrentSlide().id, (slide) => goTo(deck, slide))),
  );
}

/** Goes where a link to the slide would go, so that the browser's Back comes from there again. */
export function goTo(deck: RevealApi, slide: string): void {
  deck.toggleOverview(false);
  location.hash = `/${encodeURIComponent(slide)}`;
}
