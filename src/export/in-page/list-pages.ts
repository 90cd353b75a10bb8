/** A page of the print view: the slide it shows and what a reader must find in the PDF. */
export interface PrintedPage {
  /** Id of the slide's section; empty for a page that is no slide. */
  readonly id: string;
  /** All text of the slide. */
  readonly text: string;
  /** The slide's heading or, without one, its first text; empty when it shows none. */
  readonly opening: string;
}

export interface PrintedPages {
  readonly pages: readonly PrintedPage[];
  /** Of every page, px. */
  readonly width: number;
  readonly height: number;
}

/** Lists the pages of a deck in print view in order. Runs in the page. */
export function listPages(): PrintedPages {
  const pages = [...document.querySelectorAll('.pdf-page')].map((page) => {
    const section = page.querySelector('section');
    if (section === null) return { id: '', text: '', opening: '' };
    const first = section.querySelector('h1, h2, h3, h4, h5, h6') ?? section.querySelector('p, li');
    return { id: section.id, text: section.textContent ?? '', opening: first === null ? '' : shownText(first, page) };
  });
  const { width, height } = document.body.style;
  return { pages, width: Number.parseFloat(width), height: Number.parseFloat(height) };

  /** Text that is seen on the page: not what is kept for screen readers, hidden until a step, or a formula's source. */
  function shownText(element: Element, page: Element): string {
    const stage = page.getBoundingClientRect();
    const nodes = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const shown: string[] = [];
    while (nodes.nextNode()) {
      const node = nodes.currentNode;
      const range = document.createRange();
      range.selectNodeContents(node);
      const { left, right, top, bottom, width, height } = range.getBoundingClientRect();
      const inside = left < stage.right && right > stage.left && top < stage.bottom && bottom > stage.top;
      const visible = node.parentElement?.checkVisibility({ visibilityProperty: true, opacityProperty: true }) === true;
      const formula = node.parentElement?.closest('.katex, svg') ?? null;
      if (inside && visible && formula === null && width > 2 && height > 2) shown.push(insideOf(node, stage));
    }
    return shown.join('');
  }

  /** What reaches beyond the page is not printed; that it does was said where the slide was measured. */
  function insideOf(node: Node, { left, right, top, bottom }: DOMRect): string {
    const range = document.createRange();
    range.selectNodeContents(node);
    const whole = range.getBoundingClientRect();
    const text = node.textContent ?? '';
    if (whole.left >= left && whole.right <= right && whole.top >= top && whole.bottom <= bottom) return text;
    return [...text]
      .filter((_, index, all) => {
        const start = all.slice(0, index).join('').length;
        range.setStart(node, start);
        range.setEnd(node, start + (all[index]?.length ?? 0));
        const letter = range.getBoundingClientRect();
        return letter.left >= left && letter.right <= right && letter.top >= top && letter.bottom <= bottom;
      })
      .join('');
  }
}
