import type { Deck, Place } from '../model.js';
import type { Rendering } from './rendering.js';
import { report, type SlideTree } from './slide-tree.js';
import { attribute, elements, removeAttribute, setAttribute } from './tree.js';

/**
 * Checks the places within the deck that links name, and writes each as `#id`: `#/id` and Reveal's numbers work on screen but
 * make no link in a PDF. A link to what this edition leaves out loses its target and keeps its words.
 */
export function checkLinks(trees: readonly SlideTree[], rendering: Rendering): void {
  const ids = collectIds(trees, rendering);
  for (const tree of trees) {
    for (const link of elements(tree.section, 'a')) {
      const href = attribute(link, 'href');
      if (href === undefined || !href.startsWith('#') || href === '#') continue;
      const id = targetId(href, rendering.deck);
      if (id !== undefined && ids.has(id)) setAttribute(link, 'href', `#${id}`);
      else if (id !== undefined && rendering.leftOut.has(id)) removeAttribute(link, 'href');
      else {
        report(rendering, tree, link, 'error', {
          rule: 'link-broken',
          message: `The link ${href} leads nowhere: no slide and no element has this id.`,
          cure: 'Use a slide’s own {#id}, or the place Reveal gives it, as in #/2/1.',
        });
      }
    }
  }
}

function collectIds(trees: readonly SlideTree[], rendering: Rendering): ReadonlyMap<string, Place> {
  const ids = new Map<string, Place>();
  for (const tree of trees) {
    for (const element of [tree.section, ...elements(tree.section)]) {
      const id = attribute(element, 'id');
      if (id === undefined || id === '') continue;
      const place = element === tree.section ? tree.slide.slide.place : tree.placeOf(element);
      const first = ids.get(id);
      if (first === undefined) ids.set(id, place);
      else {
        rendering.diagnostics.push({
          rule: 'duplicate-id',
          severity: 'error',
          message: `The id "${id}" is used twice, first at ${first.path}:${first.line}.`,
          place,
          cure: 'Give one of the two another id.',
        });
      }
    }
  }
  return ids;
}

/** The id a link within the deck means; a number form is looked up by the slide's place in the whole deck. */
function targetId(href: string, deck: Deck): string | undefined {
  const name = decodeURIComponent(href.replace(/^#\/?/, ''));
  if (name === '') return deck.slides[0]?.id;
  const numbers = /^(\d+)(?:\/(\d+))?(?:\/\d+)?$/.exec(name);
  if (!href.startsWith('#/') || numbers === null) return name.split('/')[0];
  const [h, v] = [Number(numbers[1]), Number(numbers[2] ?? 0)];
  return deck.slides.find(({ index }) => index.h === h && index.v === v)?.id;
}
