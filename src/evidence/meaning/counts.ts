import type { Doubt } from './doubt.js';
import { findOtherCount } from './other-count.js';
import { findOtherMeasure } from './other-measure.js';
import { findOtherShare } from './other-share.js';
import type { ReadText } from './read-text.js';

/**
 * Small numbers, ranks and fractions in words that the source gives otherwise for the same: "three ships" for "two ships", "two months"
 * for "two weeks".
 */
export function findMiscount(claim: ReadText, sources: readonly ReadText[]): Doubt | undefined {
  return findOtherCount(claim, sources) ?? findOtherMeasure(claim, sources) ?? findOtherShare(claim, sources);
}
