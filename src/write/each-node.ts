import type { Block, Inline } from '../model.js';

/** Visits blocks and what stands in them, at whatever depth, in order. What is inside HTML that no writer knows is not visited. */
export function eachNode(blocks: readonly Block[], visit: (node: Block | Inline) => void): void {
  const enter = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) enter(one);
    if (!isNode(value)) return;
    visit(value);
    if (value.kind === 'html') return;
    for (const [name, inside] of Object.entries(value)) if (holding.has(name)) enter(inside);
  };
  enter(blocks);
}

/** The parts of blocks and inlines that hold others; `diagram`, `claims` and `element` do not. */
const holding = new Set(['blocks', 'content', 'caption', 'items', 'entries', 'rows', 'cells', 'columns', 'images']);

function isNode(value: unknown): value is Block | Inline {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
