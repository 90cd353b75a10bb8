/**
 * Puts elements in the place of `::before` and `::after` that paint or say something, so that they can be measured and read as others are.
 * Labels of list items stay, since they are read with their item. All are read before the first is put in: each change would make the browser
 * style the whole deck anew. Runs in the page, in print view, whose file is not used again.
 */
export function showPseudoElements(): void {
  const rules = document.createElement('style');
  rules.textContent =
    '[data-shown-before]::before, [data-shown-after]::after { content: none !important } .reveal .question .right { font-weight: inherit !important }';
  const found: { readonly element: HTMLElement; readonly side: 'before' | 'after'; readonly shown: HTMLElement }[] = [];
  for (const element of document.querySelectorAll<HTMLElement>('.pdf-page section *')) {
    if (element.closest('svg, aside, template, .katex') !== null) continue;
    find(element, 'before');
    find(element, 'after');
  }
  document.head.append(rules);
  for (const { element, side, shown } of found) {
    if (side === 'before') element.prepend(shown);
    else element.append(shown);
    element.setAttribute(`data-shown-${side}`, '');
  }

  function find(element: HTMLElement, side: 'before' | 'after'): void {
    const style = getComputedStyle(element, `::${side}`);
    const words = wordsOf(style, element);
    if (words === undefined || style.display === 'none') return;
    if (side === 'before' && element.localName === 'li' && isLabel(style)) return;
    if (words === '' && !paints(style)) return;
    const shown = document.createElement('span');
    const own = [...style].filter((name) => name !== 'content');
    shown.style.cssText = own.map((name) => `${name}: ${style.getPropertyValue(name)}`).join('; ');
    shown.textContent = words;
    shown.className = 'shown-pseudo';
    found.push({ element, side, shown });
  }

  /** Undefined where there is none, or where it counts. */
  function wordsOf({ content }: CSSStyleDeclaration, element: Element): string | undefined {
    if (content === 'none' || content === 'normal') return undefined;
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
