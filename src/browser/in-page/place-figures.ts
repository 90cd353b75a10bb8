/**
 * Moves a reader's figure that would begin a page and leave the one before it empty: up between the paragraphs of its slide, as far as
 * it must, or it is made smaller, to three quarters at most. Notes are numbered anew afterwards. Runs in the page while it is laid out in
 * columns (`lay-in-columns.ts`).
 */
export function placeFigures(): void {
  const mm = 96 / 25.4;
  const page = Number.parseFloat(document.body.style.getPropertyValue('--page')) * mm;
  /** What may stay empty below a text, and what a figure keeps above it; px. */
  const [least, above] = [18 * mm, 5 * mm];
  const smallest = 0.75;
  let hasMoved = false;
  for (const figure of document.querySelectorAll<HTMLElement>('.wide:has(> figure)')) place(figure);
  if (hasMoved) renumber();

  function place(figure: HTMLElement): void {
    const before = figure.previousElementSibling;
    const [start, end] = [placeOf(figure, 0), before === null ? undefined : placeOf(before, -1)];
    if (before === null || start === undefined || end === undefined || start.page === end.page) return;
    if (page - end.bottom < least) return;
    const height = above + [...figure.getClientRects()].reduce((sum, rect) => sum + rect.height, 0);
    const places = placesAbove(figure, end.page);
    const fits = places.find(({ bottom }) => bottom + height <= page);
    if (fits !== undefined) {
      fits.after.after(figure);
      if (placeOf(figure, -1)?.page === end.page) hasMoved = true;
      else before.after(figure);
      return;
    }
    const drawing = figure.querySelector<HTMLElement>('.drawing > svg, img');
    const size = drawing?.getBoundingClientRect();
    if (drawing === null || size === undefined) return;
    const close = places.find(({ bottom }) => bottom + height - page <= (1 - smallest) * size.height);
    if (close === undefined) return;
    const was = drawing.style.width;
    drawing.style.width = `${size.width * (1 - (close.bottom + height - page + mm) / size.height)}px`;
    close.after.after(figure);
    if (placeOf(figure, -1)?.page === end.page) hasMoved ||= close.after !== before;
    else {
      drawing.style.width = was;
      before.after(figure);
    }
  }

  /** Blocks of the slide that end on that page and that the figure may stand behind, the last one first: none above another figure or a heading. */
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
  function placeOf(element: Element, fragment: 0 | -1): { readonly page: number; readonly bottom: number } | undefined {
    const rect = [...element.getClientRects()].at(fragment);
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
        if (value !== null)
          element.setAttribute(
            name,
            value.replace(/\d+/, (digits) => numbers.get(digits) ?? digits),
          );
      }
      if (element.matches('a')) element.textContent = numbers.get(element.textContent ?? '') ?? element.textContent;
    }
  }
}
