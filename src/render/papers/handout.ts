import type { PaperSetup, RenderedDeck, RenderedSlide } from '../../model.js';
import { escapeHtml } from '../escape-html.js';
import { cover } from './parts/cover.js';
import { evidenceList } from './parts/evidence-notes.js';
import { coverage, glossary, references } from './parts/matter.js';
import { slidePicture } from './parts/slide-picture.js';

/** Slides at print size with the prose that goes with them, their sources in the margin, and room to write. */
export function composeHandout(rendered: RenderedDeck, _setup: PaperSetup): string {
  const kind = rendered.edition.audience === 'teacher' ? 'Teacher’s handout' : 'Student handout';
  return [
    cover(rendered, kind),
    '<main>',
    ...rendered.slides.map((slide) => block(slide, rendered)),
    '</main>',
    glossary(rendered),
    references(rendered),
    coverage(rendered),
  ].join('\n');
}

function block({ id, title, onPaper }: RenderedSlide, rendered: RenderedDeck): string {
  const { number, layout, level, section, stage, prose, notes, foot, evidence } = onPaper;
  if (layout === 'title' || layout === 'sources') return '';
  const name = title === '' ? `Slide ${number}` : title;
  const opening = `id="${escapeHtml(id)}" data-bookmark="${escapeHtml(name)}"`;
  if (layout === 'section') {
    return `<section class="opener" ${opening}><h2>${section === undefined ? '' : `<b>${section.number}</b> `}${escapeHtml(name)}</h2></section>`;
  }
  const heading = title === '' ? `<h${level} class="untitled">${name}</h${level}>` : '';
  return [
    `<section class="block" ${opening} data-depth="${level - 1}">`,
    heading,
    slidePicture(stage),
    ...(foot === '' ? [] : [`<div class="small-print">${foot}</div>`]),
    `<div class="text"><p class="no">Slide ${number}</p>${prose}</div>`,
    evidenceList(evidence, rendered),
    ...(notes === '' ? [] : [`<div class="notes">${notes}</div>`]),
    '<div class="own"><p>Your notes</p><div class="lines"></div></div>',
    '</section>',
  ].join('\n');
}
