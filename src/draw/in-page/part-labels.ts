import type { setLines } from './set-lines.js';
import type { wrapWords } from './wrap-words.js';

/** The page's own globals. */
type Page = Readonly<{ setLines: typeof setLines; wrapWords: typeof wrapWords }>;

/**
 * Parts labels that Mermaid sets over each other, by the kind of the diagram: names in narrow fields of a packet are turned, shares of thin
 * slices of a pie go to its legend, names below a chart's axis take two lines by turns, a radar's legend stands clear of its axes, links
 * of blocks pass behind them. `svg` must be in the document. Runs in the page.
 */
export function partLabels(svg: SVGSVGElement): void {
  const page = globalThis as unknown as Page;
  const kind = document.documentElement.dataset.kind ?? '';
  if (kind === 'packet') partFields();
  if (kind === 'pie') partShares();
  if (kind === 'xychart') partNames();
  if (kind === 'radar') clearLegend();
  if (kind === 'block') lowerLinks();
  if (kind === 'quadrantChart') breakAxisNames();
  if (kind === 'gitGraph') clearBranchNames();

  function partFields(): void {
    for (const label of svg.querySelectorAll<SVGTextElement>('.packetLabel')) {
      const box = label.previousElementSibling?.getBoundingClientRect();
      const { width } = label.getBoundingClientRect();
      const size = Number.parseFloat(getComputedStyle(label).fontSize);
      if (box === undefined || width <= box.width - 4 || width > box.height || size > box.width) continue;
      label.setAttribute('transform', `rotate(-90 ${label.getAttribute('x')} ${label.getAttribute('y')})`);
    }
    dropCrowded(svg.querySelectorAll('.packetByte'));
  }

  /** Numbers that run into the one before give way: they can be counted. */
  function dropCrowded(numbers: Iterable<Element>): void {
    let last: DOMRect | undefined;
    for (const number of numbers) {
      const box = number.getBoundingClientRect();
      const isBeside = last !== undefined && Math.abs(last.top - box.top) < 4 && box.left > last.left;
      if (isBeside && last !== undefined && box.left < last.right + 4) number.remove();
      else last = box;
    }
  }

  function partShares(): void {
    const entries = [...svg.querySelectorAll<SVGTextElement>('.legend text')];
    const shares = [...svg.querySelectorAll<SVGTextElement>('text.slice')];
    // Slices of less than one per cent have an entry and no share.
    if (shares.length !== entries.length) return;
    for (const share of crowdedOf(shares)) {
      const entry = entries[shares.indexOf(share)];
      if (entry === undefined) continue;
      entry.textContent = `${entry.textContent} – ${share.textContent}`;
      share.remove();
    }
  }

  /** Labels that lie over another one. */
  function crowdedOf<T extends Element>(labels: readonly T[]): readonly T[] {
    const boxes = labels.map((label) => label.getBoundingClientRect());
    return labels.filter((_, index) => {
      const one = boxes[index];
      return boxes.some((other, at) => at !== index && one !== undefined && meet(one, other, 2));
    });
  }

  function meet(one: DOMRect, other: DOMRect, gap: number): boolean {
    const across = one.left < other.right + gap && other.left < one.right + gap;
    return across && one.top < other.bottom && other.top < one.bottom;
  }

  function partNames(): void {
    const names = [...svg.querySelectorAll<SVGTextElement>('.bottom-axis .label text')];
    const boxes = names.map((name) => name.getBoundingClientRect());
    const runTogether = boxes.some((box, index) => {
      const next = boxes[index + 1];
      return next !== undefined && meet(box, next, 6);
    });
    const height = boxes[0]?.height ?? 0;
    if (runTogether)
      for (const [index, name] of names.entries()) if (index % 2 === 1) name.setAttribute('dy', String(height));
  }

  function clearLegend(): void {
    const entries = [...svg.querySelectorAll<SVGGElement>('g:has(> [class^="radarLegendBox"])')];
    const left = Math.min(...entries.map((entry) => entry.getBoundingClientRect().left));
    const axes = [...svg.querySelectorAll('.radarAxisLabel')].map((label) => label.getBoundingClientRect());
    const right = Math.max(...axes.map((box) => box.right));
    if (!(left < right + 32)) return;
    for (const entry of entries) {
      const { e = 0, f = 0 } = entry.transform.baseVal.consolidate()?.matrix ?? {};
      entry.setAttribute('transform', `translate(${e + right + 32 - left}, ${f})`);
    }
  }

  /** The two names of an axis share its length. */
  function breakAxisNames(): void {
    const frame = svg.querySelector<SVGGElement>('.border')?.getBBox();
    if (frame === undefined) return;
    for (const name of svg.querySelectorAll<SVGTextElement>('.labels .label text')) {
      const isTurned = /rotate\(-90/.test(name.getAttribute('transform') ?? '');
      const most = (isTurned ? frame.height : frame.width) / 2 - 12;
      const { x, y, width, height } = name.getBBox();
      if (width <= most) continue;
      const size = Number.parseFloat(getComputedStyle(name).fontSize);
      const { lines } = page.wrapWords(name, name.textContent ?? '', { most, size });
      const grown = ((lines.length - 1) * height) / 2;
      page.setLines(name, lines, { x: x + width / 2, y: y + height / 2 + (isTurned ? -grown : grown), size });
    }
  }

  /** Names of branches stand left of all words of commits, which are turned and reach to the left below them. */
  function clearBranchNames(): void {
    const rects = [...svg.querySelectorAll<SVGRectElement>('rect.branchLabelBkg')];
    const names = [...svg.querySelectorAll<SVGGElement>('.branchLabel')];
    const words = [...svg.querySelectorAll<SVGTextElement>('.commit-label, .tag-label')].flatMap(cornersOf);
    const boxes = rects.map((rect) => rect.getBoundingClientRect());
    const met = boxes.flatMap((box) =>
      words
        .filter(({ x, y }) => x < box.right + 8 && y > box.top - 8 && y < box.bottom + 8)
        .map(({ x }) => box.right + 8 - x),
    );
    const by = Math.max(0, ...met);
    if (by === 0) return;
    for (const part of [...rects, ...names]) move(part, -by);
    for (const line of svg.querySelectorAll('line.branch'))
      line.setAttribute('x1', String(Number(line.getAttribute('x1')) - by));
  }

  /** Points along the middle of a text that may be turned. */
  function cornersOf(text: SVGTextElement): readonly DOMPoint[] {
    const { x, y, width, height } = text.getBBox();
    const matrix = text.getScreenCTM() ?? new DOMMatrix();
    return Array.from({ length: 9 }, (_, index) =>
      new DOMPoint(x + (width * index) / 8, y + height / 2).matrixTransform(matrix),
    );
  }

  function move(part: SVGGraphicsElement, by: number): void {
    part.setAttribute('transform', `translate(${by}, 0) ${part.getAttribute('transform') ?? ''}`.trim());
  }

  function lowerLinks(): void {
    for (const link of [...svg.querySelectorAll('path.flowchart-link')].reverse()) link.parentElement?.prepend(link);
  }
}
