import type { Token } from 'markdown-it';
import { type Block, blockTree } from '../evidence/block-tree.js';
import type { Deck, Diagnostic, Place, RenderedSlide, Slide } from '../model.js';
import { audienceOf } from '../parse/audience.js';
import { plainText } from '../parse/heading.js';
import { eachToken, placeOf } from '../parse/token.js';
import { attribute, type Element, elements, parse, remove, textContent } from '../render/tree.js';

/** What only the teacher is to read: shorter texts are said by chance. */
const fewestWords = 5;

/** What students get to read of a slide: its markup, and that of the prose beside it. */
export interface SlideToRead extends Pick<RenderedSlide, 'id' | 'title' | 'html'> {
  readonly prose: string;
}

/** A text that is for the teacher only, and in which part of the deck it stands. */
interface Secret {
  readonly part: 'notes' | 'an answer' | 'the teacher’s part';
  readonly text: string;
  readonly words: string;
  readonly place: Place;
  /** The slide whose question has the same words, as a choice or as its task: there they give nothing away. */
  readonly askedOn?: string;
}

/**
 * Rule `leak`: texts for the teacher only that stand in the students' slides, or in the prose of their papers, as these are written, in
 * attributes too. Notes that say what the audience sees on a slide, or hears read aloud, give nothing away, and neither do answers
 * that say a choice again. The slides are asked for only where there is such a text.
 */
export async function findLeaks(
  deck: Deck,
  slides: () => Promise<readonly SlideToRead[]>,
): Promise<readonly Diagnostic[]> {
  const secrets = deck.slides.flatMap((slide) => secretsOf(slide, deck));
  if (secrets.length === 0) return [];
  const written = (await slides()).flatMap(({ id, html, title, prose }) => [
    readable(html, `on the slide "${title}"`, id),
    readable(prose, `in the prose beside the slide "${title}"`),
  ]);
  const holders = wordIndex(written);
  return secrets.flatMap(({ part, text, words, place, askedOn }): readonly Diagnostic[] => {
    const holding = holders(words).filter((slide) => slide.words().includes(words));
    const at = holding.find(({ id }) => id === undefined || id !== askedOn);
    if (at === undefined || (part === 'notes' && holding.some((slide) => slide.seen().includes(words)))) return [];
    const message = `"${shortened(text)}" stands in ${part} and, for students to read, ${at.where}.`;
    const cure = 'Say it in other words there, or mark that part {.teacher} too.';
    return [{ rule: 'leak', severity: 'error', message, place, cure }];
  });
}

/**
 * Whether the students' edition has to be looked at beside the teacher's: something is for students only, or a text for the teacher also
 * stands elsewhere in the deck. Where it is false, all that is wrong in the students' edition is found in the teacher's.
 */
export function studentsEditionDiffers({ slides, settings }: Deck): boolean {
  const all = slides.flatMap(({ tokens, notes, handout }) => [...tokens, ...notes, ...handout]);
  const isForStudents = ({ info, content, attrs }: Token): boolean =>
    namesStudents(info) ||
    namesStudents(content) ||
    (attrs?.flat().some((text) => namesStudents(String(text))) ?? false);
  if (slides.some(({ audience }) => audience === 'student') || all.some(isForStudents)) return true;
  const secrets = slides.flatMap((slide) => secretsOf(slide, { settings }));
  return secrets.length > 0 && standsTwice(secrets, wordsOf([...eachToken(all)].map(anyText).join(' \u0001 ')));
}

/** Whether one of these texts is there a second time. Each is looked for only where its first words stand. */
function standsTwice(secrets: readonly Secret[], everything: string): boolean {
  const text = ` ${everything} `;
  const words = everything.split(' ');
  const starts = new Map(secrets.map((secret): [string, number[]] => [beginning(secret), []]));
  const firsts = new Set([...starts.keys()].map((start) => start.split(' ', 1)[0]));
  let place = 0;
  for (const [index, word] of words.entries()) {
    if (firsts.has(word)) starts.get(words.slice(index, index + fewestWords).join(' '))?.push(place);
    place += word.length + 1;
  }
  return secrets.some(
    (secret) =>
      (starts.get(beginning(secret)) ?? []).filter((start) => text.startsWith(secret.words, start)).length > 1,
  );
}

function beginning({ words }: Secret): string {
  return words.trim().split(' ').slice(0, fewestWords).join(' ');
}

function namesStudents(text: string): boolean {
  return text.includes('student') && /\bstudent\b/.test(text);
}

function anyText({ type, content, children, attrs }: Token): string {
  const text = type === 'inline' ? plainText(children ?? []) : type === 'text' ? '' : content;
  return [text, ...(attrs ?? []).map(([, value]) => String(value))].join(' ');
}

