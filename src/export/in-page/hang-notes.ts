/**
 * Lets notes in a reader's margin that are taller than their paragraph hang beside what follows, whose own notes give way, so that
 * paragraphs stand at even distances; on one page only. Paragraphs of three lines stay whole: of what stands in a grid Chromium leaves
 * single lines. Runs in the page while it is laid out in columns (`lay-in-columns.ts`), and again where something has moved.
 */
export function hangNotes(): void {
  const mm = 96 / 25.4;
  const blocks = [...document.querySelectorAll<HTMLElement>('.r, .rows > li, .wide, .spoken, .matter')];
  const asides = blocks.map((block) =>
    block.matches('.wide, .spoken') ? null : block.querySelector<HTMLElement>(':scope > aside'),
  );
  for (const aside of asides) for (const name of ['height', 'top']) aside?.style.removeProperty(name);
  // All is read before anything is written: otherwise the whole paper would be laid out for each paragraph.
  for (const block of blocks.filter(isShort)) block.style.breakInside = 'avoid';
  const sizes = blocks.map(sizeOf);
  const stays = new Set<number>();
  const ends = new Set<number>();
  for (let round = 0; round < 4 && hangAll(); round++);

  function isShort(block: HTMLElement): boolean {
    const text = block.querySelector(':scope > p');
    return text !== null && text.getBoundingClientRect().height < 16 * mm;
  }

  /** How high a block's own content and its notes are, and how far it is to the next block; px. */
  function sizeOf(block: HTMLElement, index: number): { own: number; notes: number; gap: number } {
    const [first] = block.children;
    const { marginTop, marginBottom } =
      first === undefined ? { marginTop: '', marginBottom: '' } : getComputedStyle(first);
    const own = heightOf(first) + (Number.parseFloat(marginTop) || 0) + (Number.parseFloat(marginBottom) || 0);
    const end = fragments(block).at(-1);
    const next = blocks[index + 1] === undefined ? undefined : fragments(blocks[index + 1])[0];
    const gap = end === undefined || next === undefined || next.left !== end.left ? 0 : next.top - end.bottom;
    return { own, notes: heightOf(asides[index]), gap: Math.max(0, gap) };
  }

  /** True where a page ended in the middle of it, and it has to be done again. */
  function hangAll(): boolean {
    let carried = 0;
    const over = sizes.map(({ own, notes, gap }, index) => {
      const aside = asides[index];
      const top = carried;
      carried = 0;
      if (aside === null || aside === undefined) return 0;
      const spare = stays.has(index) ? 0 : Math.max(0, top + notes - own);
      const next = blocks[index + 1];
      const goesOn = next?.matches('.r:not(.heading), li') === true && !ends.has(index);
      const hung = goesOn ? spare : Math.min(spare, Math.max(0, gap - mm));
      carried = goesOn && hung > gap ? hung - gap + mm / 2 : 0;
      // Not by margins: a row of a grid that may be broken is as high as what is in it, whatever its margins.
      aside.style.height = `${top + notes - hung}px`;
      aside.style.top = `${top}px`;
      return hung;
    });
    let isParted = false;
    over.forEach((hung, index) => {
      const block = blocks[index];
      const next = blocks[index + 1];
      const aside = asides[index];
      if (hung === 0 || block === undefined || aside === null || aside === undefined) return;
      const page = pageOf(fragments(block.firstElementChild).at(-1));
      const isCut = [...aside.querySelectorAll('li')].some((note) => isBelow(fragments(note).at(-1), page));
      if (isCut && !stays.has(index)) stays.add(index);
      else if (next !== undefined && pageOf(fragments(next)[0]) !== page && !ends.has(index)) ends.add(index);
      else return;
      isParted = true;
    });
    return isParted;
  }

  function isBelow(rect: DOMRect | undefined, page: number): boolean {
    const end = document.body.getBoundingClientRect().bottom;
    return pageOf(rect) > page || (rect?.bottom ?? 0) > end;
  }

  function fragments(element: Element | null | undefined): readonly DOMRect[] {
    return element === null || element === undefined ? [] : [...element.getClientRects()];
  }

  function heightOf(element: Element | null | undefined): number {
    return fragments(element).reduce((sum, { height }) => sum + height, 0);
  }

  /** Columns are 182 mm wide with 100 mm between them; numbers hang 7 mm out of the margin. */
  function pageOf(rect: DOMRect | undefined): number {
    return rect === undefined
      ? 0
      : Math.floor((rect.left - document.body.getBoundingClientRect().left + 20 * mm) / (282 * mm));
  }
}
