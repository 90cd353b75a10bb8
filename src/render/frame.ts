import { minutesIn, ownLang, wordsIn } from '../language/words/words.js';
import { otherLength } from '../model/edition-name.js';
import type { Diagram, Drawings } from '../model.js';
import { textWidth } from '../relations/text-width.js';
import { wordsOf, wrapText } from '../relations/wrap-text.js';
import { largeHeadings } from './box-of-text.js';
import { logoAboveTitle, markAtFoot } from './brand-logo.js';
import { datesOf } from './dated.js';
import { type EditionSlide, type Part, partsOf } from './edition.js';
import { citationsOf } from './meaning.js';
import { shortReference } from './reference.js';
import type { Rendering } from './rendering.js';
import { isNotes, type SlideTree } from './slide-tree.js';
import {
  addClass,
  append,
  attribute,
  childElements,
  create,
  type Element,
  elements,
  hasClass,
  isElement,
  moveChildren,
  type Node,
  removeClass,
  text,
  textContent,
} from './tree.js';
import { firstStep, showWith, stepOf } from './waiting.js';

/** Layouts without the running head, and those that name no source at the foot. */
const unnumbered = ['title', 'blank'];
const unsourced = ['title', 'section', 'sources', 'blank'];
/** What the frame of a slide says of the slides around it. */
export interface Surroundings {
  /** It is the deck's own title slide; there may be more in that layout. */
  readonly isTitle: boolean;
  /** How far the talk has come in its section, or in the deck where it has no sections, percent; absent outside of sections. */
  readonly share?: number;
  /** The parts of the talk, where it begins one. */
  readonly parts: readonly Part[];
}

/** Looks at all slides of an edition once, and tells of each what is around it. */
export function surroundingsIn(slides: readonly EditionSlide[]): (slide: EditionSlide) => Surroundings {
  const title = slides.find((one) => one.slide.layout === 'title');
  const parts = partsOf(slides);
  const hasSections = slides.some(({ section }) => section !== undefined);
  const along = new Map<number | undefined, number>();
  const places = new Map<EditionSlide, number>();
  for (const slide of slides) {
    const place = (along.get(slide.section?.number) ?? 0) + 1;
    along.set(slide.section?.number, place);
    places.set(slide, place);
  }
  return (slide) => {
    const number = slide.section?.number;
    const share = Math.round((100 * (places.get(slide) ?? 0)) / (along.get(number) ?? 1));
    return {
      isTitle: slide === title,
      ...(hasSections && number === undefined ? {} : { share }),
      parts: slide.slide.layout === 'section' ? parts : [],
    };
  };
}

/**
 * Puts a slide's parts into their places: dates, heading, body, foot, and the running head last, so that it is read last. The notes
 * and the slide's own styles stay beside the stage.
 */
export function frameSlide(tree: SlideTree, around: Surroundings, rendering: Rendering): void {
  const { section } = tree;
  const beside = section.childNodes.filter((node) => isElement(node) && (isNotes(node) || node.tagName === 'style'));
  const content = section.childNodes.filter((node) => !beside.includes(node));
  const shown = content.filter(isElement).flatMap((element) => [element, ...elements(element)]);
  const footnotes = childElements(section).filter((element) => hasClass(element, 'footnotes'));
  const credits = childElements(section).filter((element) => hasClass(element, 'credit'));
  const first = content.find((node) => isElement(node) || textContent(node).trim() !== '');
  const heading = isElement(first) && /^h[1-6]$/.test(first.tagName) ? first : undefined;
  if (heading !== undefined && hasClass(section, fitted)) fitHeading(section, heading);
  const body = create('div', { class: 'body' });
  const elsewhere = new Set<Node | undefined>([...beside, heading, ...footnotes, ...credits]);
  moveChildren(section, body, (node) => !elsewhere.has(node));
  const { brand } = rendering.deck;
  const { layout, attributes } = tree.slide.slide;
  const parts = [
    ...(brand !== undefined && layout === 'title' ? logoAboveTitle(brand) : []),
    ...(around.isTitle ? dateLine(rendering) : []),
    ...(heading === undefined ? [] : [head(heading, tree.slide)]),
    ...(childElements(body).length > 0 || textContent(body).trim() !== '' ? [body] : []),
    ...agenda(tree, around, rendering, body),
    ...foot(tree, rendering, shown, { footnotes, credits }),
    ...(brand === undefined ? [] : markAtFoot(brand, layout, attributes)),
    ...runningHead(tree, around),
    ...(rendering.edition.draft === true ? [draftMark(rendering)] : []),
  ];
  // Reveal goes to the slide that holds the element which an address names.
  const aliases = (tree.slide.slide.aliases ?? []).map((id) => create('span', { id, hidden: '' }));
  append(section, create('div', { class: 'stage' }, ...parts), ...aliases, ...beside);
}

