import type { QuizQuestion } from '../../model.js';

/** Shares of a hundred that Moodle knows (`get_options` of its `question_bank`); it refuses others. */
const moodleShares = [
  100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667, 14.28571, 12.5, 11.11111, 10, 5,
];
/** More right choices than this have no shares in Moodle that make a hundred. */
const mostRight = 20;

/**
 * What ticking each choice gives, in per cent, as Moodle takes it. The right ones make a hundred between them, evenly where Moodle has
 * the share; each wrong one takes away so much that ticking all of several wrong ones gives nothing. Never below 0 in all.
 */
export function moodleScores({ kind, choices }: Pick<QuizQuestion, 'kind' | 'choices'>): readonly number[] {
  if (kind === 'single') return choices.map(({ isRight }) => (isRight ? 100 : 0));
  const right = choices.filter(({ isRight }) => isRight).length;
  const penalty = -penaltyFor(choices.length - right);
  const shares = sharesOf(right);
  let next = 0;
  return choices.map(({ isRight }) => (isRight ? (shares[next++] ?? 0) : penalty));
}

/** Shares that make a hundred: even ones, else of ten and five; where there are too many, the last get none. */
function sharesOf(count: number): readonly number[] {
  const even = moodleShares.find((share) => Math.abs(share * count - 100) < 0.01);
  if (even !== undefined) return Array.from({ length: count }, () => even);
  const tens = Math.max(0, mostRight - count);
  return Array.from({ length: count }, (_, index) => (index < tens ? 10 : index < mostRight ? 5 : 0));
}

/** The smallest share of which so many make at least a hundred. */
function penaltyFor(count: number): number {
  if (count === 0) return 0;
  return moodleShares.findLast((share) => share * count > 99.9) ?? 5;
}
