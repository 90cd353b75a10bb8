import { citationTexts } from '../../evidence/claim-id.js';
import type { Citation } from '../../model.js';
import { lettersOf } from '../claim-words.js';
import { type PanelEntry, panelEntries } from '../panel-entries.js';
import { trimBefore } from '../passes/marks.js';
import { typographic } from '../passes/typography.js';
import type { Rendering } from '../rendering.js';
import { isNotes, type SlideTree } from '../slide-tree.js';
import {
  append,
  attribute,
  childElements,
  closest,
  create,
  type Element,
  elements,
  hasClass,
  insertBefore,
  isElement,
  type Node,
  remove,
  removeAttribute,
  replace,
  text,
} from '../tree.js';
import { restsOn } from './rests-on.js';

/** What a note says: the paragraph a claim rests on with its words, or what an author put into a footnote. */
export type NoteBody = readonly Node[];

/** Layouts that hold no claims: a mark there is a word of its sentence. */
const withoutClaims = ['title', 'sources', 'blank'];

/**
 * Exchanges every mark and footnote sign of a tree for a reference, an `<a class="ref">` that is not yet numbered, and says what each
 * one's note holds. Two signs for one footnote share a note.
 */
export function takeNotes(tree: SlideTree, rendering: Rendering): ReadonlyMap<Element, NoteBody> {
  const { section, slide } = tree;
  const marks = elements(section).filter((element) => hasClass(element, 'pm'));
  const figures = elements(section).filter(isCitingFigure);
  const cited = new Map([...marks, ...figures].map((one) => [one, (attribute(one, 'data-cites') ?? '').split('\n')]));
  const names = new Map(marks.map((one) => [one, attribute(one, 'aria-label')]));
  const entries = panelEntries(tree, rendering);
  const notes = new Map<Element, NoteBody>();
  const citationsOf = (one: Element): readonly Citation[] =>
    (cited.get(one) ?? []).flatMap(
      (cite) => slide.slide.citations.find((other) => citationTexts([other])[0] === cite) ?? [],
    );
  for (const one of marks) {
    const isWord = withoutClaims.includes(slide.slide.layout) || closest(one, isNotes) !== undefined;
    if (isWord) {
      replace(one, create('b', { class: 'pm' }, ...one.childNodes));
      continue;
    }
    const [citation] = citationsOf(one);
    const entry = entries[Number(attribute(one, 'data-claim') ?? 0) - 1];
    const reference = create('a', { class: 'ref' });
    notes.set(
      reference,
      citation === undefined ? unsourced(names.get(one), rendering) : sourced(citation, entry, rendering),
    );
    replace(one, reference);
  }
  for (const one of figures) {
    const entry = figureEntry(one, entries);
    const bodies = citationsOf(one).map((citation) => sourced(citation, entry, rendering));
    const references = bodies.map(() => create('a', { class: 'ref' }));
    for (const [index, reference] of references.entries()) notes.set(reference, bodies[index] ?? []);
    if (references.length > 0) append(one.tagName === 'figure' ? one : holderOf(one), superscript(references));
  }
  for (const element of elements(section)) removeAttribute(element, 'data-claim');
  for (const cite of elements(section, 'span').filter((element) => hasClass(element, 'cite'))) setRefs(cite);
  for (const [reference, body] of takeFootnotes(section)) notes.set(reference, body);
  return notes;
}

/** A diagram or picture that cites has no mark to exchange. */
function isCitingFigure(element: Element): boolean {
  return ['figure', 'img'].includes(element.tagName) && (attribute(element, 'data-cites') ?? '') !== '';
}

function holderOf(picture: Element): Element {
  return closest(picture, ({ tagName }) => tagName === 'figure' || tagName === 'p') ?? picture;
}

function figureEntry(figure: Element, entries: readonly PanelEntry[]): PanelEntry | undefined {
  const numbers = [figure, holderOf(figure)].flatMap((one) => (attribute(one, 'data-claim') ?? '').split(' '));
  return numbers.map((number) => entries[Number(number) - 1]).find((entry) => entry?.claim?.kind === 'figure');
}

/** The words behind one mark. A mark without a claim may stand beside a question: it gives none away. */
function sourced(citation: Citation, entry: PanelEntry | undefined, rendering: Rendering): NoteBody {
  const { anchor, ...bare } = citation;
  if (entry?.claim === undefined) return restsOn([{ citations: [bare], found: [] }], rendering);
  const letters = lettersOf(anchor ?? '');
  const anchored = entry.found.filter(({ kind, words }) => kind === 'anchor' && lettersOf(words) === letters);
  const found = anchor === undefined ? entry.found.filter(({ kind }) => kind !== 'anchor') : anchored;
  return restsOn([{ citations: [citation], found }], rendering);
}

/** "inferred from cited claims": what the mark is called aloud. */
function unsourced(name = '', { deck }: Rendering): NoteBody {
  return [create('em', {}, text(typographic(name.charAt(0).toUpperCase() + name.slice(1), deck.settings)))];
}

/** References stand behind the word before them. */
function setRefs(cite: Element): void {
  const refs = childElements(cite).filter((element) => hasClass(element, 'ref'));
  if (refs.length === 0) return;
  trimBefore(cite);
  insertBefore(superscript(refs), cite);
  remove(cite);
}

function superscript(refs: readonly Element[]): Element {
  const parts = refs.flatMap((ref, index) => (index === 0 ? [ref] : [text(','), ref]));
  return create('sup', { class: 'refs' }, ...parts);
}

/** An author's footnotes, taken out of the list at the slide's end. */
function takeFootnotes(section: Element): readonly (readonly [Element, NoteBody])[] {
  const lists = elements(section, 'ol').filter((element) => hasClass(element, 'footnotes'));
  const bodies = new Map(
    lists.flatMap(childElements).map((item): [string, NoteBody] => [`#${attribute(item, 'id')}`, bodyOf(item)]),
  );
  const signs = elements(section, 'sup').filter((element) => hasClass(element, 'note'));
  const found = [...signs, ...[...bodies.values()].flatMap(signsIn)].flatMap((sign) => {
    const [link] = childElements(sign);
    const body = link === undefined ? undefined : bodies.get(attribute(link, 'href') ?? '');
    if (body === undefined) return [];
    const reference = create('a', { class: 'ref' });
    replace(sign, superscript([reference]));
    return [[reference, body] as const];
  });
  for (const list of lists) remove(list);
  return found;
}

function bodyOf(item: Element): NoteBody {
  const [only, ...others] = childElements(item);
  const nodes = only?.tagName === 'p' && others.length === 0 ? only.childNodes : item.childNodes;
  return [create('div', {}, ...nodes.slice())];
}

function signsIn(body: NoteBody): readonly Element[] {
  return body
    .filter(isElement)
    .flatMap((node) => elements(node, 'sup'))
    .filter((element) => hasClass(element, 'note'));
}
