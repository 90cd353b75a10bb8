/**
 * Gives each formula its TeX as a text alternative, as a picture has one: Chromium takes no MathML into a PDF's structure, and without it
 * a formula is missing where the file is read aloud. Runs in the page, before it is printed.
 */
export function nameFormulas(): void {
  for (const formula of document.querySelectorAll('.katex')) {
    const tex = formula.querySelector('annotation[encoding="application/x-tex"]')?.textContent?.trim() ?? '';
    if (tex === '') continue;
    formula.setAttribute('role', 'img');
    formula.setAttribute('aria-label', tex);
    formula.querySelector('.katex-html')?.removeAttribute('aria-hidden');
    formula.querySelector('.katex-mathml')?.setAttribute('aria-hidden', 'true');
  }
}
