import { escapeHtml } from '../../../escape-html.js';
import type { EvidenceNote } from '../../../model.js';
import { typographic } from '../../passes/typography.js';
import { pageAt } from '../../text-fragment.js';
import type { DeckOnPaper } from '../deck-on-paper.js';

/** Margin notes: the paragraph, a link to its reference, and the words of it that are rested on. Sources beside the main one are named. */
export function evidenceList(notes: readonly EvidenceNote[], rendered: DeckOnPaper): string {
  if (notes.length === 0) return '';
  const { matter, settings, main } = rendered;
  const items = notes.map(({ source, mark, words }) => {
    const reference = matter.references.find(({ key }) => key === source);
    const short = reference?.short ?? source;
    const name = escapeHtml(mark === '¶' ? short : source === main ? mark : `${short} ${mark}`);
    const shown = reference === undefined ? name : `<a href="#${referenceId(source)}">${name}</a>`;
    const said = words.map((one) => linked(one, escapeHtml(typographic(`"${one}"`, settings)), reference)).join('<br>');
    return `<li><b class="pm">${shown}</b>${said === '' ? '' : ` <span class="words">${said}</span>`}</li>`;
  });
  return `<ul class="side">${items.join('')}</ul>`;
}

/** The words lead to the public page that has them, where there is one; a number is found on too many places of it. */
function linked(
  words: string,
  html: string,
  reference: { readonly key: string; readonly url?: string } | undefined,
): string {
  if (reference?.url === undefined || !/\p{L}/u.test(words)) return html;
  const page = pageAt({ references: [{ id: reference.key, URL: reference.url }] }, reference.key, words);
  return page === undefined ? html : `<a href="${escapeHtml(page)}">${html}</a>`;
}

/** What links to a reference name. */
export function referenceId(key: string): string {
  return `reference-${key.replace(/[^\w-]/g, '-')}`;
}
