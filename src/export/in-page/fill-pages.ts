/**
 * Puts a handout's items (`carry-on.ts`) onto pages: as many slides to a page as were asked for, where they fit. The rest of a page
 * becomes lines to write on. Runs in the page. Lengths are px of the page; 1 mm is 96 / 25.4 of them.
 */
export function fillPages(): void {
  const mm = 96 / 25.4;
  const page = Number.parseFloat(document.body.style.getPropertyValue('--page')) * mm - mm;
  const perPage = Number(document.body.dataset.perPage ?? 3);
  const gap = 5 * mm;
  const slot = (page - (perPage - 1) * gap) / perPage;
  const main = document.querySelector('main');
  if (main === null) return;
  const items = [...main.querySelectorAll<HTMLElement>(':scope > .item')];
  if (items.length === 0) return;
  paginate(items);
  for (const room of main.querySelectorAll<HTMLElement>('.room')) rule(room);

  /**
   * Pages are filled in order; what remains of one is shared among its slides as room to write, but not with prose that runs over
   * pages: what comes after begins where it ends. On the last page, which takes in what follows the slides, each gets its share of a
   * full page at most.
   */
  function paginate(all: readonly HTMLElement[]): void {
    let group: HTMLElement[] = [];
    let height = page;
    for (const item of all) {
      const own = item.getBoundingClientRect().height + gap;
      const slides = group.filter((other) => other.querySelector('.block') !== null).length;
      if (height + own > page || slides === perPage) {
        share(group, page - height);
        group = [];
        height = -gap;
        item.classList.add('first');
        if (item !== all[0]) item.classList.add('first-page');
      }
      group.push(item);
      height += own;
      if (height > page) {
        group = [];
        height = endOf(item);
      }
    }
    share(group, page - height - matter(page - height), slot);
  }

  /** How far down its last page an item reaches that is higher than one: in columns Chromium breaks it as it will break pages. */
  function endOf(item: HTMLElement): number {
    item.style.cssText = `height: ${page}px; column-width: 182mm; column-gap: 50mm; column-fill: auto`;
    const last = [...(item.lastElementChild?.getClientRects() ?? [])].at(-1);
    const end = (last?.bottom ?? 0) - item.getBoundingClientRect().top;
    item.style.cssText = '';
    return end;
  }

  /** The height of what follows the slides, where all of it still has room on their last page. */
  function matter(spare: number): number {
    const parts = [...document.querySelectorAll<HTMLElement>('.matter')];
    const height = parts.reduce((sum, part) => sum + part.getBoundingClientRect().height + 8 * mm, 0);
    return height < spare ? height : 0;
  }

  /** `most`: no block gets taller than that by it. */
  function share(group: readonly HTMLElement[], spare: number, most = page): void {
    const blocks = group.flatMap((item) => [...item.querySelectorAll<HTMLElement>('.block')]);
    for (const block of blocks) {
      const { height } = block.getBoundingClientRect();
      block.style.minHeight = `${Math.max(height, Math.min(height + Math.max(0, spare) / blocks.length, most))}px`;
    }
  }

  /** The first line is nearer to what stands above it; where there is no room for two nothing is ruled. */
  function rule(room: HTMLElement): void {
    const count = Math.floor((room.getBoundingClientRect().height / mm - 1) / 8);
    if (count < 2) room.remove();
    else for (let index = 0; index < count; index++) room.append(document.createElement('i'));
  }
}
