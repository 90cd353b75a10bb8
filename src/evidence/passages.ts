import type { FoundWords } from '../model.js';
import { nearestPassage, type Passage } from './nearest-passage.js';
import { originalRange } from './normalise.js';
import type { PreparedParagraph, PreparedSource } from './prepared-source.js';
import { findAcross, type PreparedQuotation } from './quotation.js';
import { countWords } from './words.js';

/** Words found in a paragraph, with their place in its original text; `start` and `end` are of its normalised text. */
export function foundWords(
  kind: FoundWords['kind'],
  paragraph: PreparedParagraph,
  start: number,
  end: number,
): FoundWords {
  const { normalised, original, source, number } = paragraph;
  const range = originalRange(normalised, start, end);
  const fromWord = countWords(normalised.text, start);
  const toWord = Math.max(fromWord + 1, countWords(normalised.text, end));
  return { kind, source, paragraph: number, words: original.slice(range.start, range.end), fromWord, toWord, range };
}

/** Where a quotation or an anchor stands in paragraphs that are cited together. */
export function findWords(
  kind: 'quotation' | 'anchor',
  quotation: PreparedQuotation,
  paragraphs: readonly PreparedParagraph[],
): readonly FoundWords[] | undefined {
  const found = findAcross(
    quotation,
    paragraphs.map(({ normalised }) => normalised),
  );
  return found?.flatMap(({ index, match }) => {
    const paragraph = paragraphs[index];
    return paragraph === undefined ? [] : [foundWords(kind, paragraph, match.start, match.end)];
  });
}

/** What to say of words that do not stand where they should: where else they do, or what comes nearest, the difference marked. */
export function elsewhere(
  quotation: PreparedQuotation,
  cited: readonly PreparedParagraph[],
  sources: readonly PreparedSource[],
): string {
  const citedKeys = new Set(cited.map(({ source }) => source));
  const ordered = [...sources].sort((a, b) => Number(citedKeys.has(b.key)) - Number(citedKeys.has(a.key)));
  for (const source of ordered) {
    const other = source.paragraphs.find((paragraph) => findAcross(quotation, [paragraph.normalised]) !== undefined);
    if (other !== undefined)
      return `it stands in ${citedKeys.has(source.key) ? '' : `${source.key} `}${placeName(other)}`;
  }
  const near = nearestIn(quotation, cited);
  if (near?.distance === 0)
    return `the same words stand there with other marks or spaces, as {typed → there}: "${near.marked}"`;
  if (near !== undefined && near.distance <= 0.5) return `nearest is "${near.marked}"`;
  const wider = nearestIn(
    quotation,
    ordered.filter(({ key }) => citedKeys.has(key)).flatMap(({ paragraphs }) => paragraphs),
  );
  if (wider !== undefined && wider.distance <= 0.34) return `nearest is "${wider.marked}" in ¶${wider.number}`;
  return 'the source has nothing similar';
}

type NearPassage = Passage & { readonly number: number };

function nearestIn(quotation: PreparedQuotation, paragraphs: readonly PreparedParagraph[]): NearPassage | undefined {
  let best: NearPassage | undefined;
  for (const { normalised, number } of paragraphs) {
    const passage = nearestPassage(quotation.plain, normalised.text);
    if (passage !== undefined && passage.distance < (best?.distance ?? 1)) best = { ...passage, number };
  }
  return best;
}

/** "¶5", in data "row 5". */
export function placeName({ number, data }: Pick<PreparedParagraph, 'number' | 'data'>): string {
  return data === undefined ? `¶${number}` : `row ${number}`;
}

/** "preiherman2024 ¶5", "preiherman2024 ¶5 or ¶7": the paragraphs that are cited. */
export function citedPlaces(paragraphs: readonly PreparedParagraph[], sources: readonly PreparedSource[]): string {
  const keys = [...new Set(paragraphs.map(({ source }) => source))];
  const names = keys.map((key) => {
    const own = paragraphs.filter(({ source }) => source === key);
    const numbers = own.map(placeName);
    const isWhole = numbers.length > 1 && sources.find((one) => one.key === key)?.paragraphs.length === numbers.length;
    return isWhole ? key : `${key} ${[...new Set(numbers)].join(' or ')}`;
  });
  return names.join(' or ');
}
