import { openModal } from './open-modal.js';
import { words } from './words.js';

const { linkOfSlide, copied } = words.deck;

/**
 * Copies the address of a slide: where the deck is published, or where it is open. The address is shown too, so that it can be copied by hand
 * where the browser lets no page write to the clipboard.
 */
export async function copyLink(slide: string): Promise<void> {
  const published = document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href;
  const address = new URL(published ?? location.href);
  address.hash = `/${encodeURIComponent(slide)}`;
  let said = copied;
  try {
    await navigator.clipboard.writeText(address.href);
  } catch {
    // There is no clipboard on a page that came by plain HTTP.
    said = linkOfSlide;
  }
  const field = openModal('link', said, `<h2>${said}</h2><input readonly>`).dialog.querySelector('input');
  if (field === null) return;
  field.value = address.href;
  field.select();
}
