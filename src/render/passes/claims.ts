import type { CheckedClaim, ClaimKind, Place } from '../../model.js';
import { mean } from '../meaning.js';
import type { Rendering } from '../rendering.js';
import type { Pass } from '../slide-tree.js';
import { attribute, closest, type Element, elements, hasClass } from '../tree.js';
import { isAnswer } from './answers.js';

const text: readonly string[] = ['p', 'li', 'dd', 'dt', 'td', 'blockquote'];
/** The elements that may hold a claim of each kind. */
const holders: Readonly<Record<ClaimKind, readonly string[]>> = {
  heading: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
  item: ['li'],
  paragraph: text,
  row: ['tr'],
  quotation: text,
  figure: ['figure', 'p'],
  relation: ['figure'],
  note: [],
};

/**
 * Ties each claim to the element that makes it. First of all passes, while elements know their places, so that a claim goes wherever
 * its element goes, and is left out with it.
 */
export const tieClaims: Pass = ({ section, slide, placeOf }, rendering) => {
  const claims = rendering.claims.get(slide.slide.id);
  if (claims === undefined) return;
  const byLine = new Map<string, Placed[]>();
  for (const element of elements(section)) {
    const place = placeOf(element);
    const onLine = byLine.get(lineOf(place));
    if (onLine === undefined) byLine.set(lineOf(place), [{ element, place }]);
    else onLine.push({ element, place });
  }
  for (const claim of claims) {
    const made =
      claim.kind === 'relation' ? figuresOf(claim, section, slide.slide.diagrams, rendering) : holderAt(claim, byLine);
    for (const element of made) mean(element, { claims: [claim] });
  }
};

interface Placed {
  readonly element: Element;
  readonly place: Place;
}

function lineOf({ path, line }: Place): string {
  return `${path}:${line}`;
}

/** Among the elements of the block it was read from; in raw HTML, which is not read block by block, among those that begin on its line. */
function holderAt({ kind, place }: CheckedClaim, byLine: ReadonlyMap<string, readonly Placed[]>): readonly Element[] {
  const onLine = byLine.get(lineOf(place)) ?? [];
  const ofBlock = onLine.filter((one) => one.place === place).map(({ element }) => element);
  const own = holderOf(kind, ofBlock);
  return own.length > 0
    ? own
    : holderOf(
        kind,
        onLine.map(({ element }) => element),
      );
}

/**
 * The innermost, since an item may begin with another; a figure as a whole. A question holds no claims: what it quotes may be the
 * answer. The answer itself, which only the teacher gets, does.
 */
function holderOf(kind: ClaimKind, elements: readonly Element[]): readonly Element[] {
  const isHidden = (element: Element): boolean =>
    hasClass(closest(element, (one) => hasClass(one, 'question') || isAnswer(one)) ?? element, 'question');
  const fitting = elements.filter((element) => holders[kind].includes(element.tagName) && !isHidden(element));
  return kind === 'figure' ? fitting.slice(0, 1) : fitting.slice(-1);
}

/** The figure that draws a relation, which is written elsewhere. */
function figuresOf(
  { place }: CheckedClaim,
  section: Element,
  diagrams: Rendering['deck']['slides'][number]['diagrams'],
  { deck }: Rendering,
): readonly Element[] {
  const relation = deck.relations?.relations.find((one) => one.place === place);
  const drawn = diagrams.filter(
    ({ view, routes }) =>
      view?.relations.some(({ id }) => id === relation?.id) ?? routes?.some((one) => one.place === place) ?? false,
  );
  return elements(section, 'figure')
    .filter((figure) => drawn.some(({ id }) => id === attribute(figure, 'id')))
    .slice(0, 1);
}
