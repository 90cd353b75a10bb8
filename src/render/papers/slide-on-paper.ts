import type { SlideOnPaper } from '../../model.js';
import { serializeTree } from '../drawings.js';
import type { EditionSlide } from '../edition.js';
import type { PanelEntry } from '../panel-entries.js';
import type { Rendering } from '../rendering.js';
import { isNotes, type SlideTree } from '../slide-tree.js';
import {
  attribute,
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

/** A slide whose screen form is written, its prose, and what both rest on. */
interface Parts {
  readonly tree: SlideTree;
  readonly prose: SlideTree;
  readonly slideEntries: readonly PanelEntry[];
  readonly proseEntries: readonly PanelEntry[];
}

/** Takes a slide apart for papers. The trees are changed, so nothing may be made of them afterwards. */
export function slideOnPaper({ tree, prose, slideEntries, proseEntries }: Parts, rendering: Rendering): SlideOnPaper {
  const { slide, number, section } = tree.slide;
  const { layout, minutes } = slide;
  const isOpened = rendering.slides.some((one) => opens(one, section));
  const level = isOpened && layout !== 'section' ? 3 : 2;
  const noted = evidenceNotes([...slideEntries, ...proseEntries]);
  const stage = childElements(tree.section).find((element) => hasClass(element, 'stage'));
  const notes = childElements(tree.section).filter(isNotes);
  const foot = stage === undefined ? undefined : childElements(stage).find((element) => hasClass(element, 'foot'));
  for (const element of [...notes, ...elements(tree.section, 'template'), ...(foot === undefined ? [] : [foot])])
    remove(element);
  for (const element of elements(tree.section)) if (isOfScreen(element)) remove(element);
  for (const [sheet] of childElements(tree.section).flatMap((one) => (one.tagName === 'style' ? [one.childNodes] : [])))
    if (sheet !== undefined && 'value' in sheet) sheet.value = `@layer deck {${sheet.value}\n}`;
  for (const place of elements(tree.section, 'div').filter((element) => hasClass(element, 'then'))) unwrap(place);
  for (const element of notes) citeAsked(element);
  for (const [root, first] of [
    [tree.section, 0],
    ...notes.map((element) => [element, 0] as const),
    ...(foot === undefined ? [] : [[foot, 0] as const]),
    [prose.section, slideEntries.length],
  ] as const)
    settle(root, level, noted, first);
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
    foot: inner(foot),
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
function settle(root: Element, level: 2 | 3, { byEntry }: NotedEntries, first: number): void {
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
    const claims = attribute(element, 'data-claim')?.split(' ') ?? [];
    removeAttribute(element, 'data-claim');
    if (!hasClass(element, 'pm')) continue;
    element.tagName = 'span';
    element.nodeName = 'span';
    for (const name of ['type', 'aria-label', 'data-cites']) removeAttribute(element, name);
    const notes = [...new Set(claims.flatMap((number) => byEntry[first + Number(number) - 1] ?? []))];
    if (notes.length > 0) setAttribute(element, 'data-evidence', notes.join(' '));
  }
}

function isHeading(tag: string): boolean {
  return /^h[1-6]$/.test(tag);
}
