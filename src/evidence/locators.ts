import type { Citation } from '../model.js';

/** Whether a citation points at a paragraph; one without locators points at all of them. */
export function pointsAt({ locators }: Pick<Citation, 'locators'>, paragraph: number): boolean {
  return locators.length === 0 || locators.some(([from, to]) => paragraph >= from && paragraph <= to);
}
