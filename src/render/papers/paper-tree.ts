import type { EditionSlide } from '../edition.js';
import { dropLeftOut } from '../links.js';
import { keepForAudience } from '../passes/audience.js';
import { tieClaims } from '../passes/claims.js';
import { applyElementComments } from '../passes/element-comments.js';
import { tameFrames } from '../passes/frames.js';
import { nameAssets } from '../passes/local-assets.js';
import { numberLists } from '../passes/number-lists.js';
import { applyOwnStyles } from '../passes/own-styles.js';
import { listParagraphs } from '../passes/paragraphs.js';
import { setPictures } from '../passes/pictures.js';
import { setQuotations } from '../passes/quotations.js';
import { setRawCode } from '../passes/raw-code.js';
import { tameRawHtml } from '../passes/raw-html.js';
import { replaceRemote } from '../passes/remote-resources.js';
import { listSince } from '../passes/since.js';
import { setStyles } from '../passes/styles.js';
import { setTables } from '../passes/tables.js';
import { setTypography } from '../passes/typography.js';
import { writeVoices } from '../passes/voices.js';
import type { Rendering } from '../rendering.js';
import { type Pass, plantProse, plantSlide, type SlideTree } from '../slide-tree.js';
import { addClass, attribute, type Element, elements, remove, removeAttribute, setAttribute } from '../tree.js';

/** What happens to a tree that is set as running text: as on a slide, without what only a stage has. */
const passes: readonly Pass[] = [
  tieClaims,
  applyElementComments,
  keepForAudience,
  tameRawHtml,
  tameFrames,
  replaceRemote,
  setStyles,
  setRawCode,
  setPictures,
  nameAssets,
  listSince,
  listParagraphs,
  setTypography,
  setTables,
  setQuotations,
  writeVoices,
  applyOwnStyles,
];

/** What a slide shows, and its notes where the edition has them, for a paper. */
export function paperTree(slide: EditionSlide, rendering: Rendering): SlideTree {
  return settled(plantSlide(slide, rendering), rendering, passes);
}

/** A slide's handout prose. */
export function proseTree(slide: EditionSlide, rendering: Rendering): SlideTree {
  return settled(plantProse(slide, rendering), rendering, passes);
}

/** All of a slide, for whomever it is: answers stand where they were written. */
export function wholeTree(slide: EditionSlide, rendering: Rendering): SlideTree {
  return settled(plantSlide(slide, rendering), rendering, forEverybody);
}

/** All of a slide's prose. */
export function wholeProse(slide: EditionSlide, rendering: Rendering): SlideTree {
  return settled(plantProse(slide, rendering), rendering, forEverybody);
}

const forEverybody = passes.filter((pass) => pass !== keepForAudience);

/** What an author places on the stage by hand has no such place on paper. */
const ofStage = ['div', 'p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'table'];

function settled(tree: SlideTree, rendering: Rendering, all: readonly Pass[]): SlideTree {
  for (const pass of all) pass(tree, rendering);
  dropLeftOut(tree, rendering);
  for (const element of elements(tree.section)) {
    if (element.tagName === 'colgroup') remove(element);
    if (attribute(element, 'data-at') !== undefined) setLine(element);
    if (ofStage.includes(element.tagName)) removeAttribute(element, 'style');
    if (element.tagName === 'th' && attribute(element, 'scope') === undefined) setAttribute(element, 'scope', 'col');
    if (attribute(element, 'data-answer') !== undefined) {
      removeAttribute(element, 'data-answer');
      addClass(element, 'answer');
    }
  }
  for (const pass of [numberLists, applyOwnStyles]) pass(tree, rendering);
  return tree;
}

/** Code has no steps on paper: every line keeps its colours. */
function setLine(line: Element): void {
  removeAttribute(line, 'data-at');
  setAttribute(line, 'class', 'line');
}
