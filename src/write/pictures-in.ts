import type { Block, ShownPicture } from '../model.js';
import { eachNode } from './each-node.js';

/** The drawings and pictures that blocks show, at whatever depth, each once. */
export function picturesIn(blocks: readonly Block[]): readonly ShownPicture[] {
  const found = new Map<string, ShownPicture>();
  const add = (picture: ShownPicture): void => void found.set('svg' in picture ? picture.svg : picture.file, picture);
  eachNode(blocks, (node) => {
    if (node.kind === 'image' && node.file !== undefined) add({ file: node.file });
    if (node.kind !== 'figure' || node.drawing === undefined) return;
    const { svg, width, height } = node.drawing;
    add({ svg, width, height });
  });
  return [...found.values()];
}
