import type { Citation } from '../model.js';

/** Whether a citation points at a paragraph; one without locators points at all of them. */
export function pointsAt({ locators }: Pick<Citation, 'locators'>, paragraph: number): boolean {
  return locators.length === 0 || locators.some(([from, to]) => paragraph >= from && paragraph <= to);
}

/** The paragraphs a citation points at, as a citation style takes them: "5", "5–6", "2, 5–6"; empty for the source as a whole. */
export function locatorText({ locators }: Pick<Citation, 'locators'>): string {
  return locators.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}
