import type { Deck, Edition, Slide } from '../model.js';

/** A slide as one edition shows it: numbers and places counted among the slides the edition has. */
export interface EditionSlide {
  readonly slide: Slide;
  /** From 1. */
  readonly number: number;
  readonly index: { readonly h: number; readonly v: number };
  readonly section?: { readonly number: number; readonly title: string };
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
 * from 15 minutes up; a slide for one audience is in that audience's edition only. Stacks stay stacks.
 */
export function slidesOf(deck: Deck, edition: Edition): readonly EditionSlide[] {
  const { minutes } = deck.settings;
  const length = edition.cut ?? minutes ?? Number.POSITIVE_INFINITY;
  const kept = deck.slides.filter(
    ({ audience, cut }) => (audience ?? edition.audience) === edition.audience && (cut ?? minutes ?? 0) <= length,
  );
  const columns = [...new Set(kept.map((slide) => slide.index.h))];
  const sections = [...new Set(kept.flatMap((slide) => slide.section?.number ?? []))];
  return kept.map((slide, position) => ({
    slide,
    number: position + 1,
    index: {
      h: columns.indexOf(slide.index.h),
      v: kept.slice(0, position).filter((other) => other.index.h === slide.index.h).length,
    },
    ...(slide.section !== undefined && {
      section: { number: sections.indexOf(slide.section.number) + 1, title: slide.section.title },
    }),
  }));
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
