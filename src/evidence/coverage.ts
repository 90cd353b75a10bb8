import type { CheckedClaim, ClaimStatus, Evidence, SourceDigest } from '../model.js';
import { allStatuses, isPassed, statusIn } from './claim-status.js';
import { isPlaced, pointsAt } from './locators.js';

/** How a deck uses its sources, and how far its claims were checked. */
export interface Coverage {
  readonly sources: readonly SourceCoverage[];
  readonly claims: {
    readonly total: number;
    readonly byStatus: Readonly<Partial<Record<ClaimStatus, number>>>;
    /** Of the claims that rest on a source, those somebody read against it. */
    readonly reviewed: number;
    readonly reviewable: number;
  };
}

export interface SourceCoverage {
  readonly key: string;
  readonly isHere: boolean;
  readonly words: number;
  /** Words that stand in a quotation or an anchor, each counted once. */
  readonly quotedWords: number;
  readonly paragraphs: readonly ParagraphCoverage[];
}

export interface ParagraphCoverage {
  readonly number: number;
  readonly words: number;
  readonly quotedWords: number;
  readonly use: 'quoted' | 'used' | 'unused';
  /** Numbers of the slides that cite it. */
  readonly slides: readonly number[];
  /** Numbers of the slides on which its words stand in quotation marks. */
  readonly quotedOn: readonly number[];
}

/** Which paragraphs a deck quotes, uses and leaves out, from its checked claims alone: the sources' text is not needed. */
export function coverageOf({ claims, sources }: Evidence): Coverage {
  const resting = claims.filter(({ status }) => isPassed(status));
  const byStatus: Partial<Record<ClaimStatus, number>> = {};
  for (const { status } of claims) byStatus[status] = (byStatus[status] ?? 0) + 1;
  return {
    sources: sources.filter(({ isData }) => isData !== true).map((source) => sourceCoverage(source, resting)),
    claims: {
      total: claims.length,
      byStatus,
      reviewed: resting.filter(({ reviews }) => reviews.length > 0).length,
      reviewable: resting.length,
    },
  };
}

function sourceCoverage({ key, isHere, paragraphs }: SourceDigest, claims: readonly CheckedClaim[]): SourceCoverage {
  const covered = paragraphs.map(({ number, words }): ParagraphCoverage => {
    const citing = claims.filter(({ citations }) =>
      citations.some((one) => one.key === key && isPlaced(one) && pointsAt(one, number)),
    );
    const quoted = new Set<number>();
    const quotedOn: number[] = [];
    for (const { found, slide } of claims) {
      for (const { kind, source, paragraph, fromWord, toWord } of found) {
        if (source !== key || paragraph !== number || kind === 'number' || kind === 'name') continue;
        if (kind === 'quotation') quotedOn.push(slide.number);
        for (let word = fromWord; word < toWord; word++) quoted.add(word);
      }
    }
    const use = quoted.size > 0 ? 'quoted' : citing.length > 0 ? 'used' : 'unused';
    const slides = rising(citing.map(({ slide }) => slide.number));
    return { number, words, quotedWords: quoted.size, use, slides, quotedOn: rising(quotedOn) };
  });
  const sum = (of: (paragraph: ParagraphCoverage) => number): number =>
    covered.reduce((total, one) => total + of(one), 0);
  return {
    key,
    isHere,
    words: sum(({ words }) => words),
    quotedWords: sum(({ quotedWords }) => quotedWords),
    paragraphs: covered,
  };
}

function rising(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}

const marks = { quoted: '█', used: '▒', unused: '·' } as const;

/** The coverage as lines for a terminal. */
export function coverageLines({ sources, claims }: Coverage): readonly string[] {
  const statuses = Object.entries(claims.byStatus) as [ClaimStatus, number][];
  return [
    ...sources.flatMap(sourceLines),
    `Claims: ${claims.total}`,
    ...statuses
      .sort(([a], [b]) => allStatuses.indexOf(a) - allStatuses.indexOf(b))
      .map(([status, count]) => `  ${String(count).padStart(4)} ${statusIn('en', status)}`),
    `Reviewed: ${claims.reviewed} of ${claims.reviewable} (${percent(claims.reviewed, claims.reviewable)})`,
  ];
}

function sourceLines({ key, words, quotedWords, paragraphs, isHere }: SourceCoverage): readonly string[] {
  if (paragraphs.length === 0) return [`${key}: its text was never here, so nothing is known of its paragraphs.`, ''];
  const count = paragraphs.filter(({ number }) => number > 0).length;
  const known = isHere ? '' : ' (from the lock)';
  return [
    `${key}${known}: ${count} paragraphs, ${words} words, ${percent(quotedWords, words)} of them quoted or anchored`,
    `  ${paragraphs.map(({ use }) => marks[use]).join('')}  ${marks.quoted} quoted  ${marks.used} used  ${marks.unused} unused`,
    ...paragraphs.map(
      ({ number, words, quotedWords, use, slides }) =>
        `  ${`¶${number}`.padEnd(5)}${marks[use]} ${`${quotedWords}/${words}`.padStart(8)} words${slides.length === 0 ? '' : `  slide ${slides.join(', ')}`}`,
    ),
    '',
  ];
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${Math.round((100 * part) / whole)} %`;
}
