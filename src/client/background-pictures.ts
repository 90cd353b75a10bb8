/** What parts two `data:` addresses where Reveal sets one between `url(` and `)`. */
const between = '), url(';

/**
 * Reveal parts the pictures of `data-background-image` at commas, and a value that begins with `data:`, as a single file has them, it
 * takes for one address. Several are written so that they stay several in the style it makes.
 */
export function addressBackgroundPictures(root: Element): void {
  for (const slide of root.querySelectorAll<HTMLElement>('[data-background-image^="data:"]')) {
    const pictures = backgroundPictures(slide.dataset.backgroundImage ?? '');
    if (pictures.length > 1) slide.dataset.backgroundImage = pictures.join(between);
  }
}

/** The addresses in a slide's `data-background-image`, the upmost first. */
export function backgroundPictures(value: string): readonly string[] {
  const found = value.replaceAll(between, ',').match(/\s*data:[^,]*,[^,]*|[^,]+/g) ?? [];
  return found.map((one) => one.trim()).filter((one) => one !== '');
}
