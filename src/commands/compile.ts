import type { Diagnostic } from '../diagnostic.js';
import { drawDiagrams } from '../draw/draw-diagrams.js';
import type { Effects } from '../effects.js';
import type { Deck, Drawings } from '../model.js';
import { parseDeck } from '../parse/deck.js';
import { count } from '../progress.js';
import { type DeckLocation, readDeck } from '../read/deck.js';
import type { Tools } from './tools.js';

/** A deck that was read, parsed and drawn. */
export interface CompiledDeck {
  readonly deck: Deck;
  readonly drawings: Drawings;
  /** Every text it was made from, and those that would count if they were there; absolute. */
  readonly files: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The first half of the row, the same for every reader: folder -> Source -> Deck -> Drawings. */
export async function compileDeck(location: DeckLocation, tools: Tools): Promise<CompiledDeck> {
  const files = new Set<string>();
  const source = await readDeck(location, recordReads(tools.effects, files));
  const deck = parseDeck(source);
  const diagrams = deck.slides.flatMap((slide) => slide.diagrams);
  const drawings =
    diagrams.length === 0
      ? await drawDiagrams(diagrams, { browser: tools.browser, cache: tools.drawings })
      : await tools.progress.stage(
          `${deck.name}: draw`,
          () => drawDiagrams(diagrams, { browser: tools.browser, cache: tools.drawings }),
          ({ byId }) => count(byId.size, 'diagram'),
        );
  return {
    deck,
    drawings,
    files: [...files],
    diagnostics: [...source.diagnostics, ...deck.diagnostics, ...drawings.diagnostics],
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
