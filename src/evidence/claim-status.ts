import { wordsIn } from '../language/words/words.js';
import type { ClaimStatus } from '../model.js';

/** A claim that rests on a source and passed; the lock holds these, and they can be reviewed. */
export type PassedStatus = Extract<ClaimStatus, 'quoted' | 'anchored' | 'found' | 'cited'>;

/** From the strongest to the weakest. */
export const passedStatuses = ['quoted', 'anchored', 'found', 'cited'] as const satisfies readonly PassedStatus[];

/** In the order they are counted in. */
export const allStatuses: readonly ClaimStatus[] = [
  ...passedStatuses,
  'inference',
  'lecturer',
  'unchecked',
  'missing',
  'failed',
];

/** Whether a claim rests on a source and passed. */
export function isPassed(status: ClaimStatus): status is PassedStatus {
  return passedStatuses.some((passed) => passed === status);
}

/** What a status is called wherever it is shown; no word of it says that a claim is true. */
export function statusIn(lang: string, status: ClaimStatus): string {
  const words = wordsIn(lang);
  return status === 'inference' || status === 'lecturer' ? words[`${status}Aloud`] : words[status];
}
