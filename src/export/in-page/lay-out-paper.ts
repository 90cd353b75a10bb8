/** A heading of a paper in document order, and the bookmark it is the place of. */
export interface PaperHeading {
  readonly bookmark?: { readonly title: string; readonly depth: number };
}

/**
 * Sets what a style sheet cannot: how large each slide picture is. A slide reaches from its margins to its last line, and beyond them
 * where its author went there; nothing of it is cut. Waits for fonts and pictures. Runs in the page.
 */
export async function layOutPaper(): Promise<readonly PaperHeading[]> {
  // The running lines stand in margin boxes, which load no font: words only they have in a weight would not be printed.
  const words = `${document.title} ${document.body.textContent}`;
  const families = getComputedStyle(document.documentElement).getPropertyValue('--sans') || '"Source Sans 3"';
  await Promise.all([400, 600].map((weight) => document.fonts.load(`${weight} 10px ${families}`, words)));
  await document.fonts.ready;
  // A picture that cannot be decoded is shown as broken; that a file is missing was said when the deck was read.
  await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
  for (const box of document.querySelectorAll<HTMLElement>('.picture-box')) setSize(box);
  return [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(headingOf);

  function setSize(box: HTMLElement): void {
    const stage = box.querySelector<HTMLElement>('.stage');
    if (stage === null) return;
    box.style.removeProperty('--width');
    const origin = stage.getBoundingClientRect();
    const scale = origin.width / 1280 || 1;
    const around = { left: 80, top: 720, right: 1200, bottom: 0 };
    for (const element of stage.querySelectorAll('*')) {
      const whole = element.getBoundingClientRect();
      const reaches =
        (whole.left - origin.left) / scale < around.left ||
        (whole.top - origin.top) / scale < around.top ||
        (whole.right - origin.left) / scale > around.right ||
        (whole.bottom - origin.top) / scale > around.bottom;
      if (!reaches || whole.width + whole.height === 0 || !isSeen(element)) continue;
      const { left, top, right, bottom } = visiblePart(element, stage);
      if (right <= left && bottom <= top) continue;
      around.left = Math.min(around.left, (left - origin.left) / scale);
      around.top = Math.min(around.top, (top - origin.top) / scale);
      around.right = Math.max(around.right, (right - origin.left) / scale);
      around.bottom = Math.max(around.bottom, (bottom - origin.top) / scale);
    }
    if (around.bottom === 0) return;
    const [left, top] = [Math.max(0, around.left), Math.max(0, around.top)];
    const [across, down] = [around.right - left, around.bottom + 4 - top];
    box.style.setProperty('--from-x', String(left));
    box.style.setProperty('--from-y', String(top));
    box.style.setProperty('--across', String(across));
    box.style.setProperty('--down', String(down));
    // A slide that is taller than a page is made smaller rather than cut.
    const most = 0.8 * Number.parseFloat(document.body.style.getPropertyValue('--page')) * (96 / 25.4);
    const { height, width } = box.getBoundingClientRect();
    if (height > most) box.style.setProperty('--width', `${(width * most) / height}px`);
  }

  /** Without what boxes inside the stage cut off it: a root sign of a formula is as long as a street. */
  function visiblePart(element: Element, stage: Element): Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'> {
    let { left, top, right, bottom } = element.getBoundingClientRect();
    for (let box = element.parentElement; box !== null && box !== stage; box = box.parentElement) {
      if (getComputedStyle(box).overflowX === 'visible') continue;
      const edge = box.getBoundingClientRect();
      [left, top] = [Math.max(left, edge.left), Math.max(top, edge.top)];
      [right, bottom] = [Math.min(right, edge.right), Math.min(bottom, edge.bottom)];
    }
    return { left, top, right, bottom };
  }

  /** Whether an element shows something itself, rather than hold what does; of a drawing its parts do, not the room around it. */
  function isSeen(element: Element): boolean {
    if (element.closest('svg') !== null) return element.parentElement?.tagName === 'svg' && element.tagName !== 'style';
    const holdsText = [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '');
    if (holdsText || /^(img|video|canvas|hr|input|object|math)$/i.test(element.tagName)) return true;
    const { borderTopWidth, borderBottomWidth, backgroundColor, backgroundImage } = getComputedStyle(element);
    const isFilled = !/^rgba\(.*, 0\)$|^transparent$/.test(backgroundColor) || backgroundImage !== 'none';
    return isFilled || Number.parseFloat(borderTopWidth) + Number.parseFloat(borderBottomWidth) > 0;
  }

  function headingOf(heading: Element): PaperHeading {
    const holder = heading.closest<HTMLElement>('[data-bookmark]');
    if (holder === null || holder.querySelector('h1, h2, h3, h4, h5, h6') !== heading) return {};
    return { bookmark: { title: holder.dataset.bookmark ?? '', depth: Number(holder.dataset.depth ?? 1) } };
  }
}
