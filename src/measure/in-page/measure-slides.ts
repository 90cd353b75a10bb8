import type { LaidOutDeck } from '../../model.js';

/**
 * Measures every slide of a deck shown in Reveal's print view, where all slides are laid out at once at scale 1: how far text and pictures
 * reach beyond the stage, which boxes cut their own content off, and the smallest text as it is seen. Runs in the page.
 */
export function measureSlides(): LaidOutDeck {
  type Layout = LaidOutDeck['slides'][number];
  type Edges = { left: number; right: number; top: number; bottom: number };
  /** Line boxes and optical margins reach a little further than ink does. */
  const tolerance = 2;
  const unseen = 'aside.notes, .katex-mathml, script, style, template, noscript, datalist';
  const pictures = 'img, svg, video, canvas, iframe, object, embed, hr, input, button, meter, progress';
  const steps = new Map<string, Layout[]>();
  for (const page of document.querySelectorAll<HTMLElement>('.pdf-page')) {
    const section = page.querySelector<HTMLElement>('section');
    if (section === null) continue;
    const layout = measured(page, section);
    const earlier = steps.get(section.id);
    if (earlier === undefined) steps.set(section.id, [layout]);
    else earlier.push(layout);
  }
  return { slides: [...steps.values()].map(worstStep) };

  /** A slide as it is when all is shown, unless one of its steps, each on a page of its own, has less room. */
  function worstStep(layouts: readonly Layout[]): Layout {
    const excess = ({ overflow, clipped }: Layout): number =>
      Math.max(...Object.values(overflow), ...clipped.map(({ by }) => by), 0);
    const final = layouts.at(-1) as Layout;
    const worst = layouts.reduce((most, one) => (excess(one) > excess(most) ? one : most), final);
    return worst === final ? final : { ...worst, atStep: layouts.indexOf(worst) };
  }

  function measured(page: HTMLElement, section: HTMLElement): Layout {
    const scales = new Map<Element, number>();
    const stage = page.getBoundingClientRect();
    const width = Number.parseFloat(getComputedStyle(page).width);
    const height = Number.parseFloat(document.body.style.height) || stage.height;
    const reach: Edges = { left: 0, right: 0, top: 0, bottom: 0 };
    /** Beyond the text area. Title and section slides reach lower, where they have no foot; a blank slide is its author's. */
    const beside = { left: 0, right: 0, bottom: 0 };
    const area = { left: 80, right: 1200, bottom: isLow() ? 688 : 640 };
    const clipped: { what: string; axis: 'x' | 'y'; by: number }[] = [];
    const squeezed: string[] = [];
    let text: Layout['smallestText'];
    let label: Layout['smallestLabel'];
    visit(section);
    const overflow = {
      left: beyond(reach.left),
      right: beyond(reach.right),
      top: beyond(reach.top),
      bottom: beyond(reach.bottom),
    };
    const beyondText = { left: outside(beside.left), right: outside(beside.right), bottom: outside(beside.bottom) };
    return {
      id: section.id,
      overflow,
      ...(beyondText.left + beyondText.right + beyondText.bottom === 0 ? {} : { beyondText }),
      clipped,
      broken: broken(),
      ...(squeezed.length === 0 ? {} : { squeezed }),
      ...(section.hasAttribute('data-film-unseen') ? { unseenFilm: true as const } : {}),
      headingLines: headingLines(),
      ...(text === undefined ? {} : { smallestText: text }),
      ...(label === undefined ? {} : { smallestLabel: label }),
    };

    function visit(element: Element): void {
      if (element.matches(unseen)) return;
      const style = getComputedStyle(element);
      if (style.display === 'none' || isForReadersOnly(element, style)) return;
      noteClipping(element, style);
      if (element.matches(pictures)) {
        include(element, [element.getBoundingClientRect()]);
        noteSqueezed(element);
        for (const text of element.querySelectorAll<SVGTextContentElement>('text, tspan')) noteDrawnText(text);
        return;
      }
      for (const node of element.childNodes) {
        if (node.nodeType === Node.ELEMENT_NODE) visit(node as Element);
        else if (node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '') noteText(node, element, style);
      }
    }

    /** A picture to which what stands beside it has left no room. */
    function noteSqueezed(element: Element): void {
      if (!(element instanceof HTMLImageElement)) return;
      const { width, height } = element.getBoundingClientRect();
      const isSmall = Math.min(width, height) < 6 && Math.min(element.naturalWidth, element.naturalHeight) > 40;
      if (isSmall && getComputedStyle(element).visibility !== 'hidden') squeezed.push(element.alt);
    }

    /** Hidden from sight and kept for screen readers: a box of a pixel, clipped. */
    function isForReadersOnly(element: Element, style: CSSStyleDeclaration): boolean {
      if (style.position !== 'absolute' || !(element instanceof HTMLElement)) return false;
      return style.clipPath === 'inset(50%)' || style.clip.startsWith('rect(0') || element.offsetWidth <= 1;
    }

    function noteText(node: Node, element: Element, style: CSSStyleDeclaration): void {
      const px = Number.parseFloat(style.fontSize) * scaleOf(element);
      const range = document.createRange();
      range.selectNodeContents(node);
      include(
        element,
        [...range.getClientRects()].map((box) => ink(box, px)),
      );
      const formula = element.closest('.katex');
      const base = formula === null ? px : Number.parseFloat(getComputedStyle(formula).fontSize) * scaleOf(formula);
      noteSize(base, node.textContent ?? '', element);
    }

    /** The box of a text is as high as its font's tallest accents; letters take the middle 1.1 em of it. */
    function ink(box: DOMRect, px: number): DOMRect {
      const spare = Math.max(0, (box.height - 1.1 * px) / 2);
      return new DOMRect(box.x, box.y + spare, box.width, box.height - 2 * spare);
    }

    function noteDrawnText(text: SVGTextContentElement): void {
      const words = [...text.childNodes]
        .filter((node) => node.nodeType === Node.TEXT_NODE)
        .map((node) => node.textContent);
      const matrix = text.getScreenCTM();
      if (matrix === null || words.join('').trim() === '') return;
      const scale = Math.sqrt(Math.abs(matrix.a * matrix.d - matrix.b * matrix.c));
      noteSize(Number.parseFloat(getComputedStyle(text).fontSize) * scale, words.join(''), text);
    }

    function noteSize(px: number, words: string, element: Element): void {
      const diagram = element.closest('svg')?.closest('figure')?.id;
      const smallest = diagram ? label : text;
      if (smallest !== undefined && px >= smallest.px) return;
      const sized = { px: Math.round(px * 10) / 10, text: words.trim().slice(0, 60) };
      if (diagram) label = { ...sized, diagram };
      else text = sized;
    }

    /** What is not there and what other hosts have was said already. */
    function broken(): readonly string[] {
      const pictures = [
        ...section.querySelectorAll<HTMLImageElement>(
          'img[data-broken]:is([src^="data:"], [src^="large-"]):not([src="data:,"])',
        ),
      ];
      return pictures.filter((picture) => picture.closest(unseen) === null).map(({ alt }) => alt);
    }

    /** Lines begin at another height; marks beside the words share theirs. Headings that are the slide are set in other sizes. */
    function headingLines(): number {
      const heading = section.querySelector('h1, h2');
      if (heading === null || ['title', 'section', 'statement'].includes(section.dataset.layout ?? '')) return 0;
      const range = document.createRange();
      range.selectNodeContents(heading);
      const half = Number.parseFloat(getComputedStyle(heading).fontSize) / 2;
      const bottoms = [...range.getClientRects()].filter(({ width }) => width > 0).map(({ bottom }) => bottom);
      return bottoms.sort((a, b) => a - b).filter((bottom, at, all) => at === 0 || bottom - (all[at - 1] ?? 0) > half)
        .length;
    }

    function scaleOf(element: Element): number {
      const known = scales.get(element);
      if (known !== undefined) return known;
      const { transform } = getComputedStyle(element);
      const own = transform === 'none' ? 1 : areaScale(new DOMMatrix(transform));
      const parent = element === section ? null : element.parentElement;
      const scale = parent === null ? own : own * scaleOf(parent);
      scales.set(element, scale);
      return scale;
    }

    function areaScale({ a, b, c, d }: DOMMatrix): number {
      return Math.sqrt(Math.abs(a * d - b * c));
    }

    /** What a box of the slide cuts off does not reach beyond the stage; that it is cut off is said of the box. */
    function include(element: Element, boxes: Iterable<DOMRect>): void {
      const window = windowOf(element);
      const isSet = isOfText(element);
      for (const box of boxes) {
        if (box.width === 0 || box.height === 0) continue;
        reach.left = Math.max(reach.left, stage.left - Math.max(box.left, window.left));
        reach.right = Math.max(reach.right, Math.min(box.right, window.right) - (stage.left + width));
        reach.top = Math.max(reach.top, stage.top - Math.max(box.top, window.top));
        reach.bottom = Math.max(reach.bottom, Math.min(box.bottom, window.bottom) - (stage.top + height));
        if (!isSet) continue;
        beside.left = Math.max(beside.left, stage.left + area.left - Math.max(box.left, window.left));
        beside.right = Math.max(beside.right, Math.min(box.right, window.right) - (stage.left + area.right));
        beside.bottom = Math.max(beside.bottom, Math.min(box.bottom, window.bottom) - (stage.top + area.bottom));
      }
    }

    function isLow(): boolean {
      return ['title', 'section', 'sources'].includes(section.dataset.layout ?? '');
    }

    /** Set by the theme in heading or body, not placed by its author. */
    function isOfText(element: Element): boolean {
      if (section.dataset.layout === 'blank' || element.closest('.head, .body') === null) return false;
      for (let box: Element | null = element; box !== null && box !== section; box = box.parentElement) {
        const { position, transform, float } = getComputedStyle(box);
        const isOurs = box.matches('.marks, .voice, .answered, .then, .drawing *, .katex *');
        if (!isOurs && (position === 'absolute' || position === 'fixed' || transform !== 'none' || float !== 'none'))
          return false;
      }
      return true;
    }

    function windowOf(element: Element): Edges {
      const edges = { left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity };
      for (let box = element.parentElement; box !== null && box !== section; box = box.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(box);
        if (overflowX === 'visible' && overflowY === 'visible') continue;
        const { left, right, top, bottom } = box.getBoundingClientRect();
        edges.left = Math.max(edges.left, left);
        edges.right = Math.min(edges.right, right);
        edges.top = Math.max(edges.top, top);
        edges.bottom = Math.min(edges.bottom, bottom);
      }
      return edges;
    }

    function noteClipping(element: Element, { overflowX, overflowY }: CSSStyleDeclaration): void {
      if (element === section || !(element instanceof HTMLElement) || element.closest('.katex') !== null) return;
      const by = { x: element.scrollWidth - element.clientWidth, y: element.scrollHeight - element.clientHeight };
      if (element.clientWidth === 0 || element.clientHeight === 0) return;
      const what = [element.localName, ...element.classList].join('.');
      if (overflowX !== 'visible' && by.x > 1) clipped.push({ what, axis: 'x', by: by.x });
      if (overflowY !== 'visible' && by.y > 1) clipped.push({ what, axis: 'y', by: by.y });
    }

    /** Optical margins and quotation marks hang a little outside. */
    function outside(px: number): number {
      return px > 8 ? Math.round(px) : 0;
    }

    function beyond(px: number): number {
      return px > tolerance ? Math.round(px) : 0;
    }
  }
}
