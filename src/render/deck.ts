import type { Deck, Drawings, Edition, Evidence, PaperName, RenderedDeck } from '../model.js';
import { findBreaks } from './break-words.js';
import { plantDeck } from './plant-deck.js';
import type { Sanitiser } from './sanitiser.js';
import { writeDeck } from './write-deck.js';

/**
 * Renders the slides an edition has. What is not for its reader is not in the result: neither the slides of a longer cut or of
 * another audience, nor notes, answers and blocks, nor the pictures used only there. Papers are written only where they are `wanted`.
 * With a sanitiser the deck is not trusted.
 */
export async function renderDeck(
  deck: Deck,
  drawings: Drawings,
  edition: Edition,
  evidence?: Evidence,
  wanted: readonly PaperName[] = [],
  sanitiser?: Sanitiser,
): Promise<RenderedDeck> {
  const planted = await plantDeck(deck, drawings, edition, evidence, sanitiser);
  const roots = [...planted.trees, ...planted.prose].map(({ section }) => section);
  return writeDeck(planted, wanted, await findBreaks(roots, deck));
}
