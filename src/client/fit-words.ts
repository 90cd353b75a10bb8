/** The room, px, that a mark's line takes below the last of the words: their padding in the theme's `panel.css`. */
const underline = 6;

/**
 * Sets the source's words as large as they fit. What is still longer than its place can be scrolled, what was found comes first, and no
 * line is cut in two.
 */
export function fitWords(place: HTMLElement): void {
  const words = place.querySelector<HTMLElement>('.words');
  if (words === null) return;
  words.style.maxHeight = '';
  const found = words.querySelector<HTMLElement>(':scope > p:not(.rest)') ?? words;
  const heightOf = (): number => (found === words ? words.scrollHeight : found.offsetHeight + underline);
  for (const size of ['', 'smaller', 'smallest']) {
    words.dataset.size = size;
    if (heightOf() <= words.clientHeight + 1) break;
  }
  if (words.scrollHeight <= words.clientHeight + 1) {
    words.removeAttribute('tabindex');
    return;
  }
  words.tabIndex = 0;
  const shown = found === words ? underline : heightOf();
  const line = Number.parseFloat(getComputedStyle(words.querySelector('.rest') ?? words).lineHeight);
  words.style.maxHeight = `${shown + Math.floor(Math.max(0, words.clientHeight - shown) / line) * line}px`;
  words.scrollTop = found === words ? 0 : found.offsetTop - words.offsetTop;
}
