import type { Block, Slide } from '../../model.js';
import type { SlideDocument } from '../slide-document.js';
import { create, type SeenNode } from '../tree.js';
import { readBlocks } from './read-blocks.js';
import { stepsOf } from './slide-steps.js';

/** The blocks that some nodes are, taken out of a slide and set by a paper: they have the slide's place, and no steps. */
export function looseBlocks(
  nodes: readonly SeenNode[],
  { place, diagrams }: Slide,
  { assets, drawings }: SlideDocument,
): readonly Block[] {
  return readBlocks(nodes, create('div'), {
    steps: stepsOf(create('div'), new Map()),
    assets: new Map([...assets.values()].map((asset) => [asset.marker, asset])),
    placeOf: () => place,
    diagrams,
    drawings: drawings.byId,
  });
}
