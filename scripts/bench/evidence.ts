import { verifyEvidence } from '../../src/evidence/verify.js';
import type { Deck, Source, SourceText } from '../../src/model.js';
import { parseDeck } from '../../src/parse/deck.js';

/** Seconds it takes to verify 500 quotations against ten sources of 10,000 words each, made up for this. */
export function benchEvidence(): number {
  const sources = Array.from({ length: 10 }, (_, source) => ({
    key: `source${source}`,
    path: '',
    paragraphs: Array.from({ length: 100 }, (_, number) => ({ number, text: words(100, source * 100 + number) })),
  }));
  const items = Array.from({ length: 500 }, (_, index) => {
    const paragraph = sources[index % 10]?.paragraphs[index % 100]?.text.split(' ') ?? [];
    const quoted = paragraph.slice(10, 16).join(' ');
    return `- Kalvik says "${quoted}" on claim [@source${index % 10}, ¶${index % 100}]`;
  });
  const deck = deckOf(items, sources);
  const start = performance.now();
  verifyEvidence(deck, sources, undefined);
  return (performance.now() - start) / 1000;
}

/**
 * Seconds of CPU and MiB of memory it takes to verify 300 claims against one source of 300 pages, 150,000 words. A third of them quote,
 * a tenth are wrong in a number and a name.
 */
export function benchLongSource(): { readonly seconds: number; readonly mebibytes: number } {
  const paragraphs = Array.from({ length: 1500 }, (_, index) => ({ number: index + 1, text: prose(index + 1, 100) }));
  const items = Array.from({ length: 300 }, (_, index) => {
    const { text = '', number = 0 } = paragraphs[index * 5] ?? {};
    const [first = '', second = ''] = text.split(/(?<=\.) /);
    const said = index % 2 === 0 ? first : second;
    const claim =
      index % 3 === 0
        ? `It says "${second.split(' ').slice(1, 7).join(' ')}" there`
        : index % 10 === 1
          ? `Ilvesson counted ${index + 70_000} cranes in Zorbia`
          : said.replace(/^The/, 'A').split(' ').slice(0, 7).join(' ');
    return `- ${claim} [@book, ¶${number}]`;
  });
  const sources = [{ key: 'book', path: '', paragraphs }];
  const deck = deckOf(items, sources);
  const [memory, start] = [process.memoryUsage.rss(), process.cpuUsage()];
  verifyEvidence(deck, sources, undefined);
  const { user, system } = process.cpuUsage(start);
  return { seconds: (user + system) / 1e6, mebibytes: (process.memoryUsage.rss() - memory) / 2 ** 20 };
}

function deckOf(items: readonly string[], sources: readonly SourceText[]): Deck {
  const source: Source = {
    name: 'bench',
    folder: '/',
    entry: { path: 'deck.md', file: '/deck.md', text: `## All of them\n\n${items.join('\n')}` },
    bodyLine: 1,
    settings: {
      lang: 'en',
      mode: 'light',
      usesOwnTheme: true,
      cuts: [],
      handoutNotes: false,
      embedSources: false,
      revealOptions: {},
    },
    includes: new Map(),
    references: sources.map(({ key }) => ({ id: key, place: { path: '', line: 1 } })),
    styles: [],
    scripts: [],
    diagnostics: [],
  };
  return parseDeck(source);
}

function words(count: number, seed: number): string {
  return Array.from({ length: count }, (_, index) => {
    const number = (seed * 7919 + index * 104729) % 5000;
    return index % 12 === 0
      ? `Kalvik${number % 50}`
      : `w${number.toString(36).replace(/\d/g, 'x')}${'aeiou'[number % 5]}`;
  }).join(' ');
}

const nouns =
  'harbour pilot ship cargo treaty border budget report council river bridge ferry port strike grain price'.split(' ');
const verbs = 'opened closed reported counted moved signed refused built measured paid carried reached delayed'.split(
  ' ',
);
const kinds = 'new old small large northern southern early late public private costly cheap narrow wide'.split(' ');
const names = 'Ilvesson Marrow Tessaly Orlenko Kalvik Brandt Osei Lindqvist Norland Averna Strand Petrov'.split(' ');

/** Sentences with years, numbers, days and names, the same for the same seed (a linear congruential generator). */
function prose(seed: number, least: number): string {
  let state = Math.imul(seed, 2654435761) >>> 0;
  const below = (count: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * count);
  };
  const one = (list: readonly string[]): string => list[below(list.length)] ?? '';
  const sentences: string[] = [];
  for (let count = 0; count < least; ) {
    const sentence = [
      `In ${1950 + below(70)} ${one(names)} ${one(verbs)} the ${one(kinds)} ${one(nouns)} of ${one(names)} for ${below(9000) + 11} tonnes.`,
      `The ${one(kinds)} ${one(nouns)} ${one(verbs)} ${below(90) + 11} per cent more than the ${one(nouns)} near ${one(names)}, which was not expected.`,
      `${one(names)} said that three of the five ${one(nouns)}s were ${one(kinds)} and that the ${one(nouns)} ${one(verbs)} before winter.`,
      `On ${1 + below(28)} March ${1950 + below(70)} the council of ${one(names)} ${one(verbs)} a ${one(kinds)} ${one(nouns)} at a cost of ${below(9000) + 11} euros.`,
    ][below(4)];
    sentences.push(sentence ?? '');
    count += (sentence ?? '').split(' ').length;
  }
  return sentences.join(' ');
}
