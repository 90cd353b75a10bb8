/** The least size of a text that is fitted, px of the stage, as Reveal has it. */
const least = 24;

/**
 * Reveal makes a text with `r-fit-text` as wide as its place, and a short one higher than its slide. This makes it smaller again until
 * all that stands on the slide has room.
 */
export function holdFitText(root: HTMLElement): void {
  // The event does not rise.
  root.addEventListener('fit', ({ target }) => hold(target instanceof Element ? target.closest('.stage') : null), true);
}

function hold(stage: Element | null): void {
  const last =
    stage?.querySelector(':scope > .foot') ?? stage?.querySelector(':scope > .body, :scope > .head:last-child');
  if (!(stage instanceof HTMLElement) || !(last instanceof HTMLElement)) return;
  const end = stage.offsetHeight - Number.parseFloat(getComputedStyle(stage).paddingBottom);
  const highFirst = [...stage.querySelectorAll<HTMLElement>('.r-fit-text')].sort(
    (a, b) => b.offsetHeight - a.offsetHeight,
  );
  for (const text of highFirst) {
    const excess = last.offsetTop + last.offsetHeight - end;
    if (excess <= 0) return;
    const size = Number.parseFloat(getComputedStyle(text).fontSize);
    const share = Math.max(0, 1 - excess / text.offsetHeight);
    text.style.fontSize = `${Math.max(least, Math.floor(size * share))}px`;
  }
}
