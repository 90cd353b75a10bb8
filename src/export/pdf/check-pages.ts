import type { RenderedDeck } from '../../model.js';
import type { PrintedPage } from '../in-page/list-pages.js';
import { letters, mismatch } from './mismatch.js';

/**
 * Before printing: every slide of the deck that is not hidden has its page, in order, with its title on it.
 * Throws a DeckError `pdf-mismatch`.
 */
export function checkPages(
  pages: readonly PrintedPage[],
  { slides, features }: RenderedDeck,
  hidden: readonly string[],
): void {
  const expected = slides.filter(({ id }) => !hidden.includes(id));
  const printed = pages.filter(({ id }, index) => id !== '' && pages[index - 1]?.id !== id);
  for (const [index, slide] of expected.entries()) {
    const page = printed[index];
    if (page?.id !== slide.id) {
      throw mismatch(
        `slide ${index + 1} is "${slide.title || slide.id}", its page shows ${page === undefined ? 'nothing' : `"${page.id}"`}`,
      );
    }
    if (!features.math && !letters(page.text).includes(letters(slide.title))) {
      throw mismatch(`the page of slide ${index + 1} does not show its title "${slide.title}"`);
    }
  }
  if (printed.length > expected.length)
    throw mismatch(`it has ${printed.length} slides, the deck has ${expected.length}`);
}
