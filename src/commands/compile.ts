import { dirname } from 'node:path';
import { missingGlyphs } from '../check/missing-glyphs.js';
import { questionAttributes } from '../check/question-attributes.js';
import type { Diagnostic } from '../diagnostic.js';
import { drawFigures } from '../draw/draw-figures.js';
import type { Effects } from '../effects.js';
import { styleDiagnostics } from '../export/style-sheet.js';
import type { Deck, Drawings, Evidence } from '../model.js';
import { parseDeck } from '../parse/deck.js';
import { count } from '../progress.js';
import { type DeckLocation, readDeck } from '../read/deck.js';
import { setReferences } from '../references/set-references.js';
import { checkEvidence, type EvidenceOptions } from './evidence.js';
import type { Tools } from './tools.js';

/** A deck that was read, parsed, checked against its sources and drawn. */
export interface CompiledDeck {
  readonly deck: Deck;
  readonly drawings: Drawings;
  readonly evidence: Evidence;
  /** Every text it was made from, and those that would count if they were there; absolute. */
  readonly files: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The first half of the row, the same for every reader: folder -> Source -> Deck -> Evidence, Drawings. */
export async function compileDeck(
  location: DeckLocation,
  tools: Tools,
  checks: EvidenceOptions = {},
): Promise<CompiledDeck> {
  const files = new Set<string>();
  const effects = recordReads(tools.effects, files);
  const source = await readDeck(location, effects);
  const parsed = parseDeck(source);
  const { references, diagnostics: unset } = await setReferences(parsed, source.citationStyle, tools.references);
  const deck = { ...parsed, references };
  const evidence = await checkEvidence(deck, location, checks, effects);
  const draw = () => drawFigures(deck, { browser: tools.browser, cache: tools.drawings });
  const drawings = deck.slides.every(({ diagrams }) => diagrams.length === 0)
    ? await draw()
    : await tools.progress.stage(`${deck.name}: draw`, draw, ({ byId }) => count(byId.size, 'diagram'));
  const isThere = (file: string): boolean => tools.effects.files.readNow(file) !== undefined;
  return {
    deck,
    drawings,
    evidence,
    files: [...files],
    diagnostics: [
      ...source.diagnostics,
      ...deck.diagnostics,
      ...unset,
      ...evidence.diagnostics,
      ...drawings.diagnostics,
      ...missingGlyphs(deck, tools.client.glyphs),
      ...questionAttributes(deck),
      ...deck.styles.flatMap((style) => styleDiagnostics(style, dirname(style.file), isThere)),
    ],
  };
}

/** The same effects, noting each file that is asked for, whether it is there or not. */
function recordReads(effects: Effects, asked: Set<string>): Effects {
  const read: Effects['files']['read'] = (file) => {
    asked.add(file);
    return effects.files.read(file);
  };
  return { ...effects, files: { ...effects.files, read } };
}
