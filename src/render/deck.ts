import type { Deck, Drawings, Edition, Evidence, PaperName, RenderedDeck, RenderedSlide } from '../model.js';
import { serializeTree } from './drawings.js';
import { slidesOf } from './edition.js';
import { layEvidence } from './evidence-panel.js';
import { frameSlide } from './frame.js';
import { checkLinks, idsInBraces } from './links.js';
import { panelEntries } from './panel-entries.js';
import { backMatter } from './papers/back-matter.js';
import { slideOnPaper } from './papers/slide-on-paper.js';
import { writePapers } from './papers/write-papers.js';
import { typographic } from './passes/typography.js';
import { passes } from './passes.js';
import type { Rendering } from './rendering.js';
import type { Sanitiser } from './sanitiser.js';
import { hasNotes, plantProse, plantSlide, type SlideTree, withoutProse } from './slide-tree.js';
import { typeset } from './typeset.js';

/** The slides of an edition on their way to a page: each as the tree that the passes made of it, and its prose. */
export interface LaidDeck {
  readonly trees: readonly SlideTree[];
  readonly prose: readonly SlideTree[];
  readonly rendering: Rendering;
}

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
  return writeDeck(await layDeck(deck, drawings, edition, evidence, sanitiser), wanted);
}

/** The part of it that finds what is wrong with the slides, papers apart: their trees have gone through the passes, no markup is written. */
export async function layDeck(
  deck: Deck,
  drawings: Drawings,
  edition: Edition,
  evidence?: Evidence,
  sanitiser?: Sanitiser,
): Promise<LaidDeck> {
  const slides = slidesOf(deck, edition);
  const noted = hasNotes({ deck, edition });
  const typesetting = await typeset(
    slides.flatMap(({ slide }) => [...slide.tokens, ...slide.handout, ...(noted ? slide.notes : [])]),
  );
  const rendering: Rendering = {
    deck,
    edition,
    slides,
    drawings,
    ...(evidence === undefined ? {} : { evidence }),
    typesetting,
    ...(sanitiser === undefined ? {} : { sanitiser }),
    diagnostics: [...typesetting.diagnostics],
    assets: new Map(),
    spelledOut: new Set(),
    leftOut: new Set(leftOutIds(deck, slides)),
  };
  const trees = slides.map((slide) => pass(plantSlide(slide, rendering), rendering));
  const prose = slides.map((slide) =>
    slide.slide.handout.length === 0 ? withoutProse(slide) : pass(plantProse(slide, rendering), rendering),
  );
  for (const tree of trees) frameSlide(tree, rendering);
  checkLinks(trees, rendering);
  checkLinks(prose, rendering, trees);
  return { trees, prose, rendering };
}

/** The other part. The trees are changed by it: a deck is written once. */
export function writeDeck({ trees, prose, rendering }: LaidDeck, wanted: readonly PaperName[] = []): RenderedDeck {
  const { deck, edition, typesetting } = rendering;
  const matter = backMatter([...trees, ...prose], rendering);
  const written = writePapers(wanted, rendering);
  return {
    name: deck.name,
    title: deck.title,
    lang: deck.settings.lang,
    author: deck.settings.author ?? '',
    settings: deck.settings,
    edition,
    slides: trees.flatMap((tree, position) => {
      const own = prose[position];
      return own === undefined ? [] : [renderSlide(tree, own, rendering)];
    }),
    matter,
    written,
    assets: [...rendering.assets.values()],
    features: { math: typesetting.formulas.size > 0 },
    styles: deck.styles,
    scripts: deck.scripts,
    leftOut: rendering.leftOut,
    diagnostics: rendering.diagnostics,
  };
}

function pass(tree: SlideTree, rendering: Rendering): SlideTree {
  for (const one of passes) one(tree, rendering);
  return tree;
}

function renderSlide(tree: SlideTree, prose: SlideTree, rendering: Rendering): RenderedSlide {
  const { slide, index, section: part } = tree.slide;
  const { settings } = rendering.deck;
  const proseEntries = panelEntries(prose, rendering, tree.section);
  const slideEntries = panelEntries(tree, rendering);
  layEvidence(tree, slideEntries, rendering);
  return {
    id: slide.id,
    index,
    title: typographic(slide.title, settings),
    ...(slide.minutes === undefined ? {} : { minutes: slide.minutes }),
    ...(part === undefined ? {} : { section: { ...part, title: typographic(part.title, settings) } }),
    place: slide.place,
    html: serializeTree(tree.section, rendering),
    onPaper: slideOnPaper({ tree, prose, slideEntries, proseEntries }, rendering),
  };
}

function leftOutIds(deck: Deck, slides: Rendering['slides']): readonly string[] {
  const kept = new Set(slides.map(({ slide }) => slide));
  return deck.slides.filter((slide) => !kept.has(slide)).flatMap((slide) => [slide.id, ...idsInBraces(slide)]);
}
