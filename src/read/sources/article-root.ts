import { countWords } from './count-words.js';
import { isLeftOut } from './html-blocks.js';
import { elementsOf, type HtmlElement, textOf } from './html-tree.js';

/** The part of a page that is read, and what was compared. Lengths are words. */
export interface ArticleRoot {
  readonly root: HtmlElement;
  readonly words: number;
  /** Words in all of the page's paragraphs. */
  readonly ofPage: number;
}

/**
 * The article of a page: the `article` or `main` with most text in its paragraphs; on a page with none, or whose largest holds too
 * little of it, the innermost element that holds nearly all that the best one does.
 */
export function articleRoot(page: HtmlElement): ArticleRoot {
  const [body = page] = elementsOf(page, ({ tag }) => tag === 'body');
  const ofPage = paragraphWords(body);
  const marked = elementsOf(body, isMarked).map((root) => ({ root, words: paragraphWords(root), ofPage }));
  const [largest] = marked.sort((one, other) => other.words - one.words);
  const isEnough = largest !== undefined && largest.words >= ofPage / 3;
  const root = isEnough ? withoutComments(largest.root) : innermost(body);
  return { root, words: paragraphWords(root), ofPage };
}

function isMarked({ tag, attributes }: HtmlElement): boolean {
  return tag === 'article' || tag === 'main' || /^(?:main|article)$/.test(attributes.get('role') ?? '');
}

/** Around an article stand its comments, each an article too: the one within that has nearly all is meant. */
function withoutComments(root: HtmlElement): HtmlElement {
  const least = paragraphWords(root) * 0.8;
  return elementsOf(root, (one) => isMarked(one) && paragraphWords(one) >= least).at(-1) ?? root;
}

/** Goes down as long as one child holds nearly all the text of paragraphs. */
function innermost(element: HtmlElement): HtmlElement {
  const words = paragraphWords(element);
  for (const child of element.children) {
    if (typeof child === 'string' || isLeftOut(child) || child.tag === 'p') continue;
    if (paragraphWords(child) >= words * 0.8 && words > 0) return innermost(child);
  }
  return element;
}

const counted = new WeakMap<HtmlElement, number>();

/** Words in paragraphs that are shown; links to elsewhere make no paragraph. */
function paragraphWords(element: HtmlElement): number {
  const known = counted.get(element);
  if (known !== undefined) return known;
  const words = element.children.reduce((sum, child) => {
    if (typeof child === 'string' || isLeftOut(child)) return sum;
    return sum + (child.tag === 'p' ? runningWords(child) : paragraphWords(child));
  }, 0);
  counted.set(element, words);
  return words;
}

function runningWords(paragraph: HtmlElement): number {
  const all = countWords(textOf(paragraph));
  const linked = elementsOf(paragraph, ({ tag }) => tag === 'a').reduce((sum, one) => sum + countWords(textOf(one)), 0);
  return linked > all * 0.8 ? 0 : all;
}
