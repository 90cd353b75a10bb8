import type { Deck, Place, Slide } from '../model.js';
import { plainText } from '../parse/heading.js';
import { attributeOf, placeOf } from '../parse/token.js';
import { type Block, blockTree } from './block-tree.js';
import { type Question, questionsOf } from './questions.js';

/** What a class is to be able to do in the end: an item of `::: objectives`. */
export interface Objective {
  /** The author's `{#id}`; empty where the item has none, so that no question can name it. */
  readonly id: string;
  readonly text: string;
  readonly place: Place;
}

/** The objectives that slides list, in reading order. */
export function objectivesOf(slides: readonly Slide[]): readonly Objective[] {
  return slides
    .filter(({ tokens }) => tokens.some(({ type, info }) => type === 'container_open' && info === 'objectives'))
    .flatMap(({ tokens }) => blockTree(tokens).flatMap((block) => itemsIn(block, false)));
}

/** The ids a question names, `{objective=weigh}` or several with spaces between them. */
export function namedObjectives({ objective = '' }: Pick<Question, 'objective'>): readonly string[] {
  return objective.split(/[\s,]+/).filter((id) => id !== '');
}

/** The questions that are tied to an objective. */
export function questionsFor({ id }: Objective, deck: Pick<Deck, 'slides'>): readonly Question[] {
  return deck.slides.flatMap(questionsOf).filter((question) => namedObjectives(question).includes(id));
}

function itemsIn({ token, children }: Block, isListed: boolean): readonly Objective[] {
  const isObjectives = token.type === 'container_open' && token.info === 'objectives';
  if (token.type !== 'list_item_open' || !isListed)
    return children.flatMap((child) => itemsIn(child, isListed || isObjectives));
  const words = inlinesOf({ token, children }).map(({ token: inline }) => plainText(inline.children ?? []));
  return [{ id: attributeOf(token, 'id') ?? '', text: words.join(' '), place: placeOf(token) }];
}

function inlinesOf(block: Block): readonly Block[] {
  return block.token.type === 'inline' ? [block] : block.children.flatMap(inlinesOf);
}