/** A slide's texts for the teacher only. */
function secretsOf(slide: Slide, { settings }: Pick<Deck, 'settings'>): readonly Secret[] {
  const secrets: Secret[] = [];
  const collect = (blocks: readonly Block[], around: Secret['part'] | undefined, asked: string): void => {
    for (const { token, children } of blocks) {
      const part = partOf(token) ?? around;
      const text = token.type === 'inline' ? plainText(token.children ?? []) : '';
      const words = ` ${wordsOf(text)} `;
      if (part !== undefined && words.split(' ').length - 2 >= fewestWords) {
        const isAsked = part === 'an answer' && asked.includes(words);
        secrets.push({ part, text, words, place: placeOf(token), ...(isAsked ? { askedOn: slide.id } : {}) });
      }
      collect(children, part, isQuestion(token) ? textsOf(children) : asked);
    }
  };
  const whole = slide.audience === 'teacher' ? 'the teacher’s part' : undefined;
  collect(blockTree([...slide.tokens, ...slide.handout]), whole, '');
  collect(blockTree(slide.notes), settings.handoutNotes ? whole : 'notes', '');
  return secrets;
}

function isQuestion({ type, info }: Token): boolean {
  return type === 'container_open' && info === 'question';
}

/** What students read in a question: each text between spaces. */
function textsOf(blocks: readonly Block[]): string {
  const texts = blocks.flatMap(({ token, children }): readonly string[] => {
    if (partOf(token) !== undefined) return [];
    return [token.type === 'inline' ? wordsOf(plainText(token.children ?? [])) : '', textsOf(children)];
  });
  return ` ${texts.join(' ')} `;
}

function partOf(token: Block['token']): Secret['part'] | undefined {
  if (token.type === 'container_open' && token.info === 'answer') return 'an answer';
  return audienceOf(token) === 'teacher' ? 'the teacher’s part' : undefined;
}

interface Readable {
  /** Of a slide; the prose beside it has none. */
  readonly id?: string;
  readonly where: string;
  /** Every word of its markup, in no order. */
  readonly vocabulary: ReadonlySet<string>;
  readonly words: () => string;
  /** What the audience sees of it, or hears read aloud. */
  readonly seen: () => string;
}

/** Most slides share too few words with a text to be worth parsing. */
function readable(written: string, where: string, id?: string): Readable {
  // where a long word may be broken, no other word begins
  const html = written.replace(/\u00AD|<wbr>/g, '');
  let words: string | undefined;
  let seen: string | undefined;
  return {
    ...(id === undefined ? {} : { id }),
    where,
    vocabulary: new Set(wordsOf(html).split(' ')),
    words() {
      words ??= ` ${wordsOf(everythingIn(html))} `;
      return words;
    },
    seen() {
      seen ??= ` ${wordsOf(seenIn(html))} `;
      return seen;
    },
  };
}

/**
 * Finds the texts that share at least four fifths of a text's words; all of them need not be there, since markup inside a word divides it.
 * Such a text has one of the rarest words of the wanted one: of more than a fifth of them it cannot lack each.
 */
function wordIndex(written: readonly Readable[]): (words: string) => readonly Readable[] {
  const having = new Map<string, number[]>();
  for (const [position, { vocabulary }] of written.entries())
    for (const word of vocabulary) {
      const known = having.get(word);
      if (known === undefined) having.set(word, [position]);
      else known.push(position);
    }
  const commonness = (word: string): number => having.get(word)?.length ?? 0;
  return (words) => {
    const wanted = words.trim().split(' ');
    const rarest = wanted.toSorted((a, b) => commonness(a) - commonness(b)).slice(0, Math.floor(wanted.length / 5) + 1);
    const candidates = [...new Set(rarest.flatMap((word) => having.get(word) ?? []))].sort((a, b) => a - b);
    const shared = ({ vocabulary }: Readable): number => wanted.filter((word) => vocabulary.has(word)).length;
    return candidates
      .flatMap((position) => written[position] ?? [])
      .filter((one) => shared(one) >= wanted.length * 0.8);
  };
}

/** Text and the values of attributes: a title or a text alternative is read too. */
function everythingIn(html: string): string {
  const tree = parse(html);
  const attributes = elements(tree).flatMap((element) =>
    element.attrs.map(({ name }) => attribute(element, name) ?? ''),
  );
  return [textContent(tree), ...attributes].join(' ');
}

/** What a screen reader says in the place of an element, or beside it (HTML-AAM 1.0, 4.1), and what a browser shows. */
const readAloud = ['alt', 'title', 'aria-label', 'aria-description', 'placeholder', 'label', 'value'];

function seenIn(html: string): string {
  const tree = parse(html);
  for (const element of elements(tree)) if (isUnseen(element)) remove(element);
  const attributes = elements(tree).flatMap((element) => readAloud.map((name) => attribute(element, name) ?? ''));
  return [textContent(tree), ...attributes].join(' ');
}

function isUnseen(element: Element): boolean {
  return ['script', 'style', 'template'].includes(element.tagName) || attribute(element, 'hidden') !== undefined;
}

/** Letters and digits alone, so that quotation marks, dashes and spaces may be set in any way. */
function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57).trimEnd()}…` : text;
}
