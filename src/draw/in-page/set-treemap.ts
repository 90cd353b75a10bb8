import type { setLines } from './set-lines.js';
import type { wrapWords } from './wrap-words.js';

/** The page's own globals. */
type Page = Readonly<{ setLines: typeof setLines; wrapWords: typeof wrapWords }>;

/**
 * Sets the names and numbers of a treemap in letters that a room can read: in two sizes, broken into lines, turned in fields that are narrow
 * and high. Mermaid shrinks names until nobody reads them, and leaves out numbers. Answers what no field has room for. The style sheet lets
 * Mermaid measure letters of one px, so that it cuts none. `svg` must be in the document. Runs in the page.
 */
export function setTreemap(svg: SVGSVGElement): readonly string[] {
  const page = globalThis as unknown as Page;
  const sizes = [22, 18] as const;
  const headSize = 18;
  /** Between words and the edges of their field, px. */
  const rim = 6;
  const leaves = [...svg.querySelectorAll<SVGGElement>('.treemapLeafGroup')];
  const sections = [...svg.querySelectorAll<SVGGElement>('g.treemapSection')];
  return [...sections.flatMap(setSection), ...leaves.flatMap(setLeaf)];

  function setLeaf(leaf: SVGGElement): readonly string[] {
    const [name, value] = ['.treemapLabel', '.treemapValue'].map((part) => leaf.querySelector<SVGTextElement>(part));
    const field = leaf.querySelector<SVGRectElement>('.treemapLeaf')?.getBBox();
    if (name === null || name === undefined || field === undefined) return [];
    const [words, number] = [name.textContent ?? '', value?.textContent ?? ''];
    value?.remove();
    const middle = { x: field.width / 2, y: field.height / 2 };
    const place = ways(words, number).find((way) => fits(way, field, name));
    if (place === undefined) {
      name.remove();
      return [`${words} ${number}`.trim()];
    }
    const { size, isTurned } = place;
    page.setLines(name, linesIn(place, field, name).lines, { ...middle, size });
    if (isTurned) name.setAttribute('transform', `rotate(-90 ${middle.x} ${middle.y})`);
    return [];
  }

  /** In the order in which they are tried. Parts are broken into lines each for itself. */
  function ways(name: string, value: string) {
    const apart = [name, value].filter((part) => part !== '');
    const upright = sizes.flatMap((size) => [
      { parts: apart, size, isTurned: false },
      { parts: [apart.join(' ')], size, isTurned: false },
    ]);
    return [...upright, ...upright.map((way) => ({ ...way, isTurned: true }))];
  }

  function linesIn({ parts, size, isTurned }: ReturnType<typeof ways>[number], field: DOMRect, text: SVGTextElement) {
    const most = (isTurned ? field.height : field.width) - 2 * rim;
    const wrapped = parts.map((part) => page.wrapWords(text, part, { most, size }));
    return {
      lines: wrapped.flatMap(({ lines }) => lines),
      width: Math.max(...wrapped.map(({ width }) => width)),
    };
  }

  function fits(way: ReturnType<typeof ways>[number], field: DOMRect, text: SVGTextElement): boolean {
    const { lines, width } = linesIn(way, field, text);
    const [along, across] = way.isTurned ? [field.height, field.width] : [field.width, field.height];
    return width <= along - 2 * rim && lines.length * way.size * 1.15 <= across - rim;
  }

  /** A sum gives way before a name does: it can be counted. */
  function setSection(section: SVGGElement): readonly string[] {
    const name = section.querySelector<SVGTextElement>('.treemapSectionLabel');
    const value = section.querySelector<SVGTextElement>('.treemapSectionValue');
    const field = section.querySelector<SVGRectElement>('rect.treemapSection')?.getBBox();
    const words = name?.textContent ?? '';
    if (name === null || field === undefined || words === '') return [];
    for (const text of [name, value]) text?.style.setProperty('font-size', `${headSize}px`, 'important');
    const room = field.width - 2 * rim;
    const width = name.getComputedTextLength();
    const sum = value?.textContent ?? '';
    if (width + rim + (value?.getComputedTextLength() ?? 0) <= room) return [];
    value?.remove();
    if (width <= room) return sum === '' ? [] : [`${words} ${sum}`];
    name.remove();
    return [`${words} ${sum}`.trim()];
  }
}
