import { join } from 'node:path';
import type { ParagraphMove } from '../evidence/paragraph-moves.js';
import type { Citation } from '../model.js';
import { parseDeck } from '../parse/deck.js';
import { renumberCitations } from '../parse/renumber-citations.js';
import { type DeckLocation, readDeck } from '../read/deck.js';
import { readTextFile } from '../read/text-file.js';
import type { Effects } from '../system/effects.js';

/** What a source's moved paragraphs mean for a deck. */
export interface FollowedCitations {
  /** Files with their citations renumbered; none where nothing points at a paragraph that moved. */
  readonly files: readonly { readonly file: string; readonly bytes: string }[];
  /** Places of the citations that point at a paragraph that moved, as messages name them. */
  readonly moved: readonly string[];
  /** The same, of those whose paragraph is gone. */
  readonly lost: readonly string[];
}

/** Finds a deck's citations of paragraphs that moved, and writes their new numbers into its texts. Nothing is saved. */
export async function followParagraphs(
  deck: DeckLocation,
  key: string,
  moves: readonly ParagraphMove[],
  effects: Effects,
): Promise<FollowedCitations> {
  const targets = new Map(moves.map(({ from, to }) => [from, to]));
  const source = await readDeck(deck, effects);
  const relations = source.relations?.relations ?? [];
  const all = [...parseDeck(source).slides, ...relations].flatMap(({ citations }) => citations);
  const own = all.filter((citation) => citation.key === key);
  const points =
    (test: (paragraph: number) => boolean) =>
    (citation: Citation): boolean =>
      citation.locators.some(([from, to]) => test(from) || test(to));
  const moved = own.filter(points((paragraph) => targets.has(paragraph) && targets.get(paragraph) !== paragraph));
  const texts = [
    source.entry.file,
    ...[...source.includes.values()].map(({ file }) => file),
    join(deck.folder, 'relations.yaml'),
  ];
  const files: { file: string; bytes: string }[] = [];
  for (const file of texts) {
    const text = await readTextFile(file, effects);
    if (text === undefined) continue;
    const here = moved.filter(({ place }) => place.path === text.path);
    const lines = new Set(here.map(({ place }) => place.line));
    const { text: bytes, count } = renumberCitations(text.text, lines, key, (paragraph) => targets.get(paragraph));
    if (count > 0) files.push({ file, bytes });
  }
  return {
    files,
    moved: placesOf(moved.filter((citation) => !points((paragraph) => isGone(paragraph, targets))(citation))),
    lost: placesOf(own.filter(points((paragraph) => isGone(paragraph, targets)))),
  };
}

function isGone(paragraph: number, targets: ReadonlyMap<number, number | undefined>): boolean {
  return targets.has(paragraph) && targets.get(paragraph) === undefined;
}

function placesOf(citations: readonly Citation[]): readonly string[] {
  return [...new Set(citations.map(({ place }) => `${place.path}:${place.line}`))];
}
