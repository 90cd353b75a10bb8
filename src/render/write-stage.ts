import type { RenderedDeck, RenderedSlide } from '../model.js';
import { setIn } from '../relations/typeface.js';
import { breakWords } from './break-words.js';
import { serializeTree } from './drawings.js';
import { layEvidence } from './evidence-panel.js';
import { type Panel, panelEntries } from './panel-entries.js';
import { shownTitle, typographic } from './passes/typography.js';
import type { SlideDocument } from './slide-document.js';
import { copiedTree, type SeenTree } from './slide-tree.js';
import { elements, hasClass, type Parent, removeAttribute, setAttribute } from './tree.js';

/** The slides as they are shown on screen, printed and measured. Without `breaks` in the document no long word is broken. */
export function writeStage(document: SlideDocument): RenderedDeck {
  const { deck, edition, typesetting } = document;
  return {
    name: deck.name,
    title: shownTitle(deck),
    lang: deck.settings.lang,
    author: deck.settings.author ?? '',
    settings: deck.settings,
    edition,
    slides: setIn(deck.brand?.typeface, () => document.trees.map((tree) => writeSlide(tree, document))),
    assets: [...document.assets.values()],
    features: { math: typesetting.formulas.size > 0 },
    ...(deck.brand === undefined ? {} : { brand: deck.brand }),
    styles: deck.styles,
    scripts: deck.scripts,
    leftOut: document.absentNames,
    diagnostics: document.diagnostics,
  };
}

function writeSlide(seen: SeenTree, document: SlideDocument): RenderedSlide {
  const { slide, index, section: part } = seen.slide;
  const { memory, deck } = document;
  const { settings } = deck;
  const html = memory?.written.get(seen.section) ?? writeTree(seen, document);
  memory?.written.set(seen.section, html);
  return {
    id: slide.id,
    index,
    title: typographic(slide.title, settings),
    ...(slide.minutes === undefined ? {} : { minutes: slide.minutes }),
    ...(part === undefined ? {} : { section: { ...part, title: typographic(part.title, settings) } }),
    place: slide.place,
    html,
  };
}

function writeTree(seen: SeenTree, document: SlideDocument): string {
  const tree = copiedTree(seen);
  const panel = panelEntries(tree, document);
  nameEntries(tree.section, panel);
  layEvidence(tree, panel.entries, document);
  breakWords(tree.section, document);
  return serializeTree(tree.section, document);
}

/** `data-claim` names an element's entries in the panel. A mark that opens nothing, as in the notes, is no control. */
function nameEntries(section: Parent, { numbers }: Panel): void {
  for (const element of elements(section)) {
    const own = numbers.get(element);
    if (own !== undefined) setAttribute(element, 'data-claim', own.join(' '));
    else if (hasClass(element, 'pm')) {
      element.tagName = 'span';
      element.nodeName = 'span';
      for (const name of ['type', 'aria-label']) removeAttribute(element, name);
    }
  }
}

/** The prose beside each slide, by the slide's position; empty where there is none. */
export function writeProse(document: SlideDocument): readonly string[] {
  return document.prose.map((prose) =>
    prose.section.childNodes.length === 0
      ? ''
      : serializeTree(copiedTree(prose).section, document, { inner: true, onPaper: true }).trim(),
  );
}
