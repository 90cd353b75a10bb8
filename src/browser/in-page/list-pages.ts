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
    const headings = section.querySelector<HTMLElement>('h1, h2, h3, h4, h5, h6');
    const first = headings ?? section.querySelector<HTMLElement>('p, li');
    const plain =
      first?.querySelector('.katex, svg, img') === null && first.checkVisibility({ visibilityProperty: true });
    return { id: section.id, text: section.textContent ?? '', opening: plain ? first.innerText : '' };
  });
  const { width, height } = document.body.style;
  return { pages, width: Number.parseFloat(width), height: Number.parseFloat(height) };
}
