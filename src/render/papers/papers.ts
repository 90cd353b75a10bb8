import type { Audience, PaperName, PaperSetup, RenderedDeck } from '../../model.js';
import { composeHandout } from './handout.js';

/** A paper: for whom it is made, what it is called, and what stands on it. */
export interface Paper {
  readonly name: PaperName;
  readonly audiences: readonly Audience[];
  /** The file's name without its ending. */
  readonly file: (audience: Audience) => string;
  /** What its running head calls it. */
  readonly title: (audience: Audience) => string;
  /** The `<body>`'s content; undefined where the deck has nothing for this paper. `composePaper` puts the document around it. */
  readonly compose: (rendered: RenderedDeck, setup: PaperSetup) => string | undefined;
}

/** Every paper, in the order they are made in. */
export const papers: readonly Paper[] = [
  {
    name: 'handout',
    audiences: ['student', 'teacher'],
    file: (audience) => `handout-${audience}`,
    title: (audience) => (audience === 'teacher' ? 'Teacher’s handout' : 'Student handout'),
    compose: composeHandout,
  },
];
