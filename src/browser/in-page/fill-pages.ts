/**
 * Puts a handout's slides onto pages: as many as were asked for where they fit, prose that finds no room beside its slide on a
 * continuation headed with the slide's title, and what is left of a page as lines to write on. Runs in the page, once slides have their
 * size. `continued` is what the continuation's head says behind the slide's number, in the deck's language. Lengths are px of the page;
 * 1 mm is 96 / 25.4 of them.
 */
export function fillPages(continued: string): void {
  const mm = 96 / 25.4;
  const page = Number.parseFloat(document.body.style.getPropertyValue('--page')) * mm - mm;
  const perPage = Number(document.body.dataset.perPage ?? 3);
  const gap = 5 * mm;
  const slot = (page - (perPage - 1) * gap) / perPage;
  const main = document.querySelector('main');
  if (document.querySelector('.block, .opener, .plain') === null || main === null) return;
  for (const block of main.querySelectorAll<HTMLElement>('.block')) moveOn(block);
  const items = gather([...main.children]);
  main.replaceChildren(...items);
  for (const child of main.querySelectorAll<HTMLElement>('.prose > *')) narrow(child);
  paginate(items);
  for (const room of main.querySelectorAll<HTMLElement>('.room')) rule(room);

  /** What a block cannot hold goes on below it. A little more than its share is given to it rather than started anew. */
  function moveOn(block: HTMLElement): void {
    const moved = document.createElement('div');
    const notes = block.querySelector('.own > .notes');
    if (notes !== null && bottomIn(block, notes) > page - 10 * mm) moved.append(notes);
    const side = block.querySelector('.side');
    if (side !== null && bottomIn(block, side) > page - 40 * mm) moved.append(side);
    const beside = [...block.querySelectorAll('.shown, .own > .notes, .side')].map((part) => bottomIn(block, part));
    const limit = Math.max(slot, ...(perPage === 3 ? beside : []));
    const prose = block.querySelector('.text > .prose');
    const isWide = prose !== null && [...prose.children].some(reachesOut);
    if (prose !== null && prose.childElementCount > 0 && (isWide || bottomIn(block, prose) > limit + 20 * mm)) {
      const rest = document.createElement('div');
      rest.className = 'prose';
      rest.append(...surplus(block, prose, limit));
      if (rest.childElementCount > 0) moved.prepend(rest);
    }
    if (moved.childElementCount === 0) return;
    const continuation = document.createElement('div');
    continuation.className = 'continuation';
    const head = document.createElement('div');
    head.className = 'continued';
    const number = document.createElement('b');
    const shown = block.querySelector<HTMLElement>('.no, .untitled');
    const name = shown?.firstChild?.textContent?.trim() ?? '';
    number.textContent = `${name}, ${continued}`;
    if (shown !== null && shown.lang !== '') number.lang = shown.lang;
    const title = block.dataset.bookmark ?? '';
    head.append(number, ` ${title === name ? '' : title}`);
    continuation.append(head, moved);
    block.after(continuation);
  }

  function reachesOut(child: Element): boolean {
    return child.scrollWidth > child.clientWidth + 1 && child.clientWidth > 0;
  }

  /** What is too wide for a whole line, a formula or a table, is made smaller: beyond the edge the browser would shrink every page. */
  function narrow(child: HTMLElement): void {
    if (reachesOut(child)) child.style.zoom = String(child.clientWidth / child.scrollWidth);
  }

  function bottomIn(block: Element, part: Element): number {
    return part.getBoundingClientRect().bottom - block.getBoundingClientRect().top;
  }

  /** Paragraphs from the first that reaches below `limit`; it is itself divided between two sentences where the first part fits. */
  function surplus(block: Element, prose: Element, limit: number): readonly Element[] {
    const children = [...prose.children];
    const first = children.findIndex((child) => reachesOut(child) || bottomIn(block, child) > limit);
    const child = children[first];
    if (child === undefined) return [];
    const parted =
      child.tagName === 'P' && !reachesOut(child) ? part(child, block.getBoundingClientRect().top + limit) : undefined;
    return [parted ?? child, ...children.slice(first + 1)];
  }

  /** Takes the sentences of a paragraph that do not end above `limit` off it; undefined where none does, or all do. */
  function part(paragraph: Element, limit: number): Element | undefined {
    const nodes: Text[] = [];
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) nodes.push(walker.currentNode as Text);
    const sentences = new Intl.Segmenter(document.documentElement.lang, { granularity: 'sentence' });
    const starts = [...sentences.segment(nodes.map(({ data }) => data).join(''))].map(({ index }) => index);
    const last = starts.slice(1).findLast((start) => {
      const range = document.createRange();
      range.setStart(paragraph, 0);
      range.setEnd(...at(nodes, start));
      return range.getBoundingClientRect().bottom <= limit;
    });
    if (last === undefined) return undefined;
    const rest = document.createRange();
    rest.setStart(...at(nodes, last));
    rest.setEndAfter(paragraph.lastChild ?? paragraph);
    const copy = paragraph.cloneNode(false) as Element;
    copy.removeAttribute('id');
    copy.append(rest.extractContents());
    return copy;
  }

  function at(nodes: readonly Text[], offset: number): [Text | Element, number] {
    let left = offset;
    for (const node of nodes) {
      if (left <= node.length) return [node, left];
      left -= node.length;
    }
    const end = nodes.at(-1);
    return end === undefined ? [document.body, 0] : [end, end.length];
  }

  /** A slide with the heading of its part before it and its continuation behind it stay together. */
  function gather(children: readonly Element[]): readonly HTMLElement[] {
    const items: HTMLElement[] = [];
    let open: HTMLElement | undefined;
    for (const child of children) {
      if (open === undefined || !child.matches('.continuation')) {
        const waits = open !== undefined && open.lastElementChild?.matches('.opener') === true;
        if (!waits || open === undefined) {
          open = document.createElement('div');
          open.className = 'item';
          items.push(open);
        }
      }
      open.append(child);
    }
    return items;
  }

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
