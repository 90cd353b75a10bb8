import type { BackMatter, RenderedDeck, RenderedSlide, SlideOnPaper } from '../../model.js';
import type { SlideDocument } from '../slide-document.js';
import { backMatter } from './back-matter.js';
import { mainSource, slidesOnPaper } from './slide-on-paper.js';

export interface SlideWithPaper extends RenderedSlide {
  readonly onPaper: SlideOnPaper;
}

/** What a row of slides on paper is written from. */
export interface DeckOnPaper extends RenderedDeck {
  readonly slides: readonly SlideWithPaper[];
  readonly matter: BackMatter;
  /** The key of the source that a bare ¶ is of; absent where nothing is cited. */
  readonly main: string | undefined;
}

export function deckOnPaper(document: SlideDocument, deck: RenderedDeck): DeckOnPaper {
  const onPaper = slidesOnPaper(document);
  const slides = deck.slides.flatMap((slide, position) => {
    const own = onPaper[position];
    return own === undefined ? [] : [{ ...slide, onPaper: own }];
  });
  return { ...deck, slides, matter: backMatter(document), main: mainSource(document) };
}
