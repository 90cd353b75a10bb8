import type { Deck, Drawings, Edition, Evidence, RenderedDeck } from '../model.js';
import { serializeSlide } from './drawings.js';
import { slidesOf } from './edition.js';
import { layEvidence } from './evidence-panel.js';
import { frameSlide } from './frame.js';
import { checkLinks, idsInBraces } from './links.js';
import { typographic } from './passes/typography.js';
import { passes } from './passes.js';
import type { Rendering } from './rendering.js';
import { hasNotes, plantSlide } from './slide-tree.js';
import { typeset } from './typeset.js';

/**
 * Renders the slides an edition has. What is not for its reader is not in the result: neither the slides of a longer cut or of
 * another audience, nor notes, answers and blocks, nor the pictures used only there.
 */
export async function renderDeck(
  deck: Deck,
  drawings: Drawings,
  edition: Edition,
  evidence?: Evidence,
): Promise<RenderedDeck> {
  const slides = slidesOf(deck, edition);
  const noted = hasNotes({ deck, edition });
  const typesetting = await typeset(slides.flatMap(({ slide }) => [...slide.tokens, ...(noted ? slide.notes : [])]));
  const rendering: Rendering = {
    deck,
    edition,
    slides,
    drawings,
    ...(evidence === undefined ? {} : { evidence }),
    typesetting,
    diagnostics: [...typesetting.diagnostics],
    assets: new Map(),
    spelledOut: new Set(),
    leftOut: new Set(leftOutIds(deck, slides)),
  };
  const trees = slides.map((slide) => {
    const tree = plantSlide(slide, rendering);
    for (const pass of passes) pass(tree, rendering);
    return tree;
  });
  for (const tree of trees) frameSlide(tree, rendering);
  checkLinks(trees, rendering);
  for (const tree of trees) layEvidence(tree, rendering);
  return {
    name: deck.name,
    title: deck.title,
    lang: deck.settings.lang,
    author: deck.settings.author ?? '',
    settings: deck.settings,
    edition,
    slides: trees.map(({ slide: { slide, index, section: part }, section }) => ({
      id: slide.id,
      index,
      title: typographic(slide.title, deck.settings),
      ...(slide.minutes === undefined ? {} : { minutes: slide.minutes }),
      ...(part === undefined ? {} : { section: { ...part, title: typographic(part.title, deck.settings) } }),
      place: slide.place,
      html: serializeSlide(section, rendering),
    })),
    assets: [...rendering.assets.values()],
    features: { math: typesetting.formulas.size > 0 },
    styles: deck.styles,
    scripts: deck.scripts,
    diagnostics: rendering.diagnostics,
  };
}

function leftOutIds(deck: Deck, slides: Rendering['slides']): readonly string[] {
  const kept = new Set(slides.map(({ slide }) => slide));
  return deck.slides.filter((slide) => !kept.has(slide)).flatMap((slide) => [slide.id, ...idsInBraces(slide)]);
}
