import type { Block, Inline, ShownPicture } from '../model.js';

/** The drawings and pictures that blocks show, at whatever depth, each once. */
export function picturesIn(blocks: readonly Block[]): readonly ShownPicture[] {
  const found = new Map<string, ShownPicture>();
  const add = (picture: ShownPicture): void => void found.set('svg' in picture ? picture.svg : picture.file, picture);
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) visit(one);
    if (!isNode(value)) return;
    if (value.kind === 'image' && value.file !== undefined) add({ file: value.file });
    if (value.kind === 'html') return;
    if (value.kind === 'figure' && value.drawing !== undefined) {
      const { svg, width, height } = value.drawing;
      add({ svg, width, height });
    }
    for (const [name, inside] of Object.entries(value)) if (holding.has(name)) visit(inside);
  };
  visit(blocks);
  return [...found.values()];
}

/** The parts of blocks and inlines that hold others; `diagram`, `claims` and `element` do not. */
const holding = new Set(['blocks', 'content', 'caption', 'items', 'entries', 'rows', 'cells', 'columns', 'images']);

function isNode(value: unknown): value is Block | Inline {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
