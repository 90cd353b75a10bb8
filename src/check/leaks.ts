import type { Token } from 'markdown-it';
import { type Block, blockTree } from '../evidence/block-tree.js';
import type { Deck, Diagnostic, Place, RenderedSlide, Slide } from '../model.js';
import { audienceOf } from '../parse/audience.js';
import { plainText } from '../parse/heading.js';
import { eachToken, placeOf } from '../parse/token.js';
import { attribute, elements, parse, textContent } from '../render/tree.js';

/** What only the teacher is to read: shorter texts are said by chance. */
const fewestWords = 5;

/** A text that is for the teacher only, and in which part of the deck it stands. */
interface Secret {
  readonly part: 'notes' | 'an answer' | 'the teacher’s part';
  readonly text: string;
  readonly words: string;
  readonly place: Place;
}

/**
 * Rule `leak`: texts for the teacher only that stand in the students' slides, or in the prose of their papers, as these are written, in
 * attributes too. Notes that say what a slide says give nothing away. The slides are asked for only where there is such a text.
 */
export async function findLeaks(
  deck: Deck,
  slides: () => Promise<readonly RenderedSlide[]>,
): Promise<readonly Diagnostic[]> {
  const texts = deck.slides.map((slide) => textsOf(slide, deck));
  const shown = texts.flatMap((one) => one.shown.map((text) => ` ${wordsOf(text)} `)).join('');
  const secrets = texts
    .flatMap((one) => one.secrets)
    .filter(({ part, words }) => part !== 'notes' || !shown.includes(words));
  if (secrets.length === 0) return [];
  const written = (await slides()).flatMap(({ html, title, onPaper: { prose } }) => [
    readable(html, `on the slide "${title}"`),
    readable(prose, `in the prose beside the slide "${title}"`),
  ]);
  return secrets.flatMap(({ part, text, words, place }): readonly Diagnostic[] => {
    const at = written.find((slide) => mayHold(slide.vocabulary, words) && slide.words().includes(words));
    if (at === undefined) return [];
    const message = `"${shortened(text)}" stands in ${part} and, for students to read, ${at.where}.`;
    const cure = 'Say it in other words there, or mark that part {.teacher} too.';
    return [{ rule: 'leak', severity: 'error', message, place, cure }];
  });
}

/**
 * Whether the students' edition may hold what the teacher's does not, or what only the teacher's should: something is for students
 * only, or a text for the teacher stands in the deck a second time, in whatever place. Else there is nothing new to be found in it.
 */
export function studentsEditionDiffers({ slides, settings }: Deck): boolean {
  const all = slides.flatMap(({ tokens, notes, handout }) => [...tokens, ...notes, ...handout]);
  const isForStudents = ({ info, content, attrs }: Token): boolean =>
    namesStudents(info) ||
    namesStudents(content) ||
    (attrs?.flat().some((text) => namesStudents(String(text))) ?? false);
  if (slides.some(({ audience }) => audience === 'student') || all.some(isForStudents)) return true;
  const everything = ` ${wordsOf([...eachToken(all)].map(anyText).join(' \u0001 '))} `;
  return slides
    .flatMap((slide) => textsOf(slide, { settings }).secrets)
    .some(({ words }) => everything.indexOf(words, everything.indexOf(words) + 1) !== -1);
}

function namesStudents(text: string): boolean {
  return text.includes('student') && /\bstudent\b/.test(text);
}

function anyText({ type, content, children, attrs }: Token): string {
  const text = type === 'inline' ? plainText(children ?? []) : type === 'text' ? '' : content;
  return [text, ...(attrs ?? []).map(([, value]) => String(value))].join(' ');
}

/** A slide's texts for the teacher only, and all others. */
function textsOf(
  slide: Slide,
  { settings }: Pick<Deck, 'settings'>,
): { readonly secrets: readonly Secret[]; readonly shown: readonly string[] } {
  const secrets: Secret[] = [];
  const shown: string[] = [];
  const collect = (blocks: readonly Block[], around: Secret['part'] | undefined): void => {
    for (const { token, children } of blocks) {
      const part = partOf(token) ?? around;
      const text = token.type === 'inline' ? plainText(token.children ?? []) : '';
      if (text !== '' && part === undefined) shown.push(text);
      if (text !== '' && part !== undefined) {
        const words = ` ${wordsOf(text)} `;
        if (words.split(' ').length - 2 >= fewestWords) secrets.push({ part, text, words, place: placeOf(token) });
      }
      collect(children, part);
    }
  };
  const whole = slide.audience === 'teacher' ? 'the teacher’s part' : undefined;
  collect(blockTree([...slide.tokens, ...slide.handout]), whole);
  collect(blockTree(slide.notes), settings.handoutNotes ? whole : 'notes');
  return { secrets, shown };
}

function partOf(token: Block['token']): Secret['part'] | undefined {
  if (token.type === 'container_open' && token.info === 'answer') return 'an answer';
  return audienceOf(token) === 'teacher' ? 'the teacher’s part' : undefined;
}

interface Readable {
  readonly where: string;
  /** Every word of its markup, in no order. */
  readonly vocabulary: ReadonlySet<string>;
  readonly words: () => string;
}

/** Most slides share too few words with a text to be worth parsing. */
function readable(html: string, where: string): Readable {
  let words: string | undefined;
  return {
    where,
    vocabulary: new Set(wordsOf(html).split(' ')),
    words() {
      words ??= ` ${wordsOf(everythingIn(html))} `;
      return words;
    },
  };
}

/** Markup inside a word divides it, so that a word may be missing. */
function mayHold(vocabulary: ReadonlySet<string>, words: string): boolean {
  const wanted = words.trim().split(' ');
  return wanted.filter((word) => vocabulary.has(word)).length >= wanted.length * 0.8;
}

/** Text and the values of attributes: a title or a text alternative is read too. */
function everythingIn(html: string): string {
  const tree = parse(html);
  const attributes = elements(tree).flatMap((element) =>
    element.attrs.map(({ name }) => attribute(element, name) ?? ''),
  );
  return [textContent(tree), ...attributes].join(' ');
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
