/**
 * Lays every drawing out anew after the stage got another size: Chromium (seen in 143) else paints labels in the size they had before,
 * three times too large on the way back from a projector, although it measures them right.
 */
export function redrawLabels(root: HTMLElement): void {
  requestAnimationFrame(() => {
    const drawings = [...root.querySelectorAll<SVGSVGElement>('.drawing > svg')];
    for (const svg of drawings) svg.style.display = 'none';
    root.getBoundingClientRect();
    for (const svg of drawings) svg.style.removeProperty('display');
  });
}
