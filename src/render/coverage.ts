import { coverageOf, type ParagraphCoverage } from '../evidence/coverage.js';
import type { Evidence } from '../model.js';
import type { EditionSlide } from './edition.js';

/** How an edition uses a source, paragraph by paragraph. */
export interface CoverageStrip {
  readonly key: string;
  readonly paragraphs: readonly StripParagraph[];
}

/** ¶0 stands in a strip only where a slide cites it: it is the source's heading. */
export interface StripParagraph {
  readonly number: number;
  readonly uses: readonly ParagraphUse[];
}

/** A slide that cites a paragraph. */
export interface ParagraphUse {
  /** The slide's id, and its number in the edition. */
  readonly id: string;
  readonly number: number;
  readonly quotes: boolean;
}

/** A strip for each source whose paragraphs are known, from its text or from the lock. Only slides of the edition count. */
export function coverageStrips(evidence: Evidence, slides: readonly EditionSlide[]): readonly CoverageStrip[] {
  const shown = new Map(slides.map((one) => [one.slide.number, one]));
  const usesOf = ({ slides: citing, quotedOn }: ParagraphCoverage): readonly ParagraphUse[] =>
    citing.flatMap((number) => {
      const slide = shown.get(number);
      return slide === undefined
        ? []
        : [{ id: slide.slide.id, number: slide.number, quotes: quotedOn.includes(number) }];
    });
  return coverageOf(evidence).sources.flatMap(({ key, paragraphs }) => {
    const all = paragraphs.map((paragraph) => ({ number: paragraph.number, uses: usesOf(paragraph) }));
    const kept = all.filter(({ number, uses }) => number > 0 || uses.length > 0);
    return kept.length === 0 ? [] : [{ key, paragraphs: kept }];
  });
}
