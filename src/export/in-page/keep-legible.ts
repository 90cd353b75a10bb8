/**
 * Keeps what papers print legible. The words of a slide's picture get the least size; a slide whose drawing or code would stay below it
 * takes the page's width. Drawings beside or within prose become larger. Formulas keep their proportions. Returns whether a slide has
 * changed, so that it must be measured anew. Runs in the page, once slides have their size.
 */
export function keepLegible(): boolean {
  /** The smallest text, pt: on a page by itself, and in a picture of a slide where three stand on a page. */
  const [least, leastOfThree] = [6.5, 5.5];
  const [pt, mm] = [0.75, 96 / 25.4];
  const perPage = Number(document.body.dataset.perPage ?? 0);
  const page = Number.parseFloat(document.body.style.getPropertyValue('--page')) * mm;
  const changed = [...document.querySelectorAll<HTMLElement>('.block')].filter(setSlide);
  for (const svg of document.querySelectorAll<SVGElement>('.drawing > svg'))
    if (svg.closest('.picture-box') === null) setDrawing(svg);
  return changed.length > 0;

  function setSlide(block: HTMLElement): boolean {
    const box = block.querySelector<HTMLElement>(':scope > .shown > .picture-box');
    const stage = box?.querySelector('.stage');
    if (box === null || stage === null || stage === undefined) return false;
    const shrink = stage.getBoundingClientRect().width / 1280 || 1;
    const floor = (perPage === 3 ? leastOfThree : least) / pt / shrink;
    const texts = textsIn(stage);
    const isFixed = (text: Element): boolean => text.closest('svg, pre') !== null;
    if (texts.some((text) => isFixed(text) && sizeOf(text, shrink) < floor - 0.05)) {
      block.classList.add('across');
      return true;
    }
    const small = texts.filter((text) => !isFixed(text) && sizeOf(text, shrink) < floor - 0.05);
    for (const text of small) if (text instanceof HTMLElement) text.style.fontSize = `${Math.ceil(floor)}px`;
    return small.length > 0;
  }

  /** A drawing gets as large as its smallest words need, up to the page; `data-smallest` is their size then, pt. */
  function setDrawing(svg: SVGElement): void {
    const sizes = textsIn(svg).map((text) => sizeOf(text, 1) * pt);
    if (sizes.length === 0) return;
    const smallest = Math.min(...sizes);
    const { width, height } = svg.getBoundingClientRect();
    const wanted = Math.min(least / smallest, (182 * mm) / width, (0.85 * page) / height);
    const growth = Math.max(1, wanted);
    svg.dataset.smallest = String(smallest * growth);
    if (growth === 1) return;
    for (const [name, value] of [
      ['width', `${width * growth}px`],
      ['max-width', 'none'],
      ['max-height', 'none'],
    ] as const)
      svg.style.setProperty(name, value);
  }

  /** Elements that show words of their own. */
  function textsIn(root: Element): readonly Element[] {
    return [...root.querySelectorAll('*')].filter(
      (element) =>
        [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '') &&
        element.closest('.katex, style, script, title, desc, math') === null &&
        getComputedStyle(element).visibility === 'visible' &&
        element.getClientRects().length > 0,
    );
  }

  /** px before the slide was made smaller by `shrink`. */
  function sizeOf(text: Element, shrink: number): number {
    const size = Number.parseFloat(getComputedStyle(text).fontSize);
    if (!(text instanceof SVGGraphicsElement)) return size;
    const matrix = text.getScreenCTM();
    return matrix === null ? size : (size * Math.hypot(matrix.a, matrix.b)) / shrink;
  }
}
