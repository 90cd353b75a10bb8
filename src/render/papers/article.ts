import { ownLang, wordsIn } from '../../language/words/words.js';
import { breakWords } from '../break-words.js';
import { lettersOf } from '../claim-words.js';
import { trimBefore } from '../passes/marks.js';
import { shownTitle, typographic } from '../passes/typography.js';
import type { SlideDocument } from '../slide-document.js';
import { copiedTree, isNotes, type SeenTree } from '../slide-tree.js';
import {
  append,
  childElements,
  closest,
  create,
  type Element,
  elements,
  hasClass,
  remove,
  text,
  textContent,
} from '../tree.js';
import { flattened, headingRow, outline, rowOf } from './article-blocks.js';
import { citeAsked } from './cite-asked.js';
import { asideOf, type NoteList, noteList } from './note-list.js';
import { dropCaption, hasNumber, setFigures, setNumber } from './paper-figures.js';
import { takeNotes } from './take-notes.js';

/** A deck as running text. */
export interface Article {
  /** A `<section>` a slide that has something to say, under headings that skip no level. */
  readonly parts: readonly ArticlePart[];
}

export interface ArticlePart {
  /** The slide's id, also of its `<section>`. */
  readonly id: string;
  /** Empty where the slide has no heading; it goes on with the part before it. */
  readonly title: string;
  /** 2 to 4; of the heading, where there is one. */
  readonly level: number;
  readonly section: Element;
}

/** What has been said is left to the prose; what can only be shown stays. */
const shownOnly = ['figure', 'table', 'blockquote', 'pre', 'dl'];

/**
 * Writes an edition as an article: under each heading the handout's prose, or where there is none what the slide itself says;
 * then its figures, tables, quotations and code. Evidence becomes notes beside the text. References have a part of their own.
 */
export function writeArticle(text: SlideDocument): Article {
  const notes = noteList(text.deck.settings.lang);
  const own = new Set(text.deck.slides.map(({ id }) => id));
  let isInSection = false;
  const parts = text.trees.flatMap((tree, position) => {
    const { id, layout } = tree.slide.slide;
    if (!own.has(id)) return [];
    const isSection = layout === 'section';
    isInSection ||= isSection;
    return partOf(tree, text.prose[position], isInSection && !isSection ? 3 : 2, notes, text);
  });
  let number = 0;
  for (const { section, title } of parts)
    for (const figure of elements(section, 'figure').filter(hasNumber)) {
      setNumber(figure, ++number, text);
      dropCaption(figure, title);
    }
  for (const { section } of parts) breakWords(section, text);
  return { parts };
}

function partOf(
  tree: SeenTree,
  prose: SeenTree | undefined,
  level: number,
  notes: NoteList,
  rendering: SlideDocument,
): readonly ArticlePart[] {
  const { slide } = tree;
  const { id, layout, handout } = slide.slide;
  const shown = readTree(tree, notes, rendering);
  const spoken = childElements(shown).filter(isNotes);
  for (const one of spoken) remove(one);
  const heading = takeHeading(shown);
  const isTitle = layout === 'title' && slide.number === 1;
  const named = heading !== undefined && isTitle && isSame(heading, shownTitle(rendering.deck)) ? undefined : heading;
  const asked = new Set(questionsIn(shown).flatMap((question) => elements(question)));
  const own = flattened(shown);
  const said = prose === undefined || handout.length === 0 ? [] : flattened(readTree(prose, notes, rendering));
  const blocks = said.length === 0 ? own : [...said, ...own.filter((block) => isShownOnly(block) || asked.has(block))];
  const kept = isTitle ? blocks.filter((block) => !isSame(block, rendering.deck.settings.subtitle)) : blocks;
  outline(kept, named === undefined ? level - 1 : level);
  const rows = [
    ...(named === undefined ? [] : [headingRow(named, level, notes)]),
    ...kept.map((block) => rowOf(block, notes)),
    ...spoken.map((one) => spokenBlock(one, level, notes, rendering)),
  ];
  const isEmpty = layout === 'sources' && kept.length + spoken.length === 0;
  if (rows.length === 0 || isEmpty) return [];
  const title = named === undefined ? '' : typographic(slide.slide.title, rendering.deck.settings);
  return [
    { id, title, level, section: create('section', { id, class: layout === 'section' ? 'chapter' : 'part' }, ...rows) },
  ];
}

function readTree(seen: SeenTree, notes: NoteList, rendering: SlideDocument): Element {
  const tree = copiedTree(seen);
  const { section, slide } = tree;
  for (const strip of elements(section).filter((element) => hasClass(element, 'coverage'))) remove(strip);
  for (const question of questionsIn(section)) citeAbove(question, section);
  notes.add(takeNotes(tree, rendering));
  setFigures(section, slide.slide.diagrams, rendering);
  return section;
}

/**
 * What a question cites as a whole stands beside the heading, as on its slide; so does what a choice cites, which may tell it from the
 * others.
 */
function citeAbove(question: Element, section: Element): void {
  const heading = childElements(section).find(({ tagName }) => /^h[1-6]$/.test(tagName));
  const inChoice = (element: Element): boolean => closest(element, (one) => hasClass(one, 'choice')) !== undefined;
  const cites = elements(question).filter(
    (element) => hasClass(element, 'cite') && (element.parentNode === question || inChoice(element)),
  );
  for (const cite of cites) {
    trimBefore(cite);
    if (heading === undefined) remove(cite);
    else append(heading, cite);
  }
}

function questionsIn(section: Element): readonly Element[] {
  return elements(section).filter((element) => hasClass(element, 'question'));
}

function takeHeading(section: Element): Element | undefined {
  const heading = childElements(section).find(({ tagName }) => /^h[1-6]$/.test(tagName));
  if (heading !== undefined) remove(heading);
  return heading;
}

function isSame(element: Element, words: string | undefined): boolean {
  return words !== undefined && lettersOf(textContent(element)) === lettersOf(words);
}

function isShownOnly(block: Element): boolean {
  return shownOnly.includes(block.tagName) || hasClass(block, 'formula');
}

function spokenBlock(spoken: Element, level: number, notes: NoteList, { deck }: SlideDocument): Element {
  citeAsked(spoken);
  const { lang } = deck.settings;
  const blocks = flattened(spoken);
  outline(blocks, level);
  const label = create('p', { class: 'label', ...ownLang(lang) }, text(wordsIn(lang).speakerNotes));
  const block = create('div', { class: 'spoken' }, label, ...blocks);
  append(block, ...asideOf(notes.take(block)));
  return block;
}
