import type { Citation } from '../model.js';

const none: readonly never[] = [];

type Pointing = Pick<Citation, 'locators' | 'parts'>;

/** Whether a citation points at a paragraph; one without locators, or with places of which nothing is known, points at all of them. */
export function pointsAt(citation: Pointing, paragraph: number): boolean {
  if (!isPlaced(citation)) return true;
  const { locators, parts = none } = citation;
  return isIn(locators, paragraph) || parts.some(({ paragraphs }) => paragraphs?.includes(paragraph) === true);
}

/** Whether it is known which paragraphs a citation points at. */
export function isPlaced({ locators, parts = none }: Pointing): boolean {
  return locators.length > 0 || parts.some(({ paragraphs }) => paragraphs !== undefined);
}

/** Whether a citation names a place in its source. */
export function hasPlace({ locators, parts }: Pointing): boolean {
  return locators.length > 0 || parts !== undefined;
}

/** How a paragraph that a citation points at is called to readers: as its author calls it, "p. 12", else "¶5". */
export function paragraphName(citations: readonly Citation[], source: string, paragraph: number): string {
  const own = citations.filter(({ key }) => key === source);
  if (own.some(({ locators }) => isIn(locators, paragraph))) return `¶${paragraph}`;
  const parts = own.flatMap((citation) => citation.parts ?? []);
  const holding = parts.find(({ paragraphs }) => paragraphs === undefined || paragraphs.includes(paragraph));
  return holding?.typed ?? `¶${paragraph}`;
}

function isIn(locators: Citation['locators'], paragraph: number): boolean {
  return locators.some(([from, to]) => paragraph >= from && paragraph <= to);
}

/** The paragraphs a citation points at, as a citation style takes them: "5", "5–6", "2, 5–6"; empty for the source as a whole. */
export function locatorText({ locators }: Pick<Citation, 'locators'>): string {
  return locators.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}
