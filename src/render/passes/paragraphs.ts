import { pointsAt } from '../../evidence/locators.js';
import { ownLang, wordsIn } from '../../language/words/words.js';
import { nearest } from '../../nearest.js';
import { citationsIn, keptSlides, tokensFor } from '../edition.js';
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

/** As many as tell a paragraph from the others. */
const firstWords = 4;

/** A paragraph by its number, with words by which a reader finds it; none where the deck has none of it. */
interface Signpost {
  readonly number: number;
  readonly words?: string;
}

/**
 * `::: paragraphs` helps a class to number its own copy of a source: each paragraph with its first words. Where the source is not at hand
 * there are only the words that the edition itself cites, which stand somewhere in the paragraph, and the list says so.
 */
export const listParagraphs: Pass = (tree, rendering) => {
  for (const block of elements(tree.section).filter((element) => hasClass(element, 'paragraphs'))) {
    if (childElements(block).some((one) => hasClass(one, 'first-words'))) continue;
    const key = attribute(block, 'data-source') ?? mostCited(rendering);
    removeAttribute(block, 'data-source');
    const digest = rendering.evidence?.sources.find((source) => source.key === key);
    if (key === undefined || digest === undefined || digest.paragraphs.length === 0) {
      const known = (rendering.evidence?.sources ?? []).filter(({ paragraphs }) => paragraphs.length > 0);
      const near = nearest(
        key ?? '',
        known.map((source) => source.key),
      );
      report(rendering, tree, block, 'warning', {
        rule: 'paragraphs-empty',
        message: `Nothing is known of the paragraphs of ${key === undefined ? 'any source' : `a source \`${key}\``}.`,
        cure: near === undefined ? 'Add its text with `pilcrow source add`.' : `Did you mean \`${near}\`?`,
      });
      continue;
    }
    append(block, ...signposts(key, rendering));
  }
};

function signposts(key: string, rendering: Rendering): readonly Element[] {
  const { lang } = rendering.deck.settings;
  const source = rendering.evidence?.texts?.find((one) => one.key === key);
  const posts = source === undefined ? fromCitations(key, rendering) : fromText(source.paragraphs);
  const items = posts.map(({ number, words }) =>
    create(
      'li',
      {},
      create('b', { class: 'pn' }, text(`¶${number}`)),
      text(words === undefined ? ' …' : ` ${words} …`),
    ),
  );
  const hint = create('p', { class: 'hint', ...ownLang(lang) }, text(wordsIn(lang).somewhere));
  return [create('ul', { class: 'first-words' }, ...items), ...(source === undefined ? [hint] : [])];
}

function fromText(paragraphs: readonly { readonly number: number; readonly text: string }[]): readonly Signpost[] {
  return paragraphs
    .filter(({ number }) => number > 0)
    .map(({ number, text: said }) => ({ number, words: said.trim().split(/\s+/).slice(0, firstWords).join(' ') }));
}

/** Of the anchors that the reader gets, the one that stands nearest to the paragraph's beginning. */
function fromCitations(key: string, { deck, edition, evidence }: Rendering): readonly Signpost[] {
  const cited = keptSlides(deck, edition)
    .flatMap((slide) => citationsIn(tokensFor(edition, slide, deck), slide))
    .filter((citation) => citation.key === key && citation.anchor !== undefined);
  const found = evidence?.claims.flatMap((claim) => claim.found).filter(({ source }) => source === key) ?? [];
  const numbers = evidence?.sources.find((source) => source.key === key)?.paragraphs.map(({ number }) => number) ?? [];
  return numbers
    .filter((number) => number > 0)
    .map((number) => {
      const anchors = cited.filter((citation) => pointsAt(citation, number)).map(({ anchor = '' }) => anchor);
      const first = anchors
        .map((anchor) => ({
          anchor,
          at: found.find(({ paragraph, words }) => paragraph === number && words === anchor)?.fromWord,
        }))
        .toSorted((a, b) => (a.at ?? Number.POSITIVE_INFINITY) - (b.at ?? Number.POSITIVE_INFINITY))[0];
      return first === undefined ? { number } : { number, words: `… ${first.anchor}` };
    });
}

function mostCited({ deck, evidence }: Rendering): string | undefined {
  const keys = deck.slides.flatMap(({ citations }) => citations.map(({ key }) => key));
  const known = (evidence?.sources ?? []).filter(({ paragraphs }) => paragraphs.length > 0).map(({ key }) => key);
  const count = (key: string): number => keys.filter((one) => one === key).length;
  return known.toSorted((a, b) => count(b) - count(a))[0];
}
