import type { PaperName, RenderedDeck, RenderedSlide } from '../model.js';
import { type Breaks, breakWords } from './break-words.js';
import { serializeTree } from './drawings.js';
import { layEvidence } from './evidence-panel.js';
import { panelEntries } from './panel-entries.js';
import { backMatter } from './papers/back-matter.js';
import { slideOnPaper } from './papers/slide-on-paper.js';
import { writePapers } from './papers/write-papers.js';
import { shownTitle, typographic } from './passes/typography.js';
import type { PlantedDeck } from './plant-deck.js';
import type { Rendering } from './rendering.js';
import type { SlideTree } from './slide-tree.js';

/** The second part of `renderDeck`: trees become markup. They are changed by it, so a deck is written once. Without `breaks` no long word is broken. */
export function writeDeck(
  { trees, prose, rendering: planted }: PlantedDeck,
  wanted: readonly PaperName[] = [],
  breaks: Breaks = new Map(),
): RenderedDeck {
  const rendering = { ...planted, breaks };
  const { deck, edition, typesetting } = rendering;
  const matter = backMatter([...trees, ...prose], rendering);
  const written = writePapers(wanted, rendering);
  return {
    name: deck.name,
    title: shownTitle(deck),
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
    leftOut: rendering.absentNames,
    diagnostics: rendering.diagnostics,
  };
}

function renderSlide(tree: SlideTree, prose: SlideTree, rendering: Rendering): RenderedSlide {
  const { slide, index, section: part } = tree.slide;
  const { settings } = rendering.deck;
  const proseEntries = panelEntries(prose, rendering, tree.section);
  const slideEntries = panelEntries(tree, rendering);
  layEvidence(tree, slideEntries, rendering);
  for (const { section } of [tree, prose]) breakWords(section, rendering);
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
