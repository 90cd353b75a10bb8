import type { Token } from 'markdown-it';
import { decoded } from '../css/address-kind.js';
import type { Deck, Place, Slide } from '../model.js';
import { type Leads, setDrawnLinks } from './drawn-links.js';
import { dropRules } from './left-out.js';
import type { Rendering } from './rendering.js';
import { report, type SlideTree } from './slide-tree.js';
import { attribute, type Element, elements, removeAttribute, setAttribute } from './tree.js';

/**
 * Checks the places within the deck that links name, and writes each as `#id`: `#/id` and Reveal's numbers work on screen but
 * make no link in a PDF. A link to what this edition leaves out loses its target and keeps its words. `others` have ids that may be
 * named too, and were checked before.
 */
export function checkLinks(trees: readonly SlideTree[], rendering: Rendering, others: readonly SlideTree[] = []): void {
  if (trees.length === 0) return;
  const ids = collectIds(trees, others, rendering);
  const leads = (href: string): Leads => {
    const id = targetId(href, rendering.deck);
    if (id === undefined) return {};
    return ids.has(id) ? { to: id } : { isLeftOut: rendering.leftOut.has(id) };
  };
  for (const tree of trees) {
    const broken = (link: Element, href: string): void =>
      report(rendering, tree, link, 'error', {
        rule: 'link-broken',
        message: `The link ${href} leads nowhere: no slide and no element has this id.`,
        cure: 'Use a slide’s own {#id}, or the place Reveal gives it, as in #/2/1.',
      });
    for (const link of linksOf(tree)) {
      const href = attribute(link, 'href');
      if (href === undefined || !href.startsWith('#') || href === '#') continue;
      const { to, isLeftOut = false } = leads(href);
      if (to !== undefined) setAttribute(link, 'href', `#${to}`);
      else if (isLeftOut) removeAttribute(link, 'href');
      else broken(link, href);
    }
    setDrawnLinks(tree, rendering, leads, broken);
    dropReferences(tree, rendering);
  }
}

/** Drops what would name the ids of what the edition leaves out, which may say what it was: links keep their words. */
export function dropLeftOut(tree: SlideTree, rendering: Rendering): void {
  for (const link of linksOf(tree)) {
    const href = attribute(link, 'href') ?? '';
    const id = href.startsWith('#') ? targetId(href, rendering.deck) : undefined;
    if (id !== undefined && rendering.leftOut.has(id)) removeAttribute(link, 'href');
  }
  dropReferences(tree, rendering);
  dropRules(tree, rendering);
}

/** Links, and the parts of a picture that are links. */
function linksOf({ section }: SlideTree): readonly Element[] {
  return elements(section).filter(({ tagName }) => tagName === 'a' || tagName === 'area');
}

/** Attributes that are words, or hold something of their own: an id in them is only a word. */
const words =
  /^(id|class|alt|title|placeholder|content|src|srcset|lang|aria-(label|description|roledescription|placeholder|valuetext)|data-(cut|layout))$/;

/**
 * Whatever the attribute (`for`, `usemap`, `list`, `popovertarget`, `aria-…`, `data-target`, `href` of a `<use>`), an id of what is left out
 * goes from it. Several are parted by spaces or commas; `#` and `#/` may stand before one, `url(#id)` around it.
 */
function dropReferences({ section }: SlideTree, { leftOut }: Rendering): void {
  if (leftOut.size === 0) return;
  for (const element of elements(section)) {
    for (const { name, value } of element.attrs.filter(({ name, value }) => value !== '' && !words.test(name))) {
      const without = value.replace(/url\(\s*["']?#([^"')]+)["']?\s*\)/g, (all, id: string) =>
        leftOut.has(id) ? 'none' : all,
      );
      const kept = without.split(/(?<=[\s,])/).filter((one) => !leftOut.has(one.replace(/^#\/?|[\s,]+$/g, '')));
      if (kept.join('') === value) continue;
      if (kept.join('').trim() === '') removeAttribute(element, name);
      else setAttribute(element, name, kept.join('').replace(/[\s,]+$/, ''));
    }
  }
}

/**
 * Every id of the edition. One that raw HTML uses again is an error; those in braces were compared when the deck was parsed, and
 * a slide's id made from its heading gives way to the author's.
 */
function collectIds(
  trees: readonly SlideTree[],
  others: readonly SlideTree[],
  rendering: Rendering,
): ReadonlySet<string> {
  let inBraces: readonly string[] | undefined;
  const timesInBraces = (id: string): number => {
    inBraces ??= rendering.deck.slides.flatMap(idsInBraces);
    return inBraces.filter((other) => other === id).length;
  };
  const found = new Map<string, Place | undefined>();
  for (const tree of [...others, ...trees]) {
    for (const element of [tree.section, ...elements(tree.section)]) {
      const id = attribute(element, 'id');
      if (id === undefined || id === '') continue;
      const { place, attributes } = tree.slide.slide;
      const made = element === tree.section && attributes.id === undefined;
      const first = found.get(id);
      const own = made ? undefined : element === tree.section ? place : tree.placeOf(element);
      if (!others.includes(tree) && first !== undefined && own !== undefined && timesInBraces(id) < 2) {
        rendering.diagnostics.push({
          rule: 'duplicate-id',
          severity: 'error',
          message: `The id "${id}" is used twice; the first is at ${first.path}:${first.line}.`,
          place: own,
          cure: 'Give one of them another id.',
        });
      }
      found.set(id, first ?? own);
    }
  }
  return new Set(found.keys());
}

/** The ids an author gave to a slide and to what stands on it, raw HTML left out. */
function idsInBraces({ attributes, tokens }: Slide): readonly string[] {
  const ofTokens = (list: readonly Token[]): readonly string[] =>
    list.flatMap((token) => [
      ...(token.attrs ?? []).flatMap(([name, value]) => (name === 'id' ? [String(value)] : [])),
      ...ofTokens(token.children ?? []),
    ]);
  return [...(attributes.id === undefined ? [] : [attributes.id]), ...ofTokens(tokens)];
}

/** The id a link within the deck means; a number form is looked up by the slide's place in the whole deck. */
export function targetId(href: string, deck: Deck): string | undefined {
  const name = decoded(href.replace(/^#\/?/, ''));
  if (name === '') return deck.slides[0]?.id;
  const moved = deck.slides.find(({ aliases }) => aliases?.includes(name));
  if (moved !== undefined) return moved.id;
  const numbers = /^(\d+)(?:\/(\d+))?(?:\/\d+)?$/.exec(name);
  if (!href.startsWith('#/') || numbers === null) return name.split('/')[0];
  const [h, v] = [Number(numbers[1]), Number(numbers[2] ?? 0)];
  return deck.slides.find(({ index }) => index.h === h && index.v === v)?.id;
}
