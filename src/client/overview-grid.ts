import type { RevealApi } from 'reveal.js';

/** Between slides, px of the stage, as Reveal has it. */
const gap = 70;
const size = { width: 1280 + gap, height: 720 + gap };
/** So many slides fill the window's width, and so many rows its height. */
const columns = 5;
const rows = 5;
const scale = 0.94 / (columns * (size.width / 1280));

interface Place {
  readonly column: number;
  readonly row: number;
}

/**
 * Lays Reveal's overview out as a grid: slides in rows of five, each part of the talk on a row of its own, where Reveal has one row with a
 * column a stack. Up and down go from row to row, left and right from slide to slide. Reveal writes its own places to the slides' styles; ours are custom properties, which
 * `reveal.css` puts in their stead.
 */
export function layOverview(deck: RevealApi): void {
  for (const event of ['overviewshown', 'slidechanged', 'resize', 'sync'])
    deck.on(event, () => {
      if (deck.isOverview()) lay(deck);
    });
  addEventListener(
    'keydown',
    (event) => {
      const way = ways[event.key];
      if (way === undefined || !deck.isOverview() || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey)
        return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const next = way(placesOf(deck), deck.getCurrentSlide());
      if (next === undefined) return;
      const { h, v } = deck.getIndices(next);
      deck.slide(h, v);
    },
    true,
  );
}

function lay(deck: RevealApi): void {
  const places = placesOf(deck);
  for (const [slide, { column, row }] of places) {
    const { h, v } = deck.getIndices(slide);
    const cell = `translate3d(${column * size.width}px, ${row * size.height}px, 0)`;
    for (const element of [slide, deck.getSlideBackground(h, v)]) element?.style.setProperty('--cell', cell);
  }
  deck.getSlidesElement()?.style.setProperty('--camera', camera(places, deck));
}

/** A row ends where a part of the talk begins, and where it is full. */
function placesOf(deck: RevealApi): Places {
  const places = new Map<HTMLElement, Place>();
  let column = 0;
  let row = 0;
  for (const slide of deck.getSlides() as HTMLElement[]) {
    if (column === columns || (column > 0 && slide.dataset.layout === 'section')) {
      column = 0;
      row++;
    }
    places.set(slide, { column: column++, row });
  }
  return places;
}

/** The grid is in the middle; a long one moves so that the row of the current slide is seen, and no room is lost above or below. */
function camera(places: Places, deck: RevealApi): string {
  const last = Math.max(...[...places.values()].map(({ row }) => row));
  const { row = 0 } = places.get(deck.getCurrentSlide()) ?? {};
  const half = (rows - 1) / 2;
  const middle = last < rows ? last / 2 : Math.min(Math.max(row, half), last - half);
  const x = -((columns - 1) / 2) * size.width;
  const shown = deck.getScale();
  // as Reveal places its slides in the window, and then over the grid
  const fitted = shown === 1 ? '' : `translate(-50%, -50%) scale(${shown}) `;
  return `${fitted}scale(${scale}) translate(${x}px, ${-middle * size.height}px)`;
}

type Places = ReadonlyMap<HTMLElement, Place>;

/** Where each key goes; nowhere from the grid's edge. */
const ways: Readonly<Record<string, (places: Places, current: HTMLElement) => HTMLElement | undefined>> = {
  ArrowUp: (places, current) => inRow(places, current, -1),
  k: (places, current) => inRow(places, current, -1),
  ArrowDown: (places, current) => inRow(places, current, 1),
  j: (places, current) => inRow(places, current, 1),
  ArrowLeft: (places, current) => inOrder(places, current, -1),
  h: (places, current) => inOrder(places, current, -1),
  ArrowRight: (places, current) => inOrder(places, current, 1),
  l: (places, current) => inOrder(places, current, 1),
};

/** The slide a row above or below, as near as it gets. */
function inRow(places: Places, current: HTMLElement, by: number): HTMLElement | undefined {
  const from = places.get(current);
  if (from === undefined) return undefined;
  const row = [...places].filter(([, place]) => place.row === from.row + by);
  return row.findLast(([, { column }]) => column <= from.column)?.[0];
}

function inOrder(places: Places, current: HTMLElement, by: number): HTMLElement | undefined {
  const slides = [...places.keys()];
  return slides[slides.indexOf(current) + by];
}
