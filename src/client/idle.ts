/** How long the pointer rests until what is only for it fades, ms. */
const rest = 3000;

/**
 * Marks the deck as idle while the pointer rests, so that arrows and buttons are not on every slide that a room sees; they come back with
 * the first movement, and for the keyboard with the focus (`reveal.css`). On a black screen they fade at once.
 */
export function watchPointer(root: HTMLElement, onPaused: (act: () => void) => void): void {
  let timer = setTimeout(sleep, rest);
  for (const event of ['pointermove', 'pointerdown'] as const) addEventListener(event, wake, { passive: true });
  onPaused(sleep);

  function wake(): void {
    clearTimeout(timer);
    root.classList.remove('idle');
    timer = setTimeout(sleep, rest);
  }

  function sleep(): void {
    clearTimeout(timer);
    root.classList.add('idle');
  }
}
