import type { Token } from 'markdown-it';
import type { EditionSlide } from './edition.js';
import { frameSlide, type Surroundings } from './frame.js';
import { type IconsOfSlide, iconsIn } from './icons.js';
import { type NamesOnSlide, namesOn } from './names-on-slide.js';
import { passesFor } from './passes.js';
import { PlacedData } from './placed-data.js';
import type { Rendering } from './rendering.js';
import type { View } from './slide-document.js';
import { workOn } from './slide-memory.js';
import { plantProse, plantSlide, type SlideTree, withoutProse } from './slide-tree.js';
import { textOf } from './text-of.js';

/** A slide of the stage with its frame, before links to other slides are looked at. */
export interface SetSlide extends IconsOfSlide, NamesOnSlide {
  readonly tree: SlideTree;
}

/** All that a slide's tree follows from, beside what `commonText` says; its answers are the slides' own. */
export type Origin = (slide: EditionSlide) => readonly unknown[];

/** Sets the slides of an edition for the stage, and the prose beside them, each by itself. */
export function setSlides(
  rendering: Rendering,
  aroundOf: (slide: EditionSlide) => Surroundings,
): { readonly slides: readonly SetSlide[]; readonly prose: readonly SetSlide[] } {
  const { slides, memory } = rendering;
  const origins = new Map(
    memory === undefined ? [] : slides.map((slide) => [slide, originOf(slide, aroundOf(slide), rendering)]),
  );
  const originsOf = (slide: EditionSlide): readonly unknown[] => [
    ...(origins.get(slide) ?? []),
    ...(memory === undefined ? [] : [[...rendering.spelledOut].join('\n')]),
  ];
  const set = slides.map((slide) =>
    workOn(
      {
        name: `slide ${slide.slide.id}`,
        slide,
        from: originsOf(slide),
        make: (own) => {
          const tree = passed(plantSlide(slide, own), 'stage', own);
          const icons = iconsIn(tree);
          frameSlide(tree, aroundOf(slide), own);
          return { tree, icons, ...namesOn(tree, own) };
        },
      },
      rendering,
    ),
  );
  const prose = slides.map((slide) => {
    if (slide.slide.handout.length === 0) return { tree: withoutProse(slide), icons: [], ids: [], hrefs: [] };
    const make = (own: Rendering): SetSlide => {
      const tree = passed(plantProse(slide, own), 'stage', own);
      return { tree, icons: [], ...namesOn(tree, own) };
    };
    return workOn({ name: `prose ${slide.slide.id}`, slide, from: originsOf(slide), make }, rendering);
  });
  return { slides: set, prose };
}

/** Plants slides as running text, and the prose beside them. */
export function plantText(
  view: Exclude<View, 'stage'>,
  slides: readonly EditionSlide[],
  rendering: Rendering,
): { readonly trees: readonly SlideTree[]; readonly prose: readonly SlideTree[] } {
  const trees = slides.map((slide) => passed(plantSlide(slide, rendering), view, rendering));
  const prose = slides.map((slide) =>
    slide.slide.handout.length === 0 ? withoutProse(slide) : passed(plantProse(slide, rendering), view, rendering),
  );
  return { trees, prose };
}

function passed(tree: SlideTree, view: View, rendering: Rendering): SlideTree {
  for (const pass of passesFor(view)) pass(tree, rendering);
  return tree;
}

/** What all slides of an edition follow from, whichever they are. */
export function commonText({ deck, edition, evidence, drawings }: Rendering): string {
  const { slides: _, diagnostics: __, abbreviations, ...rest } = deck;
  const explained = abbreviations.map(({ short, long }) => [short, long]);
  const sources = [evidence === undefined, evidence?.sources, evidence?.texts];
  const { byId: ___, diagnostics: ____, ...ofDrawings } = drawings;
  return textOf([rest, explained, edition, sources, ofDrawings], { path: '', line: 0 });
}

function originOf(slide: EditionSlide, around: Surroundings, rendering: Rendering): readonly unknown[] {
  const { claims, drawings, typesetting } = rendering;
  const { id, place, tokens, notes, handout, diagrams } = slide.slide;
  const formulas = [tokens, notes, handout].flatMap((list) => list.flatMap((token) => formulasOf(token, typesetting)));
  const drawn = diagrams.flatMap(({ id: name }) => {
    const { svg = '', ...rest } = drawings.byId.get(name) ?? {};
    return [svg, new PlacedData(rest, place)];
  });
  return [new PlacedData([slide, claims.get(id), around], place), ...formulas, ...drawn];
}

function formulasOf(token: Token, { formulas }: Rendering['typesetting']): readonly string[] {
  if (formulas.size === 0) return [];
  return [token, ...(token.children ?? [])].flatMap((one) => formulas.get(one) ?? []);
}
