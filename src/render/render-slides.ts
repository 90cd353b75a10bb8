import type { Deck, Drawings, Edition, Evidence } from '../model.js';
import { setIn } from '../relations/typeface.js';
import { type EditionSlide, slidesOf } from './edition.js';
import { frameSlide } from './frame.js';
import { checkIcons } from './icons.js';
import { dropRules, namesLeftOut, noteSlidesLeftOut } from './left-out.js';
import { checkLinks } from './links.js';
import { passesFor } from './passes.js';
import type { Rendering } from './rendering.js';
import type { Sanitiser } from './sanitiser.js';
import type { SlideDocument, View } from './slide-document.js';
import { hasNotes, plantProse, plantSlide, type SlideTree, withoutProse } from './slide-tree.js';
import { typeset } from './typeset.js';

/**
 * The slides an edition has, for the stage, and all that is wrong with them. What is not for its reader is not in the result: neither
 * the slides of a longer cut or of another audience, nor notes, answers and blocks, nor the pictures used only there. With a sanitiser
 * the deck is not trusted. What is rendered only to be `judged` has no colours in its code.
 */
export async function renderSlides(
  deck: Deck,
  drawings: Drawings,
  evidence: Evidence | undefined,
  edition: Edition,
  sanitiser?: Sanitiser,
  purpose: 'shown' | 'judged' = 'shown',
): Promise<SlideDocument> {
  const slides = slidesOf(deck, edition);
  const noted = hasNotes({ deck, edition });
  const typesetting = await typeset({
    tokens: slides.flatMap(({ slide }) => [...slide.tokens, ...slide.handout, ...(noted ? slide.notes : [])]),
    ofDeck: deck.slides.flatMap(({ tokens, handout, notes }) => [...tokens, ...handout, ...notes]),
    macros: deck.settings.macros ?? {},
    isShown: purpose === 'shown',
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
  return setIn(deck.brand?.typeface, () => render(rendering));
}

function render(rendering: Rendering): SlideDocument {
  const { deck, slides } = rendering;
  noteSlidesLeftOut(deck, new Set(slides.map(({ slide }) => slide.number)), rendering);
  const { trees, prose } = plant('stage', slides, rendering);
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
  return { ...rendering, view: 'stage', trees, prose };
}

/**
 * The slides of an edition rendered once more, as running text. Their files are those of `rendered` and what only they show; their
 * diagnostics are their own. `whole` has the slides that students get, whoever the edition is for.
 */
export function renderText(
  rendered: SlideDocument,
  view: Exclude<View, 'stage'>,
  edition: Edition = rendered.edition,
): SlideDocument {
  const rendering: Rendering = {
    ...rendered,
    edition,
    slides: slidesOf(rendered.deck, edition),
    drawings: { ...rendered.drawings, byId: new Map(rendered.drawings.byId) },
    diagnostics: [],
    assets: new Map(rendered.assets),
    spelledOut: new Set(),
    leftOut: new Set(rendered.leftOut),
    leftOutNames: new Set(rendered.leftOutNames),
    absentNames: new Set(rendered.absentNames),
  };
  const { slides, deck } = rendering;
  const planted = view === 'whole' ? slidesOf(deck, { ...edition, audience: 'student' }) : slides;
  const plants = setIn(deck.brand?.typeface, () => plant(view, planted, rendering));
  return { ...rendering, view, ...plants };
}

function plant(
  view: View,
  slides: readonly EditionSlide[],
  rendering: Rendering,
): { readonly trees: readonly SlideTree[]; readonly prose: readonly SlideTree[] } {
  const passes = passesFor(view);
  const pass = (tree: SlideTree): SlideTree => {
    for (const one of passes) one(tree, rendering);
    return tree;
  };
  const trees = slides.map((slide) => pass(plantSlide(slide, rendering)));
  const prose = slides.map((slide) =>
    slide.slide.handout.length === 0 ? withoutProse(slide) : pass(plantProse(slide, rendering)),
  );
  return { trees, prose };
}
