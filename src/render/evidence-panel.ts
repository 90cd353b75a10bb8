import { escapeHtml } from '../escape-html.js';
import { paragraphName } from '../evidence/locators.js';
import { filled, type Words, wordsIn } from '../language/words/words.js';
import type { Citation, Deck } from '../model.js';
import type { PanelEntry } from './panel-entries.js';
import { type Passage, passagesOf } from './panel-passages.js';
import { langOf, rowsOf } from './panel-rows.js';
import { shortReference } from './reference.js';
import type { Rendered } from './rendering.js';
import type { CopiedTree } from './slide-tree.js';
import { stripOf } from './strip.js';
import { append, parse } from './tree.js';

/**
 * Lays a slide's evidence into it as a `<template>`, an article a claim, for the client to show. Last of all, when the slide holds only
 * what its reader gets. A source's own text goes in only for the teacher, where the deck allows it and the text is here.
 */
export function layEvidence(tree: CopiedTree, entries: readonly PanelEntry[], rendering: Rendered): void {
  if (entries.length === 0) return;
  const articles = entries.map((entry, index) => articleOf(entry, index + 1, rendering));
  append(tree.section, ...parse(`<template class="evidence">\n${articles.join('\n')}\n</template>`).childNodes);
}

function articleOf(entry: PanelEntry, number: number, rendering: Rendered): string {
  const { deck, evidence } = rendering;
  const texts = mayShowText(rendering) ? (evidence?.texts ?? []) : [];
  const passages = passagesOf(entry, texts, deck.settings.lang);
  const keys = [...new Set(entry.citations.map(({ key }) => key))];
  return [
    `<article data-claim="${number}">`,
    ...keys.map((key) => strip(key, entry, rendering)),
    wordsOf(passages, entry, deck),
    `<dl>${rowsOf(entry, rendering)}</dl>`,
    '</article>',
  ].join('');
}

function mayShowText({ edition, deck }: Rendered): boolean {
  return edition.audience === 'teacher' && deck.settings.embedSources === true;
}

/** The paragraphs of a source, those cited filled; these alone where the source was never here. None where the author counts pages. */
function strip(key: string, { citations, found }: PanelEntry, { deck, evidence }: Rendered): string {
  const known = evidence?.sources.find((source) => source.key === key)?.paragraphs.map(({ number }) => number) ?? [];
  const own = citations.filter((citation) => citation.key === key);
  if (own.every(({ locators, parts }) => locators.length === 0 && parts !== undefined)) return '';
  const cited = own.flatMap(paragraphsOf);
  const rests = found.filter(({ source }) => source === key).map(({ paragraph }) => paragraph);
  const now = [...new Set(cited.length > 0 ? cited : rests)].sort((a, b) => a - b);
  if (now.length === 0) return '';
  const boxes = stripOf(known, now).map((paragraph) => {
    if (paragraph === undefined) return '<i>…</i>';
    return now.includes(paragraph) ? `<b>¶${paragraph}</b>` : `<i>${paragraph}</i>`;
  });
  const words = wordsIn(deck.settings.lang);
  const what = filled(now.length > 1 ? words.paragraphs : words.paragraph, { n: inWords(now, words) });
  const [classes, name] =
    known.length === 0 ? [' alone', what] : ['', filled(words.ofAll, { what, n: Math.max(...known) })];
  return `<div class="paragraphs${classes}" role="img" aria-label="${escapeHtml(name)}">${boxes.join('')}</div>`;
}

/** At most a hundred of a range: more are a slip of the pen. */
function paragraphsOf({ locators }: Citation): readonly number[] {
  return locators.flatMap(([from, to]) =>
    Array.from({ length: Math.min(100, to - from + 1) }, (_, step) => from + step),
  );
}

function inWords(numbers: readonly number[], { both }: Words): string {
  const last = numbers.at(-1) ?? '';
  return numbers.length < 2 ? `${last}` : filled(both, { one: numbers.slice(0, -1).join(', '), other: last });
}

/** What stands where the source's words do; of several passages each says which paragraph it is of. */
function wordsOf(passages: readonly Passage[], { claim, citations }: PanelEntry, deck: Deck): string {
  if (claim?.status === 'inference' || claim?.status === 'lecturer')
    return `<p class="absent">${escapeHtml(wordsIn(deck.settings.lang).noParagraph)}</p>`;
  const [first, ...others] = passages;
  if (first === undefined) return '';
  const lang = langOf(deck);
  if (others.length === 0) return `<blockquote class="words"${lang}>${first.html}</blockquote>`;
  const isOne = others.every(({ source }) => source === first.source);
  const parts = passages.map(({ source, paragraph, html }) => {
    const label = [
      isOne ? '' : shortReference(deck, source),
      paragraph === undefined ? '' : paragraphName(citations, source, paragraph),
    ];
    return `<div><b>${escapeHtml(label.join(' ').trim())}</b>${html}</div>`;
  });
  return `<blockquote class="words several"${lang}>${parts.join('')}</blockquote>`;
}