/** Reveal's class for a text as wide as its place; behind a slide's heading it is the slide's as all classes there, and means the words. */
const fitted = 'r-fit-text';

function fitHeading(section: Element, heading: Element): void {
  removeClass(section, fitted);
  addClass(heading, fitted);
}

function draftMark({ deck: { settings } }: Rendering): Element {
  return create(
    'p',
    { class: 'draft', 'aria-hidden': 'true', ...ownLang(settings.lang) },
    text(wordsIn(settings.lang).draft),
  );
}

/** The marks stand beside the heading, not in it: they are no part of what a bookmark says. */
function head(heading: Element, { slide, section }: EditionSlide): Element {
  const marks = childElements(heading).filter((element) => hasClass(element, 'marks'));
  const numeral =
    slide.layout === 'section' && section !== undefined
      ? [
          create(
            'p',
            { class: `numeral${digits(section.number)}`, 'aria-hidden': 'true' },
            text(String(section.number)),
          ),
        ]
      : [];
  const large = largeHeadings[slide.layout];
  const isLong = large && (isWide(slide.title, large) || linesOf(slide.title, large) > large.lines);
  if (isLong === true) addClass(heading, 'long');
  const element = create('div', { class: 'head' }, ...numeral, heading, ...marks);
  const last = heading.childNodes.at(-1);
  if (last !== undefined && 'value' in last) last.value = last.value.trimEnd();
  return element;
}

function linesOf(title: string, { size, width }: { readonly size: number; readonly width: number }): number {
  return wrapText(wordsOf(title, 'name', size), width).length;
}

/** Whether a word of a title is longer than a line. */
function isWide(title: string, { size, width }: { readonly size: number; readonly width: number }): boolean {
  return title.split(/\s+/).some((word) => textWidth({ text: word, face: 'name', size }) > width);
}

/** Numerals are as large as their columns allow. */
function digits(number: number): string {
  return number < 10 ? '' : number < 100 ? ' two-digits' : ' three-digits';
}

/** As many parts as have room below a section's title. */
const mostParts = 8;

/** As many letters as have room above them. */
const mostLetters = 240;

/** A section slide lists the parts of the talk with their minutes, those around it where there are many, unless more than words stands on it. */
function agenda({ slide }: SlideTree, { parts }: Surroundings, { deck }: Rendering, body: Element): readonly Element[] {
  const isMore = elements(body).some(({ tagName }) =>
    /^([uod]l|table|figure|img|svg|pre|blockquote|div)$/.test(tagName),
  );
  if (parts.length < 2 || isMore || textContent(body).length > mostLetters) return [];
  const now = parts.findIndex(({ number }) => number === slide.section?.number);
  const first = Math.max(0, Math.min(now - mostParts / 2, parts.length - mostParts));
  const items = parts
    .slice(first, first + mostParts)
    .map(({ number, title, minutes }) =>
      create(
        'li',
        number === slide.section?.number ? { class: 'now', 'aria-current': 'true' } : {},
        create('span', {}, text(String(number))),
        create('span', {}, text(title)),
        create('span', {}, text(minutes === 0 ? '' : minutesIn(deck.settings.lang, minutes))),
      ),
    );
  return [create('ol', { class: 'parts' }, ...items)];
}

