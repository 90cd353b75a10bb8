import { filled, ownLang, wordsIn } from '../../language/words/words.js';
import {
  append,
  attribute,
  childElements,
  create,
  type Element,
  elements,
  hasClass,
  insertBefore,
  isElement,
  type Node,
  remove,
  setAttribute,
  text,
} from '../tree.js';
import type { NoteBody } from './take-notes.js';

/** The notes of a paper, numbered in the order in which they are referred to. */
export interface NoteList {
  /** What each reference of the paper says. */
  readonly add: (bodies: ReadonlyMap<Element, NoteBody>) => void;
  /** Numbers the references within a block, those within their notes too, and sets the notes that they are the first to refer to. */
  readonly take: (block: Element) => readonly Element[];
}

/** Numbers count over the whole paper; each reference and its note link to one another. */
export function noteList(lang: string): NoteList {
  const bodies = new Map<Element, NoteBody>();
  const numbers = new Map<NoteBody, number>();
  const take = (within: readonly Element[]): readonly Element[] =>
    within.flatMap((reference): readonly Element[] => {
      const body = bodies.get(reference);
      if (body === undefined) return [];
      const known = numbers.get(body);
      const number = known ?? numbers.size + 1;
      numbers.set(body, number);
      setReference(reference, number, known === undefined, lang);
      if (known !== undefined) return [];
      return [noteOf(body, number, lang), ...take(body.filter(isElement).flatMap(referencesIn))];
    });
  return {
    add: (more) => {
      for (const [reference, body] of more) bodies.set(reference, body);
    },
    take: (block) => {
      joinReferences(block);
      const notes = take(referencesIn(block));
      for (const sup of elements(block, 'sup').filter(isReferences)) closeRuns(sup, notes);
      return notes;
    },
  };
}

/** Notes as they stand beside or below a block; nothing where there are none. */
export function asideOf(notes: readonly Element[]): readonly Element[] {
  return notes.length === 0 ? [] : [create('aside', {}, create('ol', { class: 'margin-notes' }, ...notes))];
}

function referencesIn(block: Element): readonly Element[] {
  return elements(block, 'a').filter((element) => hasClass(element, 'ref'));
}

/** References with nothing between them stand in one list, parted by commas. */
function joinReferences(block: Element): void {
  for (const reference of elements(block, 'sup').filter(isReferences)) {
    const siblings = reference.parentNode?.childNodes ?? [];
    const before = siblings.slice(0, siblings.indexOf(reference)).findLast((node) => !isNothing(node));
    if (before === undefined || !isElement(before) || !isReferences(before)) continue;
    append(before, text(','), ...reference.childNodes.slice());
    remove(reference);
  }
}

/** What is left of a space that was taken away. */
function isNothing(node: Node): boolean {
  return 'value' in node && node.value === '';
}

function isReferences(element: Element): boolean {
  return element.tagName === 'sup' && hasClass(element, 'refs');
}

/** Three or more numbers in a row that are referred to for the first time are a range, 13–18: the notes between lead back to its start. */
function closeRuns(sup: Element, notes: readonly Element[]): void {
  const links = childElements(sup);
  const numbers = links.map((link) => Number(/^mark-of-(\d+)$/.exec(attribute(link, 'id') ?? '')?.[1] ?? Number.NaN));
  const goesOn = (index: number): boolean => numbers[index] === (numbers[index - 1] ?? Number.NaN) + 1;
  for (let start = 0, end = 0; start < links.length; start = end + 1) {
    for (end = start; goesOn(end + 1); ) end++;
    const [first, last] = [links[start], links[end]];
    if (end - start < 2 || first === undefined || last === undefined) continue;
    const { childNodes } = sup;
    for (const between of childNodes.slice(childNodes.indexOf(first) + 1, childNodes.indexOf(last))) remove(between);
    insertBefore(text('–'), last);
    const isBetween = (note: Element): boolean =>
      numbers.slice(start + 1, end).includes(Number(attribute(note, 'value')));
    for (const [back] of notes.filter(isBetween).map((note) => elements(note, 'a')))
      if (back !== undefined) setAttribute(back, 'href', `#mark-of-${numbers[start]}`);
  }
}

function setReference(reference: Element, number: number, isFirst: boolean, lang: string): void {
  setAttribute(reference, 'href', `#note-of-${number}`);
  setAttribute(reference, 'role', 'doc-noteref');
  const named = { 'aria-label': filled(wordsIn(lang).note, { n: number }), ...ownLang(lang) };
  for (const [name, value] of Object.entries(named)) setAttribute(reference, name, value);
  if (isFirst) setAttribute(reference, 'id', `mark-of-${number}`);
  append(reference, text(String(number)));
}

function noteOf(body: NoteBody, number: number, lang: string): Element {
  const back = create(
    'a',
    {
      class: 'n',
      href: `#mark-of-${number}`,
      role: 'doc-backlink',
      'aria-label': filled(wordsIn(lang).noteBack, { n: number }),
      ...ownLang(lang),
    },
    text(String(number)),
  );
  const nodes: readonly Node[] = body;
  return create('li', { id: `note-of-${number}`, value: String(number) }, back, text(' '), ...nodes);
}
