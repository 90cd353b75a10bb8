/** A heading of a paper in document order, and the bookmark it is the place of. */
export interface PaperHeading {
  readonly bookmark?: { readonly title: string; readonly depth: number };
}

/**
 * Sets what a style sheet cannot: how large each slide picture is. A slide reaches from its margins to its last line, and beyond them
 * where its author went there; nothing of it is cut. Waits for fonts and pictures. Runs in the page.
 */
export async function layOutPaper(): Promise<readonly PaperHeading[]> {
  await document.fonts.ready;
  // A picture that cannot be decoded is shown as broken; that a file is missing was said when the deck was read.
  await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
  for (const box of document.querySelectorAll<HTMLElement>('.picture-box')) setSize(box);
  return [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(headingOf);

  function setSize(box: HTMLElement): void {
    const stage = box.querySelector<HTMLElement>('.stage');
    if (stage === null) return;
    const origin = stage.getBoundingClientRect();
    const scale = origin.width / 1280 || 1;
    const around = { left: 80, top: 88, right: 1200, bottom: 88 };
    for (const element of stage.querySelectorAll('*')) {
      const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
      if (width * height === 0 || element.closest('svg')?.parentElement?.closest('svg, .drawing') != null) continue;
      around.left = Math.min(around.left, (left - origin.left) / scale);
      around.top = Math.min(around.top, (top - origin.top) / scale);
      around.right = Math.max(around.right, (right - origin.left) / scale);
      around.bottom = Math.max(around.bottom, (bottom - origin.top) / scale);
    }
    box.style.setProperty('--from-x', String(Math.max(0, around.left)));
    box.style.setProperty('--from-y', String(Math.max(0, around.top)));
    box.style.setProperty('--across', String(around.right - Math.max(0, around.left)));
    box.style.setProperty('--down', String(around.bottom - Math.max(0, around.top)));
  }

  function headingOf(heading: Element): PaperHeading {
    const holder = heading.closest<HTMLElement>('[data-bookmark]');
    if (holder === null || holder.querySelector('h1, h2, h3, h4, h5, h6') !== heading) return {};
    return { bookmark: { title: holder.dataset.bookmark ?? '', depth: Number(holder.dataset.depth ?? 1) } };
  }
}
