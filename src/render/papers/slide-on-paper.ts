import type { SlideOnPaper } from '../../model.js';
import { breakWords } from '../break-words.js';
import { serializeTree } from '../drawings.js';
import type { EditionSlide } from '../edition.js';
import { openDetails } from '../open-details.js';
import { type Panel, type PanelEntry, panelEntries } from '../panel-entries.js';
import { setInPlace } from '../set-in-place.js';
import type { SlideDocument } from '../slide-document.js';
import { copiedTree, isNotes, type SeenTree } from '../slide-tree.js';
import {
  childElements,
  type Element,
  elements,
  hasClass,
  insertBefore,
  remove,
  removeAttribute,
  setAttribute,
} from '../tree.js';
import { citeAsked } from './cite-asked.js';
import { evidenceNotes, type NotedEntries } from './evidence-notes.js';
import { figuresOf } from './figures.js';

/** The slides of an edition as papers show them. */
export function slidesOnPaper(document: SlideDocument): readonly SlideOnPaper[] {
  return document.trees.map((tree, position) => slideOnPaper(tree, document.prose[position] ?? tree, document));
}

/** The key of the source that most of the slides' evidence is from: a bare ¶ is one of its paragraphs. Undefined where nothing is cited. */
export function mainSource(document: SlideDocument): string | undefined {
  const counts = new Map<string, number>();
  for (const [position, tree] of document.trees.entries()) {
    const { notes } = evidenceNotes(entriesOf(tree, document.prose[position] ?? tree, document).all);
    for (const { source } of notes) counts.set(source, (counts.get(source) ?? 0) + 1);
  }
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}

/** The panels of a slide and of its prose, and what stands in both. */
function entriesOf(
  tree: SeenTree,
  prose: SeenTree,
  document: SlideDocument,
): { readonly panels: readonly [Panel, Panel]; readonly all: readonly PanelEntry[] } {
  const panels = [panelEntries(tree, document), panelEntries(prose, document, tree.section)] as const;
  return { panels, all: panels.flatMap(({ entries }) => entries) };
}

/** Takes a copy of a slide apart, and one of its prose. */
function slideOnPaper(seen: SeenTree, seenProse: SeenTree, rendering: SlideDocument): SlideOnPaper {
  const [tree, prose] = [copiedTree(seen), copiedTree(seenProse)];
  const { panels, all } = entriesOf(tree, prose, rendering);
  const [ofSlide, ofProse] = panels;
  for (const { section } of [tree, prose]) breakWords(section, rendering);
  const { slide, number, section } = tree.slide;
  const { layout, minutes } = slide;
  const isOpened = rendering.slides.some((one) => opens(one, section));
  const level = isOpened && layout !== 'section' ? 3 : 2;
  const noted = evidenceNotes(all);
  const stage = childElements(tree.section).find((element) => hasClass(element, 'stage'));
  const notes = childElements(tree.section).filter(isNotes);
  const foot = stage === undefined ? undefined : childElements(stage).find((element) => hasClass(element, 'foot'));
  for (const element of [...notes, ...elements(tree.section, 'template'), ...(foot === undefined ? [] : [foot])])
    remove(element);
  for (const element of elements(tree.section)) if (isOfScreen(element)) remove(element);
  for (const { section } of [tree, prose]) openDetails(section);
  const credits = elements(tree.section).filter((element) => hasClass(element, 'credit'));
  for (const credit of credits) remove(credit);
  for (const [sheet] of childElements(tree.section).flatMap((one) => (one.tagName === 'style' ? [one.childNodes] : [])))
    if (sheet !== undefined && 'value' in sheet) sheet.value = `@layer deck {${sheet.value}\n}`;
  for (const place of elements(tree.section, 'div').filter((element) => hasClass(element, 'then'))) unwrap(place);
  for (const root of [prose.section, ...notes]) setInPlace(root);
  for (const element of notes) citeAsked(element);
  for (const root of [tree.section, ...notes, ...(foot === undefined ? [] : [foot])])
    settle(root, level, (mark) => notesOf(mark, ofSlide, noted, 0));
  settle(prose.section, level, (mark) => notesOf(mark, ofProse, noted, ofSlide.entries.length));
  removeAttribute(tree.section, 'id');
  const body = stage === undefined ? undefined : childElements(stage).find((element) => hasClass(element, 'body'));
  const inner = (element: Element | undefined): string =>
    element === undefined ? '' : serializeTree(element, rendering, { inner: true, onPaper: true }).trim();
  return {
    number,
    layout,
    level,
    ...(section === undefined ? {} : { section }),
    ...(minutes === undefined ? {} : { minutes }),
    stage: serializeTree(tree.section, rendering, { onPaper: true }),
    body: inner(body),
    foot: [...credits.map((credit) => `<p>${inner(credit)}</p>`), inner(foot)].join(''),
    prose: inner(prose.section),
    notes: notes.map(inner).join('\n'),
    evidence: noted.notes,
    figures: figuresOf(tree, rendering),
  };
}

/** The running head; the line of sources, which margin notes replace; steps that nobody sees; answers, which stand beside the slide. */
function isOfScreen(element: Element): boolean {
  return ['run', 'step', 'answered'].some((name) => hasClass(element, name));
}

/** The slide that a part of the talk begins with may belong to a longer version: then its slides stand under no heading. */
function opens(one: EditionSlide, section: EditionSlide['section']): boolean {
  return section !== undefined && one.slide.layout === 'section' && one.section?.number === section.number;
}

/** Where the answer lies over the task on screen, the task is left: laid out as on the slide that has no answer. */
function unwrap(place: Element): void {
  for (const child of place.childNodes.slice()) insertBefore(child, place);
  remove(place);
}

/**
 * What is a control on screen is text on paper; headings take their level in the paper's outline and keep the look of their own; a
 * figure around a picture with an alternative would be tagged as a second one, without.
 */
function settle(root: Element, level: 2 | 3, evidenceOf: (mark: Element) => readonly number[]): void {
  const all = elements(root);
  const depths = [...new Set(all.flatMap(({ tagName }) => (isHeading(tagName) ? [tagName] : [])))].sort();
  const own = all.find(({ tagName, parentNode }) => isHeading(tagName) && hasClass(parentNode as Element, 'head'));
  const below = depths.filter((tag) => own === undefined || tag > own.tagName);
  for (const element of all) {
    if (isHeading(element.tagName)) {
      const depth = element === own ? 0 : 1 + Math.max(0, below.indexOf(element.tagName));
      setAttribute(element, 'aria-level', String(Math.min(6, level + depth)));
    }
    if (element.tagName === 'figure') setAttribute(element, 'role', 'group');
    if (hasClass(element, 'sources-line')) remove(element);
    if (!hasClass(element, 'pm')) continue;
    element.tagName = 'span';
    element.nodeName = 'span';
    for (const name of ['type', 'aria-label']) removeAttribute(element, name);
    const notes = evidenceOf(element);
    if (notes.length > 0) setAttribute(element, 'data-evidence', notes.join(' '));
  }
}

/** The positions of the notes that a mark rests on; its panel's entries begin at `first` among all. */
function notesOf(mark: Element, { numbers }: Panel, { byEntry }: NotedEntries, first: number): readonly number[] {
  return [...new Set((numbers.get(mark) ?? []).flatMap((number) => byEntry[first + number - 1] ?? []))];
}

function isHeading(tag: string): boolean {
  return /^h[1-6]$/.test(tag);
}
