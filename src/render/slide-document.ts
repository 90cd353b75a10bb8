import type { Rendered } from './rendering.js';
import type { SeenTree } from './slide-tree.js';

/**
 * How slides are set: for the stage; as running text, for papers; as running text with what only the teacher has where it was written,
 * for the key of what students get.
 */
export type View = 'stage' | 'text' | 'whole';

/**
 * The slides of an edition, rendered: a tree a slide, and one for its prose beside it, which may have nothing in it. What is not for the
 * edition's reader is not in them. Elements know what they cite and claim (`meaning.ts`). Writers read the trees, or change copies.
 */
export interface SlideDocument extends Rendered {
  readonly view: View;
  readonly trees: readonly SeenTree[];
  /** By the position of its slide. */
  readonly prose: readonly SeenTree[];
}
