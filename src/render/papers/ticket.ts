import { escapeHtml } from '../../escape-html.js';
import { ownLangHtml, wordsIn } from '../../language/words/words.js';
import { serializeTree } from '../drawings.js';
import { shownTitle } from '../passes/typography.js';
import type { SlideDocument } from '../slide-document.js';
import { copiedTree } from '../slide-tree.js';
import {
  append,
  attribute,
  childElements,
  create,
  type Element,
  elements,
  hasClass,
  removeAttribute,
} from '../tree.js';

/** Lines to write on below an item, where it does not say how many. */
const usualLines = 2;

/**
 * What each student writes and hands in at the end: the items of a `::: ticket`, with room to write, on half a sheet. A page holds two, to
 * be cut. Undefined where no slide has one.
 */
export function writeTicket(rendering: SlideDocument): string | undefined {
  const tickets = rendering.trees.flatMap((tree) => {
    const { section, slide } = copiedTree(tree);
    return elements(section)
      .filter((element) => hasClass(element, 'ticket'))
      .map((ticket) => ({ ticket, title: slide.slide.title }));
  });
  if (tickets.length === 0) return undefined;
  return tickets.flatMap(({ ticket, title }) => sheet(ticket, title, rendering)).join('\n');
}

/** The same half twice; the second is the same words again, so that only the first has a bookmark. */
function sheet(ticket: Element, title: string, rendering: SlideDocument): readonly string[] {
  const { lang } = rendering.deck.settings;
  const words = wordsIn(lang);
  const who = [words.name, words.group, words.date].map((name) => `<span${ownLangHtml(lang)}>${name}</span>`).join('');
  for (const item of elements(ticket, 'li')) leaveRoom(item);
  for (const cite of elements(ticket).filter((element) => hasClass(element, 'cite'))) removeAttribute(cite, 'id');
  const body = childElements(ticket)
    .map((block) => serializeTree(block, rendering, { onPaper: true }))
    .join('\n');
  const asked = escapeHtml(title === '' ? words.ticket : title);
  const half = (attributes: string): string =>
    `<section class="half"${attributes}><h1>${asked}</h1><p class="of">${escapeHtml(shownTitle(rendering.deck))}</p><p class="who">${who}</p>${body}</section>`;
  return ['<div class="sheet">', half(` data-bookmark="${asked}" data-depth="1"`), half(''), '</div>'];
}

function leaveRoom(item: Element): void {
  const typed = attribute(item, 'data-lines') ?? '';
  const count = /^\d+$/.test(typed) ? Math.min(12, Number(typed)) : usualLines;
  for (const name of ['data-lines', 'id']) removeAttribute(item, name);
  const line = (): Element => create('div', { class: 'rule' });
  append(item, create('div', { class: 'to-write', 'aria-hidden': 'true' }, ...Array.from({ length: count }, line)));
}
