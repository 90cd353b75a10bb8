import { escapeHtml } from '../../escape-html.js';
import { serializeTree } from '../drawings.js';
import { targetId } from '../links.js';
import { shownTitle } from '../passes/typography.js';
import type { Rendered } from '../rendering.js';
import type { SlideDocument } from '../slide-document.js';
import { attribute, elements, removeAttribute, setAttribute } from '../tree.js';
import { type ArticlePart, writeArticle } from './article.js';

/** The deck as an article: a title block, the slides as running text. No picture of a slide. */
export function writeReader(text: SlideDocument): string {
  const { parts } = writeArticle(text);
  settleLinks(parts, text);
  return [titleBlock(text), '<main>', ...parts.map((part) => partHtml(part, text)), '</main>'].join('\n');
}

/** Links lead to what the article has; others keep their words. Those that lead nowhere in the deck were reported with its slides. */
function settleLinks(parts: readonly ArticlePart[], { deck }: Rendered): void {
  const all = parts.flatMap(({ section }) => [section, ...elements(section)]);
  const ids = new Set(all.map((element) => attribute(element, 'id')));
  for (const link of all.filter(({ tagName }) => tagName === 'a')) {
    const href = attribute(link, 'href') ?? '';
    if (!href.startsWith('#')) continue;
    const id = targetId(href, deck);
    if (id !== undefined && ids.has(id)) setAttribute(link, 'href', `#${id}`);
    else removeAttribute(link, 'href');
  }
}

function titleBlock({ deck }: Rendered): string {
  const { subtitle, author, date, asOf, course, url } = deck.settings;
  const facts = [course, author, date, asOf]
    .filter((fact) => fact !== undefined && fact !== '')
    .map((fact) => escapeHtml(fact ?? ''));
  const link =
    url === undefined ? [] : [`<a href="${escapeHtml(url)}">${escapeHtml(url.replace(/^https?:\/\//, ''))}</a>`];
  const line = [...facts, ...link].join(' · ');
  return [
    `<header class="top" data-bookmark="${escapeHtml(shownTitle(deck))}">`,
    `<h1>${escapeHtml(shownTitle(deck))}</h1>`,
    ...(subtitle === undefined ? [] : [`<p class="stand">${escapeHtml(subtitle)}</p>`]),
    ...(line === '' ? [] : [`<p class="facts">${line}</p>`]),
    '</header>',
  ].join('\n');
}

function partHtml({ section, title, level }: ArticlePart, rendering: Rendered): string {
  if (title !== '') {
    setAttribute(section, 'data-bookmark', title);
    setAttribute(section, 'data-depth', String(level - 1));
  }
  return serializeTree(section, rendering, { onPaper: true });
}
