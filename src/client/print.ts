/**
 * Opens the print view to assistive technology: Reveal hides all slides but the current one from it, and a PDF would then hold one
 * slide's tags and one bookmark. Drawings, hidden on screen from Reveal's live region, show themselves under their label.
 */
export function openForPrint(): void {
  for (const section of document.querySelectorAll('.slides section')) {
    for (const name of ['aria-hidden', 'hidden', 'inert']) section.removeAttribute(name);
  }
  for (const drawing of document.querySelectorAll('.drawing > svg')) drawing.removeAttribute('aria-hidden');
  const furniture = '.slide-background, .backgrounds, .progress, .controls, .aria-status, .slide-number';
  for (const element of document.querySelectorAll(furniture)) element.setAttribute('aria-hidden', 'true');
}
