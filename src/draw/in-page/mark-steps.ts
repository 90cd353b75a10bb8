/** A drawing's steps as they came out. */
export interface MarkedSteps {
  /** The last step's number, from 1; 0 when all is there at once. */
  readonly steps: number;
  /** Marks, by their number from 1, below which nothing appears that was not there. */
  readonly idleMarks: readonly number[];
}

/**
 * Wraps what appears together and stands side by side into one Reveal fragment, numbered from 0. Nothing else of the drawing changes, so
 * that nothing moves. Runs in the page.
 */
export function markSteps(svg: SVGSVGElement, stepOf: ReadonlyMap<Element, number>, marks: number): MarkedSteps {
  const later = [...svg.querySelectorAll('*')].filter((part) => (stepOf.get(part) ?? 0) > 0 && hasContent(part));
  for (const part of later) {
    const index = String((stepOf.get(part) ?? 0) - 1);
    const group = fragmentBefore(part, index) ?? newFragment(part, index);
    group.append(part);
  }
  const used = new Set(later.map((part) => stepOf.get(part) ?? 0));
  const idleMarks = Array.from({ length: marks }, (_, index) => index + 1).filter((mark) => !used.has(mark));
  return { steps: Math.max(0, ...used), idleMarks };

  function hasContent(part: Element): boolean {
    return part.localName !== 'g' || part.querySelector(':not(g)') !== null;
  }

  function fragmentBefore(part: Element, index: string): Element | undefined {
    let before = part.previousElementSibling;
    while (before !== null && !hasContent(before)) before = before.previousElementSibling;
    return before?.getAttribute('data-fragment-index') === index ? before : undefined;
  }

  function newFragment(part: Element, index: string): Element {
    const group = document.createElementNS('http://www.w3.org/2000/svg', 'g');
    group.setAttribute('class', 'fragment');
    group.setAttribute('data-fragment-index', index);
    part.before(group);
    return group;
  }
}
