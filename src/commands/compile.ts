import { checkDeck } from '../check/check-deck.js';
import { applyExceptions } from '../check/exceptions.js';
import { count } from '../count.js';
import { drawFigures, type FigureTools } from '../draw/draw-figures.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Deck, Drawings, Evidence, Reference } from '../model.js';
import { parseDeck } from '../parse/deck.js';
import { type DeckLocation, readDeck } from '../read/deck.js';
import { setReferences } from '../references/set-references.js';
import type { Sanitiser } from '../render/sanitiser.js';
import type { Effects } from '../system/effects.js';
import { withChosenMode } from './choose-mode.js';
import { refusedDiagnostics } from './confine.js';
import { deckNameDiagnostics } from './deck-name.js';
import { checkEvidence, type EvidenceOptions } from './evidence.js';
import type { Tools } from './tools.js';

/** A deck that was read, parsed, checked against its sources and drawn. */
export interface CompiledDeck {
  readonly deck: Deck;
  readonly drawings: Drawings;
  readonly evidence: Evidence;
  /** Absolute paths of every text it was made from, and of texts that would be read if they were there. */
  readonly files: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The first half of the row, the same for every reader: folder -> Source -> Deck -> Evidence, Drawings. */
export async function compileDeck(
  location: DeckLocation,
  tools: Tools,
  checks: EvidenceOptions = {},
): Promise<CompiledDeck> {
  return drawDeck(await compileText(location, tools, checks), tools);
}

/** The part of it that draws nothing and needs no browser; `style`: the rules of style are looked at too. */
export async function compileText(
  location: DeckLocation,
  tools: Tools,
  { style = false, ...checks }: EvidenceOptions & { readonly style?: boolean } = {},
): Promise<CompiledDeck> {
  const files = new Set<string>();
  const effects = recordReads(tools.effects, files);
  const source = await readDeck(location, effects, { untrusted: tools.sanitiser !== undefined, fonts: tools.fonts });
  const parsed = withChosenMode(parseDeck(source));
  const { references: set, diagnostics: unset } = await setReferences(parsed, source.citationStyle, tools.references);
  const { sanitiser } = tools;
  const references = sanitiser === undefined ? set : set.map((reference) => sanitised(reference, sanitiser));
  const deck = { ...parsed, references };
  const evidence = await checkEvidence(deck, location, checks, effects);
  return {
    deck,
    drawings: { byId: new Map(), diagnostics: [] },
    evidence,
    files: [...files],
    diagnostics: applyExceptions(deck, [
      ...deckNameDiagnostics(location, deck.path),
      ...source.diagnostics,
      ...deck.diagnostics,
      ...unset,
      ...evidence.diagnostics,
      ...checkDeck({ deck, glyphs: tools.client.glyphs, today: tools.effects.now() }, { style }),
      ...refusedDiagnostics(tools, deck.path),
    ]),
  };
}

/** Draws what a deck's fences ask for. Without a browser, and on slides that are not `isNeeded`, only what needs no browser is drawn. */
export async function drawDeck(
  compiled: CompiledDeck,
  tools: Omit<Tools, 'browser'> & Pick<FigureTools, 'browser' | 'isNeeded'>,
): Promise<CompiledDeck> {
  const { deck, diagnostics } = compiled;
  const { browser, isNeeded = () => true } = tools;
  const { readNow } = tools.effects.files;
  const draw = () => drawFigures(deck, { browser, cache: tools.drawings, isNeeded, readNow });
  const drawings =
    browser === undefined || deck.slides.every((slide) => slide.diagrams.length === 0 || !isNeeded(slide))
      ? await draw()
      : await tools.progress.stage(`${deck.name}: draw`, draw, ({ byId }) => count(byId.size, 'diagram'));
  return { ...compiled, drawings, diagnostics: [...diagnostics, ...applyExceptions(deck, drawings.diagnostics)] };
}

/** The same effects, noting each file that is asked for, whether it is there or not. */
function recordReads(effects: Effects, asked: Set<string>): Effects {
  const read: Effects['files']['read'] = (file, most) => {
    asked.add(file);
    return effects.files.read(file, most);
  };
  return { ...effects, files: { ...effects.files, read } };
}

/** The citation library writes HTML, and puts a DOI or an address into it as it is given. */
function sanitised(reference: Reference, { html }: Sanitiser): Reference {
  if (reference.set === undefined) return reference;
  const notes = Object.entries(reference.set.notes).map(([locator, note]) => [locator, html(note)]);
  return { ...reference, set: { entry: html(reference.set.entry), notes: Object.fromEntries(notes) } };
}
