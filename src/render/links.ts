import type { Token } from 'markdown-it';
import { decoded } from '../css/address-kind.js';
import type { Deck, Place, Slide } from '../model.js';
import { type Leads, setDrawnLinks } from './drawn-links.js';
import { dropRules } from './left-out.js';
import { isLink, isWithinDeck, type NamesOnSlide } from './names-on-slide.js';
import type { Rendering } from './rendering.js';
import { workOn } from './slide-memory.js';
import { copiedTree, report, type SlideTree } from './slide-tree.js';
import { attribute, type Element, elements, removeAttribute, setAttribute } from './tree.js';

/** A slide's tree, or its prose, with the names on it. */
export interface NamedTree extends NamesOnSlide {
  readonly tree: SlideTree;
}

/**
 * Checks the places within the deck that links name, and writes each as `#id`: `#/id` and Reveal's numbers work on screen but
 * make no link in a PDF. A link to what this edition leaves out loses its target and keeps its words. `others` have ids that may be
 * named too, and were checked before. Returns the trees with their links set: with a memory these are copies.
 */
export function setLinks(
  slides: readonly NamedTree[],
  rendering: Rendering,
  others: readonly NamedTree[] = [],
): readonly SlideTree[] {
  if (slides.length === 0) return [];
  const ids = collectIds(slides, others, rendering);
  const leads = (href: string): Leads => {
    const id = targetId(href, rendering.deck);
    if (id === undefined) return {};
    return ids.has(id) ? { to: id } : { isLeftOut: rendering.leftOut.has(id) };
  };
  const { memory, leftOut } = rendering;
  const left = memory === undefined ? '' : [...leftOut].join('\n');
  return slides.map(({ tree, hrefs }) => {
    if ((hrefs.length === 0 && leftOut.size === 0) || tree.section.childNodes.length === 0) return tree;
    const make = (own: Rendering): { readonly tree: SlideTree } => {
      const copy = memory === undefined ? tree : { ...tree, ...copiedTree(tree), asked: tree.asked };
      setLinksOf(copy, leads, leftOut, own);
      return { tree: copy };
    };
    const led = memory === undefined ? [] : hrefs.map((href) => JSON.stringify(leads(href)));
    const name = `links ${tree.isProse ? 'of prose ' : ''}${tree.slide.slide.id}`;
    return workOn({ name, slide: tree.slide, from: [tree.section, left, ...led], make }, rendering).tree;
  });
}

function setLinksOf(
  tree: SlideTree,
  leads: (href: string) => Leads,
  leftOut: ReadonlySet<string>,
  rendering: Rendering,
): void {
  const broken = (link: Element, href: string): void =>
    report(rendering, tree, link, 'error', {
      rule: 'link-broken',
      message: `The link ${href} leads nowhere: no slide and no element has this id.`,
      cure: 'Use a slide’s own {#id}, or the place Reveal gives it, as in #/2/1.',
    });
  for (const link of linksOf(tree)) {
    const href = attribute(link, 'href');
    if (href === undefined || !isWithinDeck(href)) continue;
    const { to, isLeftOut = false } = leads(href);
    if (to !== undefined) setAttribute(link, 'href', `#${to}`);
    else if (isLeftOut) removeAttribute(link, 'href');
    else broken(link, href);
  }
  setDrawnLinks(tree, rendering, leads, broken);
  dropReferences(tree, leftOut);
}

/** Drops what would name the ids of what the edition leaves out, which may say what it was: links keep their words. */
export function dropLeftOut(tree: SlideTree, rendering: Rendering): void {
  for (const link of linksOf(tree)) {
    const href = attribute(link, 'href') ?? '';
    const id = href.startsWith('#') ? targetId(href, rendering.deck) : undefined;
    if (id !== undefined && rendering.leftOut.has(id)) removeAttribute(link, 'href');
  }
  dropReferences(tree, rendering.leftOut);
  dropRules(tree, rendering);
}

function linksOf({ section }: SlideTree): readonly Element[] {
  return elements(section).filter(isLink);
}

/** Attributes that are words, or hold something of their own: an id in them is only a word. */
const words =
  /^(id|class|alt|title|placeholder|content|src|srcset|lang|aria-(label|description|roledescription|placeholder|valuetext)|data-(cut|layout))$/;

/**
 * Whatever the attribute (`for`, `usemap`, `list`, `popovertarget`, `aria-…`, `data-target`, `href` of a `<use>`), an id of what is left out
 * goes from it. Several are parted by spaces or commas; `#` and `#/` may stand before one, `url(#id)` around it.
 */
function dropReferences({ section }: SlideTree, leftOut: ReadonlySet<string>): void {
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
  slides: readonly NamedTree[],
  others: readonly NamedTree[],
  rendering: Rendering,
): ReadonlySet<string> {
  let inBraces: readonly string[] | undefined;
  const timesInBraces = (id: string): number => {
    inBraces ??= rendering.deck.slides.flatMap(idsInBraces);
    return inBraces.filter((other) => other === id).length;
  };
  const found = new Map<string, Place | undefined>();
  const checked = new Set(others.map(({ tree }) => tree));
  for (const { tree, ids } of [...others, ...slides]) {
    for (const element of ids) {
      const id = attribute(element, 'id') ?? '';
      const { place, attributes } = tree.slide.slide;
      const made = element === tree.section && attributes.id === undefined;
      const first = found.get(id);
      const own = made ? undefined : element === tree.section ? place : tree.placeOf(element);
      if (!checked.has(tree) && first !== undefined && own !== undefined && timesInBraces(id) < 2) {
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
