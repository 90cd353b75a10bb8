import type { setLines } from './set-lines.js';
import type { wrapWords } from './wrap-words.js';

/** The page's own globals. */
type Page = Readonly<{ setLines: typeof setLines; wrapWords: typeof wrapWords }>;

/**
 * Breaks the names of sets and of what they share into lines that stay in their fields, those of sets a little away from the middle of the
 * drawing. Mermaid sets each in one line, across its neighbours. `svg` must be in the document. Runs in the page.
 */
export function setVenn(svg: SVGSVGElement): void {
  const page = globalThis as unknown as Page;
  const size = 22;
  /** Of a circle's radius: the most a line takes in a set and where sets meet, and how far names of sets move out. */
  const [inSet, shared, out] = [0.95, 0.75, 0.14];
  const circles = [...svg.querySelectorAll<SVGGElement>('.venn-circle')].flatMap((group) => {
    const path = group.querySelector('path');
    return path === null ? [] : [{ group, box: path.getBBox() }];
  });
  const radius = Math.min(...circles.map(({ box }) => box.width / 2));
  const middle = {
    x: circles.reduce((sum, { box }) => sum + box.x + box.width / 2, 0) / circles.length,
    y: circles.reduce((sum, { box }) => sum + box.y + box.height / 2, 0) / circles.length,
  };
  for (const { group, box } of circles) {
    const away = { x: box.x + box.width / 2 - middle.x, y: box.y + box.height / 2 - middle.y };
    const far = Math.hypot(away.x, away.y) || 1;
    set(group, inSet, { x: (away.x / far) * out * radius, y: (away.y / far) * out * radius });
  }
  for (const group of svg.querySelectorAll<SVGGElement>('.venn-intersection')) set(group, shared, { x: 0, y: 0 });

  function set(group: SVGGElement, share: number, by: { readonly x: number; readonly y: number }): void {
    const text = group.querySelector('text');
    const words = text?.textContent?.trim() ?? '';
    if (text === null || words === '') return;
    const { lines } = page.wrapWords(text, words, { most: radius * share, size });
    const [x, y] = ['x', 'y'].map((name) => Number(text.getAttribute(name)));
    page.setLines(text, lines, { x: (x ?? 0) + by.x, y: (y ?? 0) + by.y, size });
  }
}
