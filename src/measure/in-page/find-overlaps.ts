/** Two texts of a slide, or a text and a picture, that lie over each other. */
export interface FoundOverlap {
  /** The slide's id. */
  readonly slide: string;
  readonly text: string;
  /** The other text; empty for a picture without an alternative. */
  readonly over: string;
  readonly isPicture: boolean;
}

/**
 * Lists what lies over each other on the slides of a deck in print view, in their last step: lines of text of two blocks, or a picture and
 * text that the author has not put there by a position of its own. What comes and goes in one place is left out. Runs in the page.
 */
export function findOverlaps(): FoundOverlap[] {
  type Line = {
    readonly owner: Element;
    readonly box: DOMRect;
    readonly words: string;
    readonly px: number;
    readonly isPlaced: boolean;
  };
  const unseen =
    'aside.notes, .katex-mathml, script, style, template, noscript, datalist, svg, .run, .draft, .r-stack, .answered, .then, [aria-hidden="true"], .fragment:is(.fade-out, .current-visible, .fade-in-then-out)';
  const blocks =
    'p, li, td, th, dt, dd, blockquote, figcaption, caption, h1, h2, h3, h4, h5, h6, pre, div, section, .marks, figure';
  /** Letters of one line reach into the next where lines are set close, and kerned letters beside each other touch. */
  const slack = { x: 3, share: 0.35 };
  const most = 3;
  const pages = new Map<string, HTMLElement>();
  for (const section of document.querySelectorAll<HTMLElement>('.pdf-page section:not(:has(section))'))
    pages.set(section.id, section);
  return [...pages].flatMap(([id, section]) => overlapsOn(id, section));

  function overlapsOn(slide: string, section: HTMLElement): FoundOverlap[] {
    const lines: Line[] = [];
    const pictures: Line[] = [];
    visit(section, false);
    const found: FoundOverlap[] = [];
    const note = (one: Line, other: Line, isPicture: boolean): void => {
      const isKnown = found.some(({ text, over }) => text === one.words && over === other.words);
      if (!isKnown && found.length < most) found.push({ slide, text: one.words, over: other.words, isPicture });
    };
    lines.forEach((one, index) => {
      for (const other of lines.slice(index + 1))
        if (one.owner !== other.owner && lies(one.box, other.box, Math.min(one.px, other.px))) note(one, other, false);
      for (const picture of pictures)
        if (!one.isPlaced && !picture.isPlaced && lies(one.box, picture.box, one.px)) note(one, picture, true);
    });
    return found;

    function visit(element: Element, placedAbove: boolean): void {
      if (element.matches(unseen)) return;
      const style = getComputedStyle(element);
      if (style.display === 'none' || style.opacity === '0' || isForReadersOnly(element, style)) return;
      const isPlaced = placedAbove || (element !== section && isPlacedByAuthor(element, style));
      if (element.matches('img, video, canvas, iframe')) {
        const box = element.getBoundingClientRect();
        if (style.visibility === 'visible')
          pictures.push({ owner: element, box, words: element.getAttribute('alt') ?? '', px: 0, isPlaced });
        return;
      }
      for (const node of element.childNodes) {
        if (node.nodeType === Node.ELEMENT_NODE) visit(node as Element, isPlaced);
        else if (node.nodeType === Node.TEXT_NODE && style.visibility === 'visible')
          noteText(node, element, style, isPlaced);
      }
    }

    function noteText(node: Node, element: Element, style: CSSStyleDeclaration, isPlaced: boolean): void {
      const words = (node.textContent ?? '')
        .replace(/\u00AD/g, '')
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, 60);
      if (words === '') return;
      const px = Number.parseFloat(style.fontSize);
      const owner = element.closest(blocks) ?? section;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) {
        if (box.width < 1 || box.height < 1) continue;
        const spare = Math.max(0, (box.height - px) / 2);
        lines.push({
          owner,
          words,
          px,
          isPlaced,
          box: new DOMRect(box.x, box.y + spare, box.width, box.height - 2 * spare),
        });
      }
    }
  }

  function lies(one: DOMRect, other: DOMRect, px: number): boolean {
    const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
    const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
    return across > slack.x && down > slack.share * px;
  }

  /** Marks and voices have a position of ours. */
  function isPlacedByAuthor(element: Element, { position, transform, float }: CSSStyleDeclaration): boolean {
    if (element.matches('.marks, .voice, .run, .dated')) return false;
    return position === 'absolute' || position === 'fixed' || transform !== 'none' || float !== 'none';
  }

  function isForReadersOnly(element: Element, { position, clipPath, clip }: CSSStyleDeclaration): boolean {
    if (position !== 'absolute' || !(element instanceof HTMLElement)) return false;
    return clipPath === 'inset(50%)' || clip.startsWith('rect(0') || element.offsetWidth <= 1;
  }
}
