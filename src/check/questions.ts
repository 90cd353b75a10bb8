import type { Token } from 'markdown-it';
import { type Block, blockTree } from '../evidence/block-tree.js';
import type { Deck, Place } from '../model.js';
import { plainText } from '../parse/heading.js';
import { placeOf } from '../parse/token.js';

/** A `::: question` as rules look at it. */
export interface Question {
  readonly place: Place;
  /** What the slide's heading and the question's own paragraphs say. */
  readonly asks: string;
  readonly choices: readonly { readonly text: string; readonly right: boolean; readonly place: Place }[];
  /** Whether an `::: answer` that says something stands in it. */
  readonly isAnswered: boolean;
}

/** Every question on a deck's slides, in reading order. */
export function questionsOf({ slides }: Deck): readonly Question[] {
  return slides.flatMap(({ tokens, title }) =>
    blocksWith('question', tokens).flatMap((block) => (isNamed(block, 'question') ? [questionOf(block, title)] : [])),
  );
}

/** Where answers stand that answer no question. */
export function strayAnswers({ slides }: Deck): readonly Place[] {
  const stray = (blocks: readonly Block[]): readonly Place[] =>
    blocks.flatMap((block) => {
      if (isNamed(block, 'question')) return [];
      return isNamed(block, 'answer') ? [placeOf(block.token)] : stray(block.children);
    });
  return slides.flatMap(({ tokens, handout }) =>
    [...tokens, ...handout].some(({ info }) => info === 'answer') ? stray(blockTree([...tokens, ...handout])) : [],
  );
}

/** Most slides have none, and need no tree. */
function blocksWith(name: string, tokens: readonly Token[]): readonly Block[] {
  return tokens.some(({ info }) => info === name) ? within(blockTree(tokens)) : [];
}

function questionOf(question: Block, title: string): Question {
  const inside = within(question.children);
  const items = inside.filter(({ token }) => token.meta?.choice !== undefined);
  const own = question.children.filter(({ token }) => token.type === 'paragraph_open');
  return {
    place: placeOf(question.token),
    asks: [title, ...own.map(textOf)].join(' '),
    choices: items.map((item) => ({
      text: textOf(item),
      right: item.token.meta?.choice === 'right',
      place: placeOf(item.token),
    })),
    isAnswered: inside.some((block) => isNamed(block, 'answer') && block.children.length > 0),
  };
}

function textOf(block: Block): string {
  return within(block.children)
    .flatMap(({ token }) => (token.type === 'inline' ? plainText(token.children ?? []) : []))
    .join(' ');
}

function isNamed({ token }: Block, name: string): boolean {
  return token.type === 'container_open' && token.info === name;
}

function within(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block) => [block, ...within(block.children)]);
}
