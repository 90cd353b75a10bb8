import { verifyEvidence } from '../src/evidence/verify.js';
import type { Source } from '../src/model.js';
import { parseDeck } from '../src/parse/deck.js';

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
  const source: Source = {
    name: 'bench',
    folder: '/',
    entry: { path: 'deck.md', file: '/deck.md', text: `## All of them\n\n${items.join('\n')}` },
    bodyLine: 1,
    settings: {
      lang: 'en',
      mode: 'light',
      ours: true,
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
  const deck = parseDeck(source);
  const start = performance.now();
  verifyEvidence(deck, sources, undefined);
  return (performance.now() - start) / 1000;
}

function words(count: number, seed: number): string {
  return Array.from({ length: count }, (_, index) => {
    const number = (seed * 7919 + index * 104729) % 5000;
    return index % 12 === 0
      ? `Kalvik${number % 50}`
      : `w${number.toString(36).replace(/\d/g, 'x')}${'aeiou'[number % 5]}`;
  }).join(' ');
}
