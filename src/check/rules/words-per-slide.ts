import { type Block, blockTree } from '../../evidence/block-tree.js';
import type { Layout, Slide } from '../../model.js';
import { plainText } from '../../parse/heading.js';
import { classesOf } from '../../parse/token.js';
import { readColumn } from '../../render/cell-number.js';
import type { Checked, Finding } from '../finding.js';
import { slidePlace } from '../slide-place.js';
import { spokenWords } from '../spoken-words.js';

/** As many as an audience reads while it listens. */
const most = 40;

export function wordsPerSlide({ deck }: Checked): readonly Finding[] {
  return deck.slides.flatMap((slide) => {
    const words = wordsOf(slide);
    if (words <= most) return [];
    const message = `The slide has ${words} words below its heading; an audience reads ${most} while it listens.`;
    return [{ message, place: slidePlace(slide), cure: 'Shorten it, or move words to the notes or to another slide.' }];
  });
}

/** Layouts that are looked at while people come in, worked on, or looked up. */
const lookedUp: readonly Layout[] = ['title', 'question', 'sources', 'blank'];

const uncounted: readonly string[] = ['heading_open', 'thead_open', 'caption_open', 'footnote_block_open'];

function wordsOf({ layout, tokens }: Slide): number {
  return lookedUp.includes(layout) ? 0 : count(blockTree(tokens));
}

/** A number of a table is looked up, not read. */
function isNumberCell(type: string, children: readonly Block[]): boolean {
  if (type !== 'td_open') return false;
  const text = children
    .map(({ token }) => plainText(token.children ?? []))
    .join('')
    .trim();
  return readColumn([text])[0] !== undefined;
}

function count(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { token, children }) => {
    const name = token.type === 'container_open' ? token.info : '';
    const notOnSlide =
      ['answer', 'teacher', 'sources', 'coverage'].includes(name) || classesOf(token).includes('teacher');
    if (notOnSlide || uncounted.includes(token.type) || isNumberCell(token.type, children)) return sum;
    if (token.type !== 'inline') return sum + count(children);
    return sum + spokenWords(token);
  }, 0);
}
