import type { RevealConfig } from 'reveal.js';

/** What a slide or a link in it asks of Reveal. */
const asking = 'data-transition data-background-transition data-preview-link data-preview-image data-preview-video';
const selector = asking
  .split(' ')
  .map((name) => `[${name}]:not([${name}=none])`)
  .join();

/**
 * Whether a deck uses parts of Reveal whose style is loaded on demand from its beginning: ways to go from slide to slide, its scroll view,
 * its previews. The address can ask for them as the settings can.
 */
export function usesOnDemand(root: Element, options: RevealConfig): boolean {
  const { transition, backgroundTransition, view, previewLinks } = options;
  return (
    [transition, backgroundTransition].some((one) => one !== undefined && one !== 'none') ||
    view === 'scroll' ||
    previewLinks === true ||
    /[?&](transition|backgroundTransition|previewLinks|view=scroll)/.test(location.search) ||
    root.querySelector(selector) !== null
  );
}
