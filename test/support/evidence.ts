import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EvidenceLock } from '../../src/evidence/lock.js';
import { type VerifyOptions, verifyEvidence } from '../../src/evidence/verify.js';
import { formatDiagnostic, sortDiagnostics } from '../../src/model/diagnostic.js';
import type { Deck, Evidence, SourceText, TextFile } from '../../src/model.js';
import { parseDeck } from '../../src/parse/deck.js';
import { readFrontMatter } from '../../src/read/front-matter.js';
import { readReferences } from '../../src/read/references.js';
import { readSourceText } from '../../src/read/source-text.js';
import { fixtureFolder } from './twins.js';

const harbour = join(fixtureFolder('evidence'), 'harbour');

function textFile(name: string): TextFile {
  const file = join(harbour, name);
  return { path: name, file, text: readFileSync(file, 'utf8') };
}

/** The texts of the deck `harbour`, written for these tests. */
export const harbourSources: readonly SourceText[] = ['sources/ilvesson2021.md', 'sources/pilots.md'].map(
  (name) => readSourceText(textFile(name)).source,
);

/** A deck of the given Markdown, with the references of `harbour`. */
export function deckOf(markdown: string): Deck {
  const { settings, bodyLine } = readFrontMatter(markdown, 'deck.md', true);
  return parseDeck({
    name: 'deck',
    folder: '/deck',
    entry: { path: 'deck.md', file: '/deck/deck.md', text: markdown },
    bodyLine,
    settings,
    includes: new Map(),
    references: readReferences(textFile('references.yaml')).references,
    styles: [],
    scripts: [],
    diagnostics: [],
  });
}

/** The evidence of a deck of the given Markdown against the sources of `harbour`. */
export function evidenceOf(
  markdown: string,
  {
    sources = harbourSources,
    lock,
    ...options
  }: VerifyOptions & { sources?: readonly SourceText[]; lock?: EvidenceLock } = {},
): Evidence {
  return verifyEvidence(deckOf(markdown), sources, lock, options);
}

/** What the check says of a deck, one line each, the missing lock apart. */
export function saidOf({ diagnostics }: Evidence): readonly string[] {
  return sortDiagnostics(diagnostics)
    .filter(({ rule }) => rule !== 'lock-stale')
    .map(formatDiagnostic);
}
