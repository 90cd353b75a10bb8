import { citationTexts } from '../evidence/claim-id.js';
import { coverageOf, type ParagraphCoverage } from '../evidence/coverage.js';
import { pointsAt } from '../evidence/locators.js';
import type { CheckedClaim, Citation, Place } from '../model.js';
import { citationsIn, type EditionSlide, tokensFor } from './edition.js';
import type { Rendered } from './rendering.js';

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

/**
 * A strip for each source whose paragraphs are known, from its text or from the lock. Only what the edition shows counts; a source
 * that only others cite has none.
 */
export function coverageStrips({ evidence, slides, deck, edition }: Rendered): readonly CoverageStrip[] {
  if (evidence === undefined) return [];
  const shown = new Map(slides.map((one) => [one.slide.number, one]));
  const claims = slides.flatMap((one) => claimsFor(one, { evidence, deck, edition }));
  const citedBy = (some: readonly CheckedClaim[]): ReadonlySet<string> =>
    new Set(some.flatMap(({ citations }) => citations.map(({ key }) => key)));
  const [own, everybodys] = [citedBy(claims), citedBy(evidence.claims)];
  const usesOf = ({ slides: citing, quotedOn }: ParagraphCoverage): readonly ParagraphUse[] =>
    citing.flatMap((number) => {
      const slide = shown.get(number);
      return slide === undefined
        ? []
        : [{ id: slide.slide.id, number: slide.number, quotes: quotedOn.includes(number) }];
    });
  const { sources } = coverageOf({ ...evidence, claims });
  return sources.flatMap(({ key, paragraphs }) => {
    if (everybodys.has(key) && !own.has(key)) return [];
    const all = paragraphs.map((paragraph) => ({ number: paragraph.number, uses: usesOf(paragraph) }));
    const kept = all.filter(({ number, uses }) => number > 0 || uses.length > 0);
    return kept.length === 0 ? [] : [{ key, paragraphs: kept }];
  });
}

/** The claims of a slide as an edition shows them: without those it leaves out, and without what they cite only there. */
function claimsFor(
  { slide }: EditionSlide,
  { evidence, deck, edition }: Required<Pick<Rendered, 'evidence' | 'deck' | 'edition'>>,
): readonly CheckedClaim[] {
  const own = evidence.claims.filter((claim) => claim.slide.number === slide.number);
  if (own.length === 0) return [];
  const tokens = tokensFor(edition, slide, deck);
  const places = new Set(
    tokens.flatMap(({ meta }) => (meta?.place === undefined ? [] : [nameOf(meta.place as Place)])),
  );
  const drawn = new Set(tokens.flatMap(({ type, meta }) => (type === 'diagram' ? [meta?.id] : [])));
  const views = slide.diagrams.flatMap(({ id, view }) => (view !== undefined && drawn.has(id) ? [view] : []));
  const relations = new Set(views.flatMap((view) => view.relations.map(({ id }) => id)));
  const standing = new Set(citationTexts(citationsIn(tokens, slide)));
  const typed = new Set(citationTexts(slide.citations));
  return own.flatMap((claim) => {
    const relation = claim.kind === 'relation' && deck.relations?.relations.find(({ place }) => place === claim.place);
    if (relation ? !relations.has(relation.id) : !places.has(nameOf(claim.place))) return [];
    const isStanding = (one: Citation): boolean =>
      citationTexts([one]).every((text) => standing.has(text) || !typed.has(text));
    const [citations, below] = [claim.citations.filter(isStanding), claim.below.filter(isStanding)];
    const found = claim.found.filter(({ source, paragraph }) =>
      [...citations, ...below].some((one) => one.key === source && pointsAt(one, paragraph)),
    );
    return [{ ...claim, citations, below, found }];
  });
}

function nameOf({ path, line }: Place): string {
  return `${path}:${line}`;
}
