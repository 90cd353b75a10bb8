import type { Token } from 'markdown-it';
import { shownTokens } from '../evidence/shown-tokens.js';
import type { Audience, Citation, Deck, Edition, Reference, Slide } from '../model.js';
import { spreadReferences } from './reference-list.js';
import { hasNotes } from './slide-tree.js';

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
 * references that is too long for its slide goes on on further slides. A part of the talk that one audience does not get belongs, for it, to the
 * part before.
 */
export function slidesOf(deck: Deck, edition: Edition): readonly EditionSlide[] {
  const kept = keptSlides(deck, edition);
  const shown = spreadReferences(kept, referencesOf(kept, deck, edition));
  const columns = positions(shown.map(({ slide }) => slide.index.h));
  const sectionOf = sectionsFor(edition.audience, deck);
  const sections = positions(shown.flatMap(({ slide }) => sectionOf(slide)?.number ?? []));
  const rows = new Map<number, number>();
  const rowOf = (h: number): number => {
    const row = rows.get(h) ?? 0;
    rows.set(h, row + 1);
    return row;
  };
  return shown.map(({ slide, references }, position) => {
    const section = sectionOf(slide);
    return {
      slide,
      number: position + 1,
      index: {
        h: columns.get(slide.index.h) ?? 0,
        v: rowOf(slide.index.h),
      },
      ...(section && { section: { number: (sections.get(section.number) ?? 0) + 1, title: section.title } }),
      ...(references === undefined ? {} : { references }),
    };
  });
}

/** The deck's slides that belong to an edition. */
export function keptSlides(deck: Deck, edition: Edition): readonly Slide[] {
  const { minutes } = deck.settings;
  const length = edition.cut ?? minutes ?? Number.POSITIVE_INFINITY;
  return deck.slides
    .filter(
      ({ audience, cut }) => (audience ?? edition.audience) === edition.audience && (cut ?? minutes ?? 0) <= length,
    )
    .map((slide) => titled(slide, edition.audience));
}

/** A slide with the title of the heading that its reader gets. */
function titled(slide: Slide, audience: Audience): Slide {
  const { teacherTitle } = slide;
  return audience === 'student' || teacherTitle === undefined ? slide : { ...slide, title: teacherTitle };
}

/** What an edition's reader gets of a slide and its prose, its notes where the edition has them: each token, in reading order. */
export function tokensFor(edition: Edition, slide: Slide, deck: Deck): readonly Token[] {
  const texts = [slide.tokens, slide.handout, ...(hasNotes({ deck, edition }) ? [slide.notes] : [])];
  const hidden = edition.audience === 'student' ? citingChoices([...slide.tokens, ...slide.handout]) : new Set();
  return texts.flatMap((text) => shownTokens(text, edition.audience)).filter((token) => !hidden.has(token));
}

/** What cites within a question's choices: it would tell which is right, so that students get no mark of it. */
function citingChoices(tokens: readonly Token[]): ReadonlySet<Token> {
  const citing = new Set<Token>();
  let depth = 0;
  for (const token of tokens) {
    if (depth > 0 || token.meta?.choice !== undefined) depth += token.nesting;
    if (depth === 0) continue;
    for (const one of [token, ...(token.children ?? [])]) if (one.meta?.citations !== undefined) citing.add(one);
  }
  return citing;
}

/** What these tokens cite, the views of relations among them. */
export function citationsIn(tokens: readonly Token[], { diagrams }: Slide): readonly Citation[] {
  const drawn = new Set(tokens.flatMap(({ type, meta }) => (type === 'diagram' ? [meta?.id] : [])));
  return [
    ...tokens.flatMap(({ meta }) => (meta?.citations ?? []) as readonly Citation[]),
    ...diagrams.flatMap(({ id, citations = [] }) => (drawn.has(id) ? citations : [])),
  ];
}

/** The references the edition's slides cite; all where the deck cites none. */
function referencesOf(slides: readonly Slide[], deck: Deck, edition: Edition): readonly Reference[] {
  const { references } = deck;
  const citedBy = (all: readonly Citation[]): readonly Reference[] => {
    const keys = new Set(all.map(({ key }) => key));
    return references.filter(({ id }) => keys.has(id));
  };
  if (citedBy(deck.slides.flatMap(({ citations }) => citations)).length === 0) return references;
  return citedBy(slides.flatMap((slide) => citationsIn(tokensFor(edition, slide, deck), slide)));
}

function sectionsFor(audience: Audience, { slides }: Deck): (slide: Slide) => Slide['section'] {
  const sections = new Map<Slide['number'], Slide['section']>();
  let current: Slide['section'];
  for (const slide of slides) {
    const isOpened = slide.layout === 'section' && (slide.audience ?? audience) === audience;
    if (isOpened && slide.section !== undefined) current = { ...slide.section, title: titled(slide, audience).title };
    sections.set(slide.number, current);
  }
  return ({ number }) => sections.get(number);
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
