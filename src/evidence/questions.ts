import type { Token } from 'markdown-it';
import type { CheckedClaim, Citation, Deck, Evidence, Place, Slide } from '../model.js';
import { plainText } from '../parse/heading.js';
import { attributeOf, placeOf } from '../parse/token.js';
import { type Block, blockTree } from './block-tree.js';

/** A `::: question` block, read. */
export interface Question {
  readonly slide: Slide;
  readonly place: Place;
  /** A question with boxes is one of choice, any other is open. */
  readonly kind: 'choice' | 'open';
  readonly choices: readonly { readonly text: string; readonly isRight: boolean; readonly place: Place }[];
  /** What the slide's heading and the question's own paragraphs say. */
  readonly asks: string;
  /** Whether an `::: answer` that says something stands in it. */
  readonly isAnswered: boolean;
  /** Items without a box among those that have one. */
  readonly unboxed: readonly Place[];
  /** How many choices it asks for, `{choose=1}`, as typed; absent: it does not say. */
  readonly choose?: string;
  /** How many lines to write on it leaves, `{lines=6}`, as typed. */
  readonly lines?: string;
  /** Its own time, `{minutes=5}`, as typed. */
  readonly minutes?: string;
  /** What it cites as a whole, then what its parts cite, each once. */
  readonly citations: readonly Citation[];
  /** Whether it asks something itself; else the slide's heading does. */
  readonly hasWords: boolean;
  /** The ids of the objectives that it serves, `{objective=weigh}`, as typed. */
  readonly objective?: string;
  /** The author's `{#id}`. */
  readonly id?: string;
  /** The number of the slide that asks it again; absent where none does. */
  readonly againOn?: number;
  /** The number of the slide that asked it first: it only repeats what stands there. */
  readonly firstOn?: number;
  /** The lines of the deck that its blocks begin on. */
  readonly places: readonly Place[];
}

/** The questions of a slide and of its handout prose, in reading order. */
export function questionsOf(slide: Slide): readonly Question[] {
  return [slide.tokens, slide.handout]
    .filter((tokens) => tokens.some((token) => isContainer(token, 'question')))
    .flatMap((tokens) => blockTree(tokens).flatMap((block) => questionsIn(block, slide)));
}

/** The questions of a deck that are not asked for the second time: what is wrong with those was said of the first. */
export function newQuestionsOf({ slides }: Pick<Deck, 'slides'>): readonly Question[] {
  return slides.flatMap(questionsOf).filter(({ firstOn }) => firstOn === undefined);
}

/** Whether a question leaves its answer to another slide, by its number, of those that are shown: `{answer=later}`. */
export function answersLater(token: Token, isShown: (number: unknown) => boolean): boolean {
  return attributeOf(token, 'answer') === 'later' && isShown(token.meta?.againOn);
}

/** Where answers stand that answer no question. */
export function strayAnswers({ tokens, handout }: Slide): readonly Place[] {
  const stray = (blocks: readonly Block[]): readonly Place[] =>
    blocks.flatMap(({ token, children }) => {
      if (isContainer(token, 'question')) return [];
      return isContainer(token, 'answer') ? [placeOf(token)] : stray(children);
    });
  const all = [...tokens, ...handout];
  return all.some((token) => isContainer(token, 'answer')) ? stray(blockTree(all)) : [];
}

/** What the check found of a question's own quotations, those of its answer among them. */
export function claimsOfQuestion({ slide, places }: Question, evidence: Evidence): readonly CheckedClaim[] {
  const names = new Set(places.map(nameOf));
  return evidence.claims.filter((claim) => claim.slide.id === slide.id && names.has(nameOf(claim.place)));
}

function questionsIn(block: Block, slide: Slide): readonly Question[] {
  return isContainer(block.token, 'question')
    ? [readQuestion(block, slide)]
    : block.children.flatMap((child) => questionsIn(child, slide));
}

function readQuestion(block: Block, slide: Slide): Question {
  const within = descendants(block);
  const items = within.filter(({ token }) => token.meta?.choice === 'right' || token.meta?.choice === 'wrong');
  const lists = within.filter(({ children }) => children.some((child) => items.includes(child)));
  const text = block.children.filter(
    ({ token }) => !isContainer(token, 'answer') && !lists.some((list) => list.token === token),
  );
  return {
    slide,
    place: placeOf(block.token),
    kind: items.length > 0 ? 'choice' : 'open',
    choices: items.map((item) => ({
      text: textOf(item),
      isRight: item.token.meta?.choice === 'right',
      place: placeOf(item.token),
    })),
    asks: [slide.title, ...text.filter(({ token }) => token.type === 'paragraph_open').map(textOf)].join(' '),
    isAnswered: within.some(({ token, children }) => isContainer(token, 'answer') && children.length > 0),
    unboxed: lists.flatMap(({ children }) =>
      children.filter((child) => !items.includes(child)).map(({ token }) => placeOf(token)),
    ),
    ...asTyped(block.token, 'choose'),
    ...asTyped(block.token, 'lines'),
    ...asTyped(block.token, 'minutes'),
    ...asTyped(block.token, 'objective'),
    ...asTyped(block.token, 'id'),
    ...slideIn(block.token, 'againOn'),
    ...slideIn(block.token, 'firstOn'),
    citations: [block, ...within].flatMap(citationsOf),
    hasWords: text.length > 0,
    places: [block, ...within].flatMap(({ token }) => (token.type === 'inline' ? [] : [placeOf(token)])),
  };
}

function asTyped<Name extends string>(token: Token, name: Name): { readonly [key in Name]?: string } {
  const value = attributeOf(token, name);
  return value === undefined ? {} : ({ [name]: value } as { readonly [key in Name]: string });
}

function slideIn<Name extends string>(token: Token, name: Name): { readonly [key in Name]?: number } {
  const value: unknown = token.meta?.[name];
  return typeof value === 'number' ? ({ [name]: value } as { readonly [key in Name]: number }) : {};
}

function citationsOf({ token }: Block): readonly Citation[] {
  const own = (token.meta?.citations ?? []) as readonly Citation[];
  return [...own, ...(token.children ?? []).flatMap((child) => (child.meta?.citations ?? []) as readonly Citation[])];
}

function descendants({ children }: Block): readonly Block[] {
  return children.flatMap((child) => [child, ...descendants(child)]);
}

function textOf(block: Block): string {
  return descendants(block)
    .flatMap(({ token }) => (token.type === 'inline' ? plainText(token.children ?? []) : []))
    .join(' ');
}

function isContainer({ type, info }: Token, name: string): boolean {
  return type === 'container_open' && info.trim() === name;
}

function nameOf({ path, line }: Place): string {
  return `${path}:${line}`;
}
