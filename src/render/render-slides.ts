import type { CheckedClaim, Deck, Drawings, Edition, Evidence, Slide } from '../model.js';
import { setIn } from '../relations/typeface.js';
import { slidesOf } from './edition.js';
import { surroundingsIn } from './frame.js';
import { checkIcons } from './icons.js';
import { copyWithStyles, dropRules, namesLeftOut, noteSlidesLeftOut } from './left-out.js';
import { setLinks } from './links.js';
import type { Rendering } from './rendering.js';
import type { Sanitiser } from './sanitiser.js';
import { commonText, plantText, setSlides } from './set-slide.js';
import type { SlideDocument, View } from './slide-document.js';
import type { SlideMemory } from './slide-memory.js';
import { hasNotes, type SlideTree } from './slide-tree.js';
import { typeset } from './typeset.js';

/** How slides are rendered. */
export interface RenderSlidesOptions {
  /** With one the deck is not trusted. */
  readonly sanitiser?: Sanitiser | undefined;
  /** What is rendered only to be `judged` has no colours in its code. `shown` where not given. */
  readonly purpose?: 'shown' | 'judged';
  /** Of the same edition's last rendering: only the slides that are different now are rendered; what comes of it is the same. */
  readonly memory?: SlideMemory | undefined;
}

/**
 * The slides an edition has, for the stage, and all that is wrong with them. What is not for its reader is not in the result: neither
 * the slides of a longer cut or of another audience, nor notes, answers and blocks, nor the pictures used only there.
 */
export async function renderSlides(
  deck: Deck,
  drawings: Drawings,
  evidence: Evidence | undefined,
  edition: Edition,
  { sanitiser, purpose = 'shown', memory }: RenderSlidesOptions = {},
): Promise<SlideDocument> {
  const slides = slidesOf(deck, edition);
  const noted = hasNotes({ deck, edition });
  const typesetting = await typeset({
    tokens: slides.flatMap(({ slide }) => [...slide.tokens, ...slide.handout, ...(noted ? slide.notes : [])]),
    ofDeck: deck.slides.flatMap(({ tokens, handout, notes }) => [...tokens, ...handout, ...notes]),
    macros: deck.settings.macros ?? {},
    isShown: purpose === 'shown',
    ...(memory === undefined ? {} : { known: memory.code }),
  });
  const rendering: Rendering = {
    deck,
    edition,
    slides,
    drawings: { ...drawings, byId: new Map(drawings.byId) },
    ...(evidence === undefined ? {} : { evidence }),
    claims: claimsBySlide(evidence),
    typesetting,
    ...(memory === undefined ? {} : { memory }),
    ...(sanitiser === undefined ? {} : { sanitiser }),
    diagnostics: [...typesetting.diagnostics],
    markers: memory?.markers ?? new Map(),
    assets: new Map(),
    spelledOut: new Set(),
    leftOut: new Set(),
    leftOutNames: new Set(),
    absentNames: new Set(),
  };
  return setIn(deck.brand?.typeface, () => render(rendering));
}

function claimsBySlide(evidence: Evidence | undefined): Rendering['claims'] {
  const found = new Map<string, CheckedClaim[]>();
  for (const claim of evidence?.claims ?? []) found.set(claim.slide.id, [...(found.get(claim.slide.id) ?? []), claim]);
  return found;
}

function render(rendering: Rendering): SlideDocument {
  const { deck, slides, memory } = rendering;
  memory?.begin(commonText(rendering));
  noteSlidesLeftOut(deck, new Set(slides.map(({ slide }) => slide.number)), rendering);
  const set = setSlides(rendering, surroundingsIn(slides));
  checkIcons(set.slides, rendering);
  const linked = setLinks(set.slides, rendering);
  const prose = setLinks(set.prose, rendering, set.slides);
  for (const name of namesLeftOut([...linked, ...prose], rendering)) rendering.absentNames.add(name);
  const withoutRules = (tree: SlideTree): SlideTree => {
    if (memory?.unstyled.has(tree.section) === true) return tree;
    return dropRules(memory === undefined ? tree : copyWithStyles(tree, memory), rendering);
  };
  return { ...rendering, view: 'stage', trees: linked.map(withoutRules), prose: prose.map(withoutRules) };
}

/**
 * The slides of an edition rendered once more, as running text. Their files are those of `rendered` and what only they show; their
 * diagnostics are their own. `whole` has the slides that students get, whoever the edition is for; of all these only those that are
 * `wanted`.
 */
export function renderText(
  rendered: SlideDocument,
  view: Exclude<View, 'stage'>,
  edition: Edition = rendered.edition,
  wanted: (slide: Slide) => boolean = () => true,
): SlideDocument {
  const { memory: _, ...known } = rendered;
  const rendering: Rendering = {
    ...known,
    edition,
    slides: slidesOf(rendered.deck, edition),
    drawings: { ...rendered.drawings, byId: new Map(rendered.drawings.byId) },
    markers: new Map(rendered.markers),
    diagnostics: [],
    assets: new Map(rendered.assets),
    spelledOut: new Set(),
    leftOut: new Set(rendered.leftOut),
    leftOutNames: new Set(rendered.leftOutNames),
    absentNames: new Set(rendered.absentNames),
  };
  const { slides, deck } = rendering;
  const planted = view === 'whole' ? slidesOf(deck, { ...edition, audience: 'student' }) : slides;
  const shown = planted.filter(({ slide }) => wanted(slide));
  const plants = setIn(deck.brand?.typeface, () => plantText(view, shown, rendering));
  return { ...rendering, view, ...plants };
}
