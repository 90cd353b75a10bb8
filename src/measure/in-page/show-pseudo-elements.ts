/**
 * Puts elements in the place of `::before` and `::after` that paint or say something, so that they can be measured and read as others are.
 * Labels of list items stay, since they are read with their item. Runs in the page, in print view, whose file is not used again.
 */
export function showPseudoElements(): void {
  const rules = document.createElement('style');
  rules.textContent =
    '[data-shown-before]::before, [data-shown-after]::after { content: none !important } .reveal .question .right { font-weight: inherit !important }';
  document.head.append(rules);
  for (const element of document.querySelectorAll<HTMLElement>('.pdf-page section *')) {
    if (element.closest('svg, aside, template, .katex') !== null) continue;
    show(element, 'before');
    show(element, 'after');
  }

  function show(element: HTMLElement, side: 'before' | 'after'): void {
    const style = getComputedStyle(element, `::${side}`);
    const words = wordsOf(style, element);
    if (words === undefined || style.display === 'none') return;
    if (side === 'before' && element.localName === 'li' && isLabel(style)) return;
    if (words === '' && !paints(style)) return;
    const shown = document.createElement('span');
    for (const name of style) if (name !== 'content') shown.style.setProperty(name, style.getPropertyValue(name));
    shown.textContent = words;
    shown.className = 'shown-pseudo';
    if (side === 'before') element.prepend(shown);
    else element.append(shown);
    element.setAttribute(`data-shown-${side}`, '');
  }

  /** Undefined where there is none, or where it counts. */
  function wordsOf({ content }: CSSStyleDeclaration, element: Element): string | undefined {
    const [open, close] = [...getComputedStyle(element).quotes.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(
      ([, sign]) => sign,
    );
    if (content === 'open-quote') return open ?? '“';
    if (content === 'close-quote') return close ?? '”';
    return /^"((?:[^"\\]|\\.)*)"$/.exec(content)?.[1];
  }

  function isLabel({ float, position, marginInlineStart }: CSSStyleDeclaration): boolean {
    return float !== 'none' || position === 'absolute' || Number.parseFloat(marginInlineStart) < 0;
  }

  function paints(style: CSSStyleDeclaration): boolean {
    const borders = [style.borderTopWidth, style.borderRightWidth, style.borderBottomWidth, style.borderLeftWidth];
    return style.backgroundColor !== 'rgba(0, 0, 0, 0)' || borders.some((width) => Number.parseFloat(width) > 0);
  }
}
