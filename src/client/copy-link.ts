import { openModal } from './open-modal.js';
import { words } from './words.js';

const { linkOfSlide } = words.deck;

/**
 * Copies the address of a slide: where the deck is published, or where it is open. The address is shown, with a tick where the browser has
 * copied it. `execCommand` is old, and works where the newer clipboard does not: on a page that came by plain HTTP, and in a course's frame.
 */
export function copyLink(slide: string): void {
  const published = document.querySelector<HTMLLinkElement>('link[rel=canonical]');
  const address = new URL(published?.href ?? location.href);
  address.hash = `/${encodeURIComponent(slide)}`;
  const { dialog } = openModal('link', linkOfSlide, `<h2>${linkOfSlide}</h2><input readonly>`);
  const field = dialog.querySelector('input');
  if (field === null) return;
  field.value = address.href;
  field.select();
  if (document.execCommand('copy')) field.before('✓');
}
