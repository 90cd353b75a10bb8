import { filled, ownLang, wordsIn } from '../../language/words/words.js';
import {
  append,
  create,
  type Element,
  elements,
  hasClass,
  insertBefore,
  isElement,
  type Node,
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
      partReferences(block);
      return take(referencesIn(block));
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

/** A comma between references with nothing between them, which a style sheet cannot tell from those with words between them. */
function partReferences(block: Element): void {
  for (const reference of elements(block, 'sup').filter((element) => hasClass(element, 'refs'))) {
    const siblings = reference.parentNode?.childNodes ?? [];
    const before = siblings[siblings.indexOf(reference) - 1];
    if (before === undefined || !isElement(before) || !hasClass(before, 'refs')) continue;
    const [first] = reference.childNodes;
    if (first !== undefined) insertBefore(text(','), first);
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