/** When the deck is from, and its length where that is not its own, stand above its title, and so are read before it. */
function dateLine({ deck: { settings }, edition }: Rendering): readonly Element[] {
  const length = otherLength(edition, settings);
  const lines = datesOf(settings).map((date) => create('p', {}, text(date)));
  if (length !== undefined) lines.push(create('p', ownLang(settings.lang), text(minutesIn(settings.lang, length))));
  return lines.length === 0 ? [] : [create('div', { class: 'dated' }, ...lines)];
}

/** `shown` is what this edition's reader sees of the slide: a source or a map that only the notes or the teacher has is not named. */
function foot(
  tree: SlideTree,
  { deck, drawings }: Rendering,
  shown: readonly Element[],
  { footnotes, credits }: Readonly<Record<'footnotes' | 'credits', readonly Element[]>>,
): readonly Element[] {
  const { layout } = tree.slide.slide;
  const ids = new Set(shown.map((element) => attribute(element, 'id')));
  const diagrams = tree.slide.slide.diagrams.filter(({ id }) => ids.has(id));
  const smallPrint = [...new Set(diagrams.flatMap((diagram) => smallPrintOf(diagram, drawings)))];
  const keys = unsourced.includes(layout) ? [] : [...new Set([...shown.flatMap(keysOf), ...keysOfViews(diagrams)])];
  // a map names where it is from itself
  const named = (source: string): boolean => smallPrint.some((sentence) => sentence.includes(source));
  const sources = keys
    .map((key) => shortReference(deck, key))
    .filter((source) => !named(source))
    .join('; ');
  const lines: Node[] = [
    ...credits,
    ...(sources === '' ? [] : [create('p', { class: 'sources-line' }, text(sources))]),
    ...smallPrint.map((sentence) => create('p', {}, text(sentence))),
    ...tree.abbreviations.map(({ abbreviation: { short, long }, uses }) => {
      const line = create('p', {}, create('b', {}, text(short)), text(` ${long}`));
      showWith(line, firstStep(uses.map(stepOf)));
      return line;
    }),
  ];
  if (lines.length === 0 && footnotes.length === 0) return [];
  const line = lines.length === 0 ? [] : [create('div', { class: 'lines' }, ...lines)];
  return [create('div', { class: 'foot' }, ...footnotes, ...line)];
}

/** The keys of the sources an element cites. */
function keysOf(element: Element): readonly string[] {
  return citationsOf(element).map(({ key }) => key);
}

function keysOfViews(diagrams: readonly Diagram[]): readonly string[] {
  return diagrams.flatMap(({ citations = [] }) => citations.map(({ key }) => key));
}

/** What must stand beside a map, with the map's caption: at the foot, so that the map keeps its room. */
function smallPrintOf({ id, caption }: Diagram, drawings: Drawings): readonly string[] {
  const { smallPrint } = drawings.byId.get(id) ?? {};
  return smallPrint === undefined ? [] : [...smallPrint, ...(caption === undefined ? [] : [caption])];
}

function runningHead({ slide }: SlideTree, around: Surroundings): readonly Element[] {
  const { layout } = slide.slide;
  if (unnumbered.includes(layout)) return [];
  const isSection = layout === 'section';
  const section =
    isSection || slide.section === undefined
      ? []
      : [create('b', {}, text(String(slide.section.number))), text(slide.section.title)];
  const number = create('span', { class: 'number' }, text(String(slide.number)));
  const parts = [create('span', {}, ...section), ...(isSection ? [] : progress(around)), number];
  return [create('div', { class: 'run' }, ...parts)];
}

/** A line for the eye, which says nothing new. */
function progress({ share }: Surroundings): readonly Element[] {
  if (share === undefined) return [];
  return [create('i', { class: 'progress-line', role: 'presentation', style: `--share:${share}%` })];
}
