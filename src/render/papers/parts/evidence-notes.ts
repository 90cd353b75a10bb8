import type { EvidenceNote, RenderedDeck } from '../../../model.js';
import { escapeHtml } from '../../escape-html.js';
import { typographic } from '../../passes/typography.js';

/** Margin notes: the paragraph, a link to its reference, and the words of it that are rested on. */
export function evidenceList(notes: readonly EvidenceNote[], { matter, settings }: RenderedDeck): string {
  if (notes.length === 0) return '';
  const several = matter.references.length > 1;
  const items = notes.map(({ source, mark, words }) => {
    const reference = matter.references.find(({ key }) => key === source);
    const name = several ? `${escapeHtml(reference?.short ?? source)} ${escapeHtml(mark)}` : escapeHtml(mark);
    const shown = reference === undefined ? name : `<a href="#${referenceId(source)}">${name}</a>`;
    const said = words.map((one) => escapeHtml(typographic(`"${one}"`, settings))).join('<br>');
    return `<li><b class="pm">${shown}</b>${said === '' ? '' : ` <span class="words">${said}</span>`}</li>`;
  });
  return `<ul class="side">${items.join('')}</ul>`;
}

/** What links to a reference name. */
export function referenceId(key: string): string {
  return `reference-${key.replace(/[^\w-]/g, '-')}`;
}
