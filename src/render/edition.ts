import type { Deck, Edition, Reference, Slide } from '../model.js';
import { spreadReferences } from './reference-list.js';

/** A slide as one edition shows it: numbers and places counted among the slides the edition has. */
export interface EditionSlide {
  readonly slide: Slide;
  /** From 1. */
  readonly number: number;
  readonly index: { readonly h: number; readonly v: number };
  readonly section?: { readonly number: number; readonly title: string };
  /** What an empty `::: sources` on it lists. */
  readonly references?: readonly Reference[];
}

/** A part of the talk, as a section slide lists it. */
export interface Part {
  readonly number: number;
  readonly title: string;
  /** The minutes of its slides together; 0 when none has any. */
  readonly minutes: number;
}

/**
 * The slides an edition has, in order. An unmarked slide belongs to the deck's own length and longer, `{cut=15}` keeps a slide
 * from 15 minutes up; a slide for one audience is in that audience's edition only. Stacks stay stacks. A list of
 * references that is too long for its slide goes on on further slides.
 */
export function slidesOf(deck: Deck, edition: Edition): readonly EditionSlide[] {
  const shown = spreadReferences(keptSlides(deck, edition), deck.references);
  const columns = positions(shown.map(({ slide }) => slide.index.h));
  const sections = positions(shown.flatMap(({ slide }) => slide.section?.number ?? []));
  const rows = new Map<number, number>();
  const rowOf = (h: number): number => {
    const row = rows.get(h) ?? 0;
    rows.set(h, row + 1);
    return row;
  };
  return shown.map(({ slide, references }, position) => ({
    slide,
    number: position + 1,
    index: {
      h: columns.get(slide.index.h) ?? 0,
      v: rowOf(slide.index.h),
    },
    ...(slide.section !== undefined && {
      section: { number: (sections.get(slide.section.number) ?? 0) + 1, title: slide.section.title },
    }),
    ...(references === undefined ? {} : { references }),
  }));
}

/** The deck's slides that belong to an edition. */
export function keptSlides(deck: Deck, edition: Edition): readonly Slide[] {
  const { minutes } = deck.settings;
  const length = edition.cut ?? minutes ?? Number.POSITIVE_INFINITY;
  return deck.slides.filter(
    ({ audience, cut }) => (audience ?? edition.audience) === edition.audience && (cut ?? minutes ?? 0) <= length,
  );
}

/** The place of each number among the different ones, in order. */
function positions(numbers: readonly number[]): ReadonlyMap<number, number> {
  return new Map([...new Set(numbers)].map((number, position) => [number, position]));
}

/** The parts of the talk in order, with the time of the slides that are kept. */
export function partsOf(slides: readonly EditionSlide[]): readonly Part[] {
  const parts = new Map<number, Part>();
  for (const { section, slide } of slides) {
    if (section === undefined) continue;
    const minutes = (parts.get(section.number)?.minutes ?? 0) + (slide.minutes ?? 0);
    parts.set(section.number, { ...section, minutes });
  }
  return [...parts.values()];
}
