import type { Citation } from '../../model.js';
import { lettersOf } from '../claim-words.js';
import { citationsOf } from '../meaning.js';
import { type PanelEntry, panelEntries } from '../panel-entries.js';
import { trimBefore } from '../passes/marks.js';
import { typographic } from '../passes/typography.js';
import type { Rendered } from '../rendering.js';
import { type CopiedTree, isNotes } from '../slide-tree.js';
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
export function takeNotes(tree: CopiedTree, rendering: Rendered): ReadonlyMap<Element, NoteBody> {
  const { section, slide } = tree;
  const marks = elements(section).filter((element) => hasClass(element, 'pm'));
  const figures = elements(section).filter(isCitingFigure);
  const { entries, numbers } = panelEntries(tree, rendering);
  const notes = new Map<Element, NoteBody>();
  for (const one of marks) {
    const isWord = withoutClaims.includes(slide.slide.layout) || closest(one, isNotes) !== undefined;
    if (isWord) {
      replace(one, create('b', { class: 'pm' }, ...one.childNodes));
      continue;
    }
    const [citation] = citationsOf(one);
    const entry = entries[(numbers.get(one)?.[0] ?? 0) - 1];
    const reference = create('a', { class: 'ref' });
    notes.set(
      reference,
      citation === undefined ? unsourced(attribute(one, 'aria-label'), rendering) : sourced(citation, entry, rendering),
    );
    replace(one, reference);
  }
  for (const one of figures) {
    const entry = [one, holderOf(one)]
      .flatMap((holder) => numbers.get(holder) ?? [])
      .map((number) => entries[number - 1])
      .find((other) => other?.claim?.kind === 'figure');
    const bodies = citationsOf(one).map((citation) => sourced(citation, entry, rendering));
    const references = bodies.map(() => create('a', { class: 'ref' }));
    for (const [index, reference] of references.entries()) notes.set(reference, bodies[index] ?? []);
    if (references.length > 0) append(one.tagName === 'figure' ? one : holderOf(one), superscript(references));
  }
  for (const cite of elements(section, 'span').filter((element) => hasClass(element, 'cite'))) setRefs(cite);
  for (const [reference, body] of takeFootnotes(section)) notes.set(reference, body);
  return notes;
}

/** A diagram or picture that cites has no mark to exchange. */
function isCitingFigure(element: Element): boolean {
  return ['figure', 'img'].includes(element.tagName) && citationsOf(element).length > 0;
}

function holderOf(picture: Element): Element {
  return closest(picture, ({ tagName }) => tagName === 'figure' || tagName === 'p') ?? picture;
}

/** The words behind one mark. A mark without a claim may stand beside a question: it gives none away. */
function sourced(citation: Citation, entry: PanelEntry | undefined, rendering: Rendered): NoteBody {
  const { anchor, ...bare } = citation;
  if (entry?.claim === undefined) return restsOn([{ citations: [bare], found: [] }], rendering);
  const letters = lettersOf(anchor ?? '');
  const anchored = entry.found.filter(({ kind, words }) => kind === 'anchor' && lettersOf(words) === letters);
  const found = anchor === undefined ? entry.found.filter(({ kind }) => kind !== 'anchor') : anchored;
  return restsOn([{ citations: [citation], found }], rendering);
}

/** "inferred from cited claims": what the mark is called aloud. */
function unsourced(name = '', { deck }: Rendered): NoteBody {
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
