import type { Audience, PaperName, PaperSetup, RenderedDeck } from '../../model.js';
import type { Words } from '../../words/words.js';
import { composeHandout } from './handout.js';
import { glossary, references } from './parts/matter.js';

/** A paper: for whom it is made, what it is called, and what stands on it. */
export interface Paper {
  readonly name: PaperName;
  readonly audiences: readonly Audience[];
  /** The file's name without its ending. */
  readonly file: (audience: Audience) => string;
  /** Its first page is a cover, without a running head. */
  readonly hasCover: boolean;
  /** Which of our words its running head calls it by. */
  readonly title: (audience: Audience) => keyof Words;
  /** The `<body>`'s content; undefined where the deck has nothing for this paper. `composePaper` puts the document around it. */
  readonly compose: (rendered: RenderedDeck, setup: PaperSetup) => string | undefined;
}

/** Every paper, in the order they are made in. */
export const papers: readonly Paper[] = [
  {
    name: 'handout',
    audiences: ['student', 'teacher'],
    hasCover: true,
    file: (audience) => `handout-${audience}`,
    title: (audience) => (audience === 'teacher' ? 'teacherHandout' : 'studentHandout'),
    compose: composeHandout,
  },
  {
    name: 'worksheet',
    audiences: ['student'],
    hasCover: false,
    file: () => 'worksheet',
    title: () => 'worksheet',
    compose: ({ written }) => written.worksheet,
  },
  {
    name: 'ticket',
    audiences: ['student'],
    hasCover: false,
    file: () => 'exit-ticket',
    title: () => 'ticket',
    compose: ({ written }) => written.ticket,
  },
  {
    name: 'key',
    audiences: ['teacher'],
    hasCover: false,
    file: () => 'key',
    title: () => 'key',
    compose: ({ written }) => written.key,
  },
  {
    name: 'reader',
    audiences: ['student', 'teacher'],
    hasCover: false,
    file: (audience) => (audience === 'teacher' ? 'reader-teacher' : 'reader'),
    title: (audience) => (audience === 'teacher' ? 'readerWithNotes' : 'reader'),
    compose: (rendered) =>
      rendered.written.reader === undefined
        ? undefined
        : [rendered.written.reader, glossary(rendered), references(rendered)].join('\n'),
  },
];
