import { env } from 'node:process';

/** Whether all of a large set is tried, as in the project `long`; `unit` tries a share of it, the same one each time (vitest.config.ts). */
export const isWhole = env.PILCROW_TESTS === 'whole';

/** Every `nth` of a list, the first among them; all of it where the whole set is tried. */
export function shareOf<T>(all: readonly T[], nth: number): readonly T[] {
  return isWhole ? all : all.filter((_, index) => index % nth === 0);
}
