import type { Token } from 'markdown-it';
import { deepestNesting, depthOf } from '../css/lightning-css.js';
import type { Deck, Slide } from '../model.js';
import type { Rendering } from './rendering.js';
import type { SlideMemory } from './slide-memory.js';
import { copiedTree, type SlideTree } from './slide-tree.js';
import { attribute, type Element, elements, parse, textContent } from './tree.js';
import { withoutRulesFor } from './without-rules.js';

/** How style rules and references name an element: `#id`, `.class`, `[name=value]`, and the name of an element of the author's own. */
function namesOf(element: Element): readonly string[] {
  return [
    ...(element.tagName.includes('-') ? [element.tagName] : []),
    ...element.attrs.flatMap(({ name, value }) => namesOfAttribute(name, value)),
  ];
}

function namesOfAttribute(name: string, value: string): readonly string[] {
  if (name === 'class') return value.split(/\s+/).map((one) => `.${one}`);
  return name === 'id' ? [`#${value}`] : value === '' ? [] : [`[${name}=${value}]`];
}

/** Notes the ids, classes and attributes of an element and of all in it, before it is left out. */
export function noteLeftOut(
  element: Element,
  { leftOut, leftOutNames }: Pick<Rendering, 'leftOut' | 'leftOutNames'>,
): void {
  for (const inner of [element, ...elements(element)]) {
    const id = attribute(inner, 'id');
    if (id !== undefined) leftOut.add(id);
    const name = attribute(inner, 'name');
    if (inner.tagName === 'map' && name !== undefined) leftOut.add(name);
    for (const one of namesOf(inner)) leftOutNames.add(one);
  }
}

/** Notes the ids, classes and attributes of slides that an edition does not have, and of all that stands on them. */
export function noteSlidesLeftOut(
  deck: Deck,
  kept: ReadonlySet<number>,
  rendering: Pick<Rendering, 'leftOut' | 'leftOutNames'>,
): void {
  for (const slide of deck.slides.filter(({ number }) => !kept.has(number))) {
    rendering.leftOut.add(slide.id);
    for (const [name, value] of namesTyped(slide)) {
      if (name === 'id') rendering.leftOut.add(value);
      for (const one of namesOfAttribute(name, value)) rendering.leftOutNames.add(one);
    }
    for (const html of htmlOf(slide)) for (const element of elements(parse(html))) noteLeftOut(element, rendering);
  }
}

function namesTyped({ attributes, tokens, notes, handout }: Slide): readonly (readonly [string, string])[] {
  const ofTokens = (list: readonly Token[]): readonly (readonly [string, string])[] =>
    list.flatMap(({ attrs, children }) => [
      ...(attrs ?? []).map(([name, value]) => [name, String(value)] as const),
      ...ofTokens(children ?? []),
    ]);
  return [...Object.entries(attributes), ...ofTokens([...tokens, ...notes, ...handout])];
}

function htmlOf({ tokens, notes, handout }: Slide): readonly string[] {
  return [...tokens, ...notes, ...handout]
    .flatMap((token) => [token, ...(token.children ?? [])])
    .flatMap(({ type, content }) =>
      type.startsWith('html_') && /\s(id|class|name|data-)/i.test(content) ? [content] : [],
    );
}

/** The names that no element of the edition has, those that our own passes leave out among them. */
export function namesLeftOut(
  trees: readonly SlideTree[],
  { edition, leftOutNames, memory }: Rendering,
): ReadonlySet<string> {
  const ours = edition.audience === 'student' ? ['.teacher', '.answer', '.right', '.likely-question'] : ['.student'];
  if (leftOutNames.size === 0) return new Set(ours);
  const namesIn = (section: Element): readonly string[] => {
    const names = memory?.names.get(section) ?? [section, ...elements(section)].flatMap(namesOf);
    memory?.names.set(section, names);
    return names;
  };
  const present = new Set(trees.flatMap(({ section }) => namesIn(section)));
  return new Set([...ours, ...[...leftOutNames].filter((name) => !present.has(name))]);
}

/** Takes the rules for what is left out from the author's `<style>`s. */
export function dropRules(tree: SlideTree, { absentNames }: Rendering): SlideTree {
  for (const style of elements(tree.section, 'style')) {
    const [sheet] = style.childNodes;
    const css = textContent(style);
    if (sheet === undefined || !('value' in sheet)) continue;
    sheet.value = depthOf(css) > deepestNesting ? '' : withoutRulesFor(css, absentNames);
  }
  return tree;
}

/** A tree whose styles may be changed, where it has any. */
export function copyWithStyles(tree: SlideTree, memory: SlideMemory): SlideTree {
  if (elements(tree.section, 'style').length === 0) {
    memory.unstyled.add(tree.section);
    return tree;
  }
  return { ...tree, ...copiedTree(tree), asked: tree.asked };
}
