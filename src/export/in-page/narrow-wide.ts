/**
 * Makes what cannot be broken, a table, a formula, a box of its author's, as small as its place in a paper: what reaches beyond the edge
 * makes Chromium print every page smaller. Runs in the page, once all stands in its place.
 */
export function narrowWide(): void {
  for (const box of document.querySelectorAll<HTMLElement>(
    'main [style*="width"]:not(.picture-box *, svg *, .katex *)',
  ))
    box.style.maxWidth = '100%';
  for (const one of document.querySelectorAll<HTMLElement>('main :is(table, .katex-display, .katex .base)')) {
    if (one.closest('.picture-box') !== null) continue;
    const room = roomFor(one);
    const needs = Math.max(one.scrollWidth, one.offsetWidth);
    if (room > 0 && needs > room + 1) one.style.zoom = String((0.99 * room) / needs);
  }

  /** The first column where it stands in a grid, beside notes; else the width of the block around it. */
  function roomFor(element: HTMLElement): number {
    let around = element.parentElement;
    while (around !== null && getComputedStyle(around).display === 'inline') around = around.parentElement;
    if (around === null) return 0;
    const { display, gridTemplateColumns, paddingLeft, paddingRight } = getComputedStyle(around);
    if (display === 'grid') return Number.parseFloat(gridTemplateColumns);
    return around.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
  }
}
