import type { RelationKind } from '../model.js';

export type LineStyle = RelationKind['line'];

/** How a kind's line looks, px of the stage. Heads are told apart in grey and from the back row. */
export interface LineLook {
  readonly width: number;
  readonly dash?: string;
  readonly round: boolean;
  readonly head: 'large' | 'small' | 'open' | 'cross' | 'ring';
  /** The link of Mermaid that comes nearest, and the same with a head at either end. */
  readonly mermaid: string;
  readonly mermaidMutual: string;
}

/** The theme's four line styles, meant for arms, military activity, dialogue and parting ways, and that of what no source says. */
export const lineLooks: Readonly<Record<LineStyle, LineLook>> = {
  thick: { width: 7, round: false, head: 'large', mermaid: '==>', mermaidMutual: '<==>' },
  solid: { width: 3, round: false, head: 'small', mermaid: '-->', mermaidMutual: '<-->' },
  dashed: { width: 3.5, dash: '14 9', round: false, head: 'open', mermaid: '-.->', mermaidMutual: '<-.->' },
  dotted: { width: 4.5, dash: '0.1 10', round: true, head: 'cross', mermaid: '-.-x', mermaidMutual: 'x-.-x' },
  unsourced: { width: 2, dash: '5 7', round: false, head: 'ring', mermaid: '-.-o', mermaidMutual: 'o-.-o' },
};
