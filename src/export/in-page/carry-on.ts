/**
 * Prepares a handout's slides for its pages: prose that finds no room beside its slide goes on in a continuation headed with the slide's
 * title, and so does what is wider than its column; a slide with the heading of its part and its continuation become one item. Runs in
 * the page, once slides have their size. `continued` is what the continuation's head says behind the slide's number, in the deck's
 * language.
 */
export function carryOn(continued: string): void {
  const mm = 96 / 25.4;
  const page = Number.parseFloat(document.body.style.getPropertyValue('--page')) * mm - mm;
  const perPage = Number(document.body.dataset.perPage ?? 3);
  const slot = (page - (perPage - 1) * 5 * mm) / perPage;
  const main = document.querySelector('main');
  if (document.querySelector('.block, .opener, .plain') === null || main === null) return;
  for (const block of main.querySelectorAll<HTMLElement>('.block')) moveOn(block);
  main.replaceChildren(...gather([...main.children]));

  /** What a block cannot hold goes on below it. A little more than its share is given to it rather than started anew. */
  function moveOn(block: HTMLElement): void {
    const moved = document.createElement('div');
    const notes = block.querySelector('.own > .notes');
    if (notes !== null && (bottomIn(block, notes) > page - 10 * mm || [...notes.children].some(isWide)))
      moved.append(...[notes.previousElementSibling, notes].filter((one) => one !== null));
    const side = block.querySelector('.side');
    if (side !== null && bottomIn(block, side) > page - 40 * mm) moved.append(side);
    const beside = [...block.querySelectorAll('.shown, .own > .notes, .side')].map((part) => bottomIn(block, part));
    const limit = block.matches('.across') ? page : Math.max(slot, ...(perPage === 3 ? beside : []));
    const prose = block.querySelector('.text > .prose');
    const reachesOut = prose !== null && [...prose.children].some(isWide);
    if (prose !== null && prose.childElementCount > 0 && (reachesOut || bottomIn(block, prose) > limit + 20 * mm)) {
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

  function isWide(child: Element): boolean {
    const room = child.parentElement?.clientWidth ?? 0;
    const own = child instanceof HTMLElement ? child.offsetWidth : 0;
    return room > 0 && Math.max(child.scrollWidth, own) > room + 1;
  }

  function bottomIn(block: Element, part: Element): number {
    return part.getBoundingClientRect().bottom - block.getBoundingClientRect().top;
  }

  /** Paragraphs from the first that reaches below `limit`; it is itself divided between two sentences where the first part fits. */
  function surplus(block: Element, prose: Element, limit: number): readonly Element[] {
    const children = [...prose.children];
    const first = children.findIndex((child) => isWide(child) || bottomIn(block, child) > limit);
    const child = children[first];
    if (child === undefined) return [];
    const parted =
      child.tagName === 'P' && !isWide(child) ? part(child, block.getBoundingClientRect().top + limit) : undefined;
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
}
