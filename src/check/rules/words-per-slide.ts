import { type Block, blockTree } from '../../evidence/block-tree.js';
import type { Layout, Slide } from '../../model.js';
import { plainText } from '../../parse/heading.js';
import { classesOf } from '../../parse/token.js';
import { rule } from '../rule.js';
import { slidePlace } from '../slide-place.js';

/** As many as a room reads while it listens. */
const most = 40;

/** Found by looking at the parsed deck. */
export const wordsPerSlide = rule('words-per-slide', {
  group: 'slides',
  severity: 'warning',
  needs: 'text',
  style: true,
  what: 'More than forty words below a slide’s heading. Headings of columns and tables, captions, labels of diagrams, code, citations, footnotes and what only the teacher gets do not count, nor do title, question and source slides.',
  why: 'The room reads or listens; forty words are what it reads while it listens.',
  wrong: `## Ports

The harbour master says that ships which arrive late in winter wait longer than all others, that pilots are few, that the ice comes and goes, that nobody knows why, and that insurers, who know it least of all, ask the highest price for it.`,
  right: `## Ports

- Ships that arrive late wait longer
- Pilots are few in winter`,
  check: ({ deck }) =>
    deck.slides.flatMap((slide) => {
      const words = wordsOf(slide);
      if (words <= most) return [];
      const message = `The slide has ${words} words below its heading; a room reads ${most} while it listens.`;
      return [
        { message, place: slidePlace(slide), cure: 'Shorten it, or move words to the notes or to another slide.' },
      ];
    }),
});

/** Layouts that are looked at while people come in, worked on, or looked up. */
const lookedUp: readonly Layout[] = ['title', 'question', 'sources', 'blank'];

const uncounted: readonly string[] = ['heading_open', 'thead_open', 'caption_open', 'footnote_block_open'];

function wordsOf({ layout, tokens }: Slide): number {
  return lookedUp.includes(layout) ? 0 : count(blockTree(tokens));
}

function count(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { token, children }) => {
    const name = token.type === 'container_open' ? token.info : '';
    const notOnSlide =
      ['answer', 'teacher', 'sources', 'coverage'].includes(name) || classesOf(token).includes('teacher');
    if (notOnSlide || uncounted.includes(token.type)) return sum;
    if (token.type !== 'inline') return sum + count(children);
    return sum + (plainText(token.children ?? []).match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0);
  }, 0);
}
