/** A picture holds nothing that takes the focus: where there are links in a drawing, it is read as a group of its labels. */
export function openLinks(drawing: HTMLElement): void {
  if (drawing.querySelector('a') === null) return;
  drawing.setAttribute('role', 'group');
  drawing.querySelector('svg')?.removeAttribute('aria-hidden');
}
