/**
 * Moves a reader's figure that would begin a page and leave the one before it empty: up between the paragraphs of its slide, as far as
 * it must, or it is made smaller, to three quarters at most and as
 * long as its words stay legible. Notes are numbered anew afterwards. Runs in the page while it is laid out in
 * columns (`lay-in-columns.ts`).
 */
export function placeFigures(): void {
  const mm = 96 / 25.4;
  const page = Number.parseFloat(document.body.style.getPropertyValue('--page')) * mm;
  /** What may stay empty below a text, and what a figure keeps above it; px. */
  const [least, above] = [18 * mm, 5 * mm];
  const smallest = 0.75;
  /** The least size of its words, pt; `keep-legible.ts` says what it is now. */
  const leastText = 6.5;
  let hasMoved = false;
  for (const figure of document.querySelectorAll<HTMLElement>('.wide:has(> figure)')) place(figure);
  if (hasMoved) renumber();

  function place(figure: HTMLElement): void {
    const before = figure.previousElementSibling;
    if (before?.matches('.heading') && before.previousElementSibling === null) shrinkWith(before, figure);
    const [start, end] = [placeOf(figure, 0), placeOf(before, -1)];
    if (before === null || start === undefined || end === undefined || start.page === end.page) return;
    if (page - end.bottom < least) return;
    const height = above + heightOf(figure);
    const places = placesAbove(figure, end.page);
    const fits = places.find(({ bottom }) => bottom + height <= page);
    const close = fits ?? places.find(({ bottom }) => bottom + height - page <= mostOff(figure));
    if (close === undefined) return;
    const undo = fits === undefined ? shrink(figure, close.bottom + height - page) : undefined;
    close.after.after(figure);
    if (placeOf(figure, -1)?.page === end.page) hasMoved ||= close.after !== before;
    else {
      undo?.();
      before.after(figure);
    }
  }

  /** A figure that stands right below its slide's heading can only follow the slide before. */
  function shrinkWith(heading: Element, figure: HTMLElement): void {
    const part = figure.parentElement?.previousElementSibling?.lastElementChild;
    const [start, end] = [placeOf(heading, 0), placeOf(part, -1)];
    if (start === undefined || end === undefined || start.page === end.page || page - end.bottom < least) return;
    const bottom = placeOf(figure, -1);
    if (bottom?.page !== start.page) return;
    const over = end.bottom + 7 * mm + bottom.bottom - page;
    if (over <= 0 || over > mostOff(figure)) return;
    const undo = shrink(figure, over);
    if (placeOf(figure, -1)?.page !== end.page) undo();
  }

  function heightOf(element: Element): number {
    return [...element.getClientRects()].reduce((sum, rect) => sum + rect.height, 0);
  }

  /** How much lower a figure can get. */
  function mostOff(figure: Element): number {
    const drawing = drawingOf(figure);
    const legible = leastText / Number(drawing?.dataset.smallest ?? leastText / smallest);
    return (1 - Math.min(1, Math.max(smallest, legible))) * (drawing?.getBoundingClientRect().height ?? 0) - mm;
  }

  function drawingOf(figure: Element): HTMLElement | null {
    return figure.querySelector<HTMLElement>('.drawing > svg, img');
  }

  /** Makes a figure lower by `over`, and gives back what undoes it. */
  function shrink(figure: Element, over: number): () => void {
    const drawing = drawingOf(figure);
    const size = drawing?.getBoundingClientRect();
    if (drawing === null || size === undefined) return () => undefined;
    const was = drawing.style.width;
    drawing.style.width = `${size.width * (1 - (over + mm) / size.height)}px`;
    return () => {
      drawing.style.width = was;
    };
  }

  /**
   * Blocks of the slide that end on that page and that the figure may stand behind, the last one first: none above another figure or a
   * heading.
   */
  function placesAbove(figure: Element, last: number): readonly { readonly after: Element; readonly bottom: number }[] {
    const places: { after: Element; bottom: number }[] = [];
    for (let after = figure.previousElementSibling; after !== null; after = after.previousElementSibling) {
      const end = placeOf(after, -1);
      if (end?.page !== last) break;
      places.push({ after, bottom: end.bottom });
      if (after.matches('.wide, .heading')) break;
    }
    return places;
  }

  /** Columns are 182 mm wide with 100 mm between them. */
  function placeOf(
    element: Element | null | undefined,
    fragment: 0 | -1,
  ): { readonly page: number; readonly bottom: number } | undefined {
    const rect = [...(element?.getClientRects() ?? [])].at(fragment);
    const body = document.body.getBoundingClientRect();
    if (rect === undefined) return undefined;
    return { page: Math.floor((rect.left - body.left + 20 * mm) / (282 * mm)), bottom: rect.bottom - body.top };
  }

  /** Numbers run through the paper in the order in which it is read. */
  function renumber(): void {
    const notes = [...document.querySelectorAll('.margin-notes > li[id]')];
    const numbers = new Map(notes.map((note, index) => [note.id.replace('note-of-', ''), String(index + 1)]));
    const named = document.querySelectorAll('.margin-notes > li[id], .margin-notes .n, a.ref');
    for (const element of named) {
      for (const name of ['id', 'href', 'value', 'aria-label']) {
        const value = element.getAttribute(name);
        if (value === null) continue;
        const renumbered = value.replace(/\d+/, (digits) => numbers.get(digits) ?? digits);
        element.setAttribute(name, renumbered);
      }
      if (element.matches('a')) element.textContent = numbers.get(element.textContent ?? '') ?? element.textContent;
    }
  }
}
