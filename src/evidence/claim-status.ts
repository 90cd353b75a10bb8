import type { ClaimStatus } from '../model.js';

/** A claim that rests on a source and passed; the lock holds these, and they can be reviewed. */
export type PassedStatus = Extract<ClaimStatus, 'quoted' | 'anchored' | 'found' | 'cited'>;

/** From the strongest to the weakest. */
export const passedStatuses = ['quoted', 'anchored', 'found', 'cited'] as const satisfies readonly PassedStatus[];

/** Whether a claim rests on a source and passed. */
export function isPassed(status: ClaimStatus): status is PassedStatus {
  return passedStatuses.some((passed) => passed === status);
}

/** What a status is called wherever it is shown; no word of it says that a claim is true. */
export const statusWords: Readonly<Record<ClaimStatus, string>> = {
  quoted: 'quotation found',
  anchored: 'anchor found',
  found: 'numbers and names found',
  cited: 'cited',
  inference: 'inferred',
  lecturer: "lecturer's own knowledge",
  unchecked: 'cited, not checked: the source is not here',
  missing: 'without evidence',
  failed: 'not found',
};
