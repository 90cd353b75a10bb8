import type { Deck, Drawings, Edition, Evidence } from '../model.js';
import { slidesOf } from './edition.js';
import { frameSlide } from './frame.js';
import { checkIcons } from './icons.js';
import { dropRules, namesLeftOut, noteSlidesLeftOut } from './left-out.js';
import { checkLinks } from './links.js';
import { passes } from './passes.js';
import type { Rendering } from './rendering.js';
import type { Sanitiser } from './sanitiser.js';
import { hasNotes, plantProse, plantSlide, type SlideTree, withoutProse } from './slide-tree.js';
import { typeset } from './typeset.js';

/** The slides of an edition on their way to a page: each as the tree that the passes made of it, and its prose. */
export interface PlantedDeck {
  readonly trees: readonly SlideTree[];
  readonly prose: readonly SlideTree[];
  readonly rendering: Rendering;
}

/** The first part of `renderDeck`, which finds all that is wrong with the slides: no markup is written yet. */
export async function plantDeck(
  deck: Deck,
  drawings: Drawings,
  edition: Edition,
  evidence?: Evidence,
  sanitiser?: Sanitiser,
): Promise<PlantedDeck> {
  const slides = slidesOf(deck, edition);
  const noted = hasNotes({ deck, edition });
  const typesetting = await typeset({
    tokens: slides.flatMap(({ slide }) => [...slide.tokens, ...slide.handout, ...(noted ? slide.notes : [])]),
    ofDeck: deck.slides.flatMap(({ tokens, handout, notes }) => [...tokens, ...handout, ...notes]),
    macros: deck.settings.macros ?? {},
  });
  const rendering: Rendering = {
    deck,
    edition,
    slides,
    drawings: { ...drawings, byId: new Map(drawings.byId) },
    ...(evidence === undefined ? {} : { evidence }),
    typesetting,
    ...(sanitiser === undefined ? {} : { sanitiser }),
    diagnostics: [...typesetting.diagnostics],
    assets: new Map(),
    spelledOut: new Set(),
    leftOut: new Set(),
    leftOutNames: new Set(),
    absentNames: new Set(),
  };
  noteSlidesLeftOut(deck, new Set(slides.map(({ slide }) => slide.number)), rendering);
  const trees = slides.map((slide) => pass(plantSlide(slide, rendering), rendering));
  const prose = slides.map((slide) =>
    slide.slide.handout.length === 0 ? withoutProse(slide) : pass(plantProse(slide, rendering), rendering),
  );
  checkIcons(trees, rendering);
  for (const tree of trees) frameSlide(tree, rendering);
  checkLinks(trees, rendering);
  checkLinks(
    prose.filter(({ section }) => section.childNodes.length > 0),
    rendering,
    trees,
  );
  for (const name of namesLeftOut([...trees, ...prose], rendering)) rendering.absentNames.add(name);
  for (const tree of [...trees, ...prose]) dropRules(tree, rendering);
  return { trees, prose, rendering };
}

function pass(tree: SlideTree, rendering: Rendering): SlideTree {
  for (const one of passes) one(tree, rendering);
  return tree;
}
