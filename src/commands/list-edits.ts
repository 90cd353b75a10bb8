import { join } from 'node:path';
import { count } from '../count.js';
import { DeckError } from '../error.js';
import { compareRecord } from '../import/edits/compare-record.js';
import { describeEdit } from '../import/edits/describe-edit.js';
import type { Edit } from '../import/edits/edit.js';
import { likeness } from '../import/edits/likeness.js';
import type { Place, PresentationRecord, SlideBlocks } from '../model.js';
import { parseDeck } from '../parse/deck.js';
import { type DeckLocation, locateDeck, readDeck } from '../read/deck.js';
import type { Presentation } from '../read/presentation/presentation.js';
import { readRecord } from '../read/presentation/read-record.js';
import { shownPath } from '../read/text-file.js';
import { slideBlocks } from '../render/blocks/slide-blocks.js';
import { renderSlides } from '../render/render-slides.js';
import type { Effects } from '../system/effects.js';
import { type PlacedText, placedTexts } from '../write/placed-texts.js';
import type { ImportOptions } from './import.js';

/** An edit, where the deck says what it changes, and the marks of what that rests on. */
interface PlacedEdit extends Edit {
  readonly place: Place;
  readonly rests: readonly string[];
}

/**
 * Lists what a colleague changed in a presentation that Pilcrow made, each by the line of the deck that it concerns, and writes nothing. What
 * the deck says like that already is counted and not listed. Throws a DeckError where the deck is not there.
 */
export async function listEdits(
  read: Presentation & { readonly record: string },
  path: string,
  { name, format }: ImportOptions,
  effects: Effects,
): Promise<void> {
  const record = readRecord(read.record);
  if (record === undefined)
    throw new DeckError('usage', `${path} was made by another version of Pilcrow. --as pptx makes a new deck of it.`);
  const location = await deckOf(record, name, path, effects);
  const deckPath = shownPath(location.file, effects);
  const edits = compareRecord(record, read, (part) => read.sizes.get(part));
  const texts: DeckTexts = edits.length === 0 ? new Map() : await textsOf(location, record, effects);
  const placed = edits.map((edit) => placedEdit(edit, texts, deckPath));
  const open = placed.filter((one) => one !== undefined);
  const done = placed.length - open.length;
  if (format === 'json') {
    const said = open.map(({ line: _, ...edit }) => edit);
    effects.print(
      JSON.stringify({ deck: deckPath, from: path, tool: 'pilcrow', edits: said, alreadyThere: done }, null, 2),
    );
    return;
  }
  const slides = new Set(open.map(({ slide, number }) => slide ?? number)).size;
  const found = open.length === 0 ? 'no edit' : `${count(open.length, 'edit')} on ${count(slides, 'slide')}`;
  const edition = record.audience === 'teacher' ? 'the teacher' : 'students';
  const cut = record.cut === undefined ? '' : `, in its length of ${record.cut} minutes`;
  effects.print(`${path} was made of ${deckPath} for ${edition}${cut}: ${found} since.`);
  if (done > 0) effects.print(`${count(done, 'edit')} more: ${deckPath} says so already.`);
  for (const edit of open) effects.print(`${edit.place.path}:${edit.place.line} ${describeEdit(edit, edit.rests)}`);
  if (open.length > 0)
    effects.print(
      `Next: type what you keep into ${deckPath}, then check its claims: pilcrow check ${deckPath.replace(/\/deck\.md$/, '')}`,
    );
}

async function deckOf(
  { deck }: PresentationRecord,
  name: string | undefined,
  path: string,
  effects: Effects,
): Promise<DeckLocation> {
  const wanted = name ?? deck;
  for (const place of [wanted, join('slides', wanted), `${wanted}.md`]) {
    const found = await locateDeck(place, effects);
    if (found !== undefined) return found;
  }
  const where =
    name === undefined ? 'Run the command where that deck is, or name it with --name.' : 'Name another with --name.';
  throw new DeckError(
    'deck-not-found',
    `${path} was made of the deck ${deck}, and there is no deck ${wanted} here. ${where} --as pptx makes a new deck of the file.`,
  );
}

/** By the ids of slides, older ones too. */
type DeckTexts = ReadonlyMap<string, { readonly place: Place; readonly all: readonly PlacedText[] }>;

/** What the slides of the same edition say now, each text with its place. Nothing is drawn, and no browser is needed. */
async function textsOf(
  location: DeckLocation,
  { audience, cut }: PresentationRecord,
  effects: Effects,
): Promise<DeckTexts> {
  const deck = parseDeck(await readDeck(location, effects));
  const edition = { audience, ...(cut === undefined ? {} : { cut }) };
  const drawings = { byId: new Map(), diagnostics: [] };
  const document = await renderSlides(deck, drawings, undefined, edition, { purpose: 'judged' });
  const texts = new Map<string, { readonly place: Place; readonly all: readonly PlacedText[] }>();
  const add = (id: string, slide: SlideBlocks): void => {
    if (!texts.has(id)) texts.set(id, { place: slide.place, all: placedTexts(slide) });
  };
  const slides = slideBlocks(document);
  for (const slide of slides) add(slide.id, slide);
  for (const { id, aliases = [] } of deck.slides) {
    const slide = slides.find((one) => one.id === id);
    if (slide !== undefined) for (const alias of aliases) add(alias, slide);
  }
  return texts;
}

/** Where an edit belongs in the deck; undefined where the deck says it like that already. */
function placedEdit(edit: Edit, texts: DeckTexts, path: string): PlacedEdit | undefined {
  // A table that goes on stands on slides that are named after the first: `ships/2`.
  const slide = texts.get((edit.slide ?? edit.behind ?? '').replace(/\/\d+$/, ''));
  const place = slide?.place ?? { path, line: 1 };
  const all = slide?.all ?? [];
  if (
    isText(edit) &&
    edit.after !== undefined &&
    edit.before !== undefined &&
    isSaid(all, edit.after) &&
    !isSaid(all, edit.before)
  )
    return undefined;
  if (isText(edit) && edit.kind === 'added' && edit.what !== 'slide' && isSaid(all, edit.after ?? '')) return undefined;
  if (edit.what === 'slide' && edit.kind === 'removed' && slide === undefined) return undefined;
  const near = edit.line === undefined ? undefined : nearestText(edit.line, all);
  return { ...edit, place: near?.place ?? place, rests: near?.marks ?? [] };
}

function isText({ what }: Edit): boolean {
  return ['title', 'text', 'alt', 'note', 'row', 'slide'].includes(what);
}

/** Marks and the numbers of footnotes, which stand in the presentation behind words, are none of these. */
function isSaid(all: readonly PlacedText[], words: string): boolean {
  const bare = (text: string): string => text.replace(/(?<=\p{L})\d+/gu, '');
  return words !== '' && all.some(({ text }) => likeness(bare(text), bare(words)) === 1);
}

function nearestText(line: string, all: readonly PlacedText[]): PlacedText | undefined {
  let best: PlacedText | undefined;
  let most = 0.4;
  for (const text of all) {
    const near = likeness(text.text, line);
    if (near > most) [best, most] = [text, near];
  }
  return best;
}
