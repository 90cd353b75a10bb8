import type { RenderedDeck } from '../../../model.js';
import { escapeHtml } from '../../escape-html.js';
import { referenceId } from './evidence-notes.js';
import { slidePicture } from './slide-picture.js';

/** A part after the slides, with a bookmark of its own; empty where it has nothing. */
function part(name: string, heading: string, content: string): string {
  if (content === '') return '';
  return `<section class="matter ${name}" data-bookmark="${escapeHtml(heading)}"><h2>${escapeHtml(heading)}</h2>\n${content}</section>`;
}

/** The abbreviations that are used, spelled out. */
export function glossary({ matter }: RenderedDeck): string {
  const entries = matter.glossary.map(
    ({ short, long }) => `<div><dt>${escapeHtml(short)}</dt><dd>${escapeHtml(long)}</dd></div>`,
  );
  return part('glossary', 'Glossary', entries.length === 0 ? '' : `<dl>${entries.join('')}</dl>`);
}

/** The references that are cited; margin notes and marks link here. */
export function references({ matter }: RenderedDeck): string {
  const entries = matter.references.map(({ key, html }) => `<li id="${referenceId(key)}">${html}</li>`);
  return part('references', 'References', entries.length === 0 ? '' : `<ul>${entries.join('\n')}</ul>`);
}

/** Which slides use which paragraphs. */
export function coverage({ matter }: RenderedDeck): string {
  if (matter.coverage === '') return '';
  const stage = `<section><div class="stage"><div class="body">${matter.coverage}</div></div></section>`;
  return part('coverage-strip', 'What the deck uses of its sources', slidePicture(stage));
}
