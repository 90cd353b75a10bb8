import { dated } from '../../language/words/dates.js';
import type { Reference, Superseded } from '../../model.js';
import { citationsIn, keptSlides, tokensFor } from '../edition.js';
import { shortReference } from '../reference.js';
import type { Rendering } from '../rendering.js';
import { type Pass, report } from '../slide-tree.js';
import {
  append,
  attribute,
  childElements,
  create,
  type Element,
  elements,
  hasClass,
  removeAttribute,
  text,
} from '../tree.js';

/**
 * `::: since` lists what no longer holds of the sources that the edition cites, by day, as their references say: `superseded`.
 * `{source=key}` lists one source alone.
 */
export const listSince: Pass = (tree, rendering) => {
  for (const block of elements(tree.section).filter((element) => hasClass(element, 'since'))) {
    const key = attribute(block, 'data-source');
    removeAttribute(block, 'data-source');
    if (childElements(block).some((one) => hasClass(one, 'since-list'))) continue;
    const all = citedReferences(rendering).filter(({ id }) => key === undefined || id === key);
    const entries = all.flatMap(({ superseded = [] }) => superseded).toSorted((a, b) => (a.date < b.date ? -1 : 1));
    if (entries.length > 0) {
      append(block, create('ul', { class: 'since-list' }, ...entries.map((one) => itemOf(one, rendering))));
      continue;
    }
    report(rendering, tree, block, 'warning', {
      rule: 'since-empty',
      message: 'No reference that is cited says what no longer holds, so there is nothing to list.',
      cure: 'Say it in the bibliography: `superseded: { date: 2024-05-29, what: …, by: key }`.',
    });
  }
};

function citedReferences({ deck, edition }: Rendering): readonly Reference[] {
  const slides = keptSlides(deck, edition);
  const cited = slides.flatMap((slide) => citationsIn(tokensFor(edition, slide, deck), slide).map(({ key }) => key));
  return deck.references.filter(({ id }) => cited.includes(id));
}

function itemOf({ date, what, by }: Superseded, { deck }: Rendering): Element {
  const reference = deck.references.find(({ id }) => id === by);
  const name = reference === undefined ? by : shortReference(deck, reference.id);
  const said = name === undefined ? [] : [text(' ('), byOf(name, reference?.URL), text(')')];
  return create('li', {}, create('b', {}, text(dated(deck.settings.lang, date))), text(`: ${what}`), ...said);
}

function byOf(name: string, url: string | undefined): Element {
  return url === undefined || !/^https?:/i.test(url)
    ? create('span', {}, text(name))
    : create('a', { href: url }, text(name));
}
