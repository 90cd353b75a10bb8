import { escapeHtml } from '../../escape-html.js';
import { minutesIn, ownLangHtml, wordsIn } from '../../language/words/words.js';
import type { RenderedDeck, SlideOnPaper } from '../../model.js';
import type { SlideDocument } from '../slide-document.js';
import { type DeckOnPaper, deckOnPaper, type SlideWithPaper } from './deck-on-paper.js';
import { cover } from './parts/cover.js';
import { evidenceList } from './parts/evidence-notes.js';
import { charts, coverage, credits, glossary, objectives, references, relations } from './parts/matter.js';
import { plan } from './parts/plan.js';
import { slidePicture } from './parts/slide-picture.js';

/** Layouts that are no pictures here: the cover, a heading line and the list of references stand for them. */
const unpictured: readonly SlideOnPaper['layout'][] = ['title', 'section', 'sources'];

/**
 * Slides at print size with the prose that goes with them, their sources in the margin, and room to write. The teacher's has the notes in
 * its place, before them the plan of the hour and its objectives, then the relations with what they rest on and the numbers of charts. How
 * the parts fill pages is measured in the page (`lay-out-paper.ts`).
 */
export function writeHandout(document: SlideDocument, deck: RenderedDeck): string {
  const rendered = deckOnPaper(document, deck);
  const isTeacher = rendered.edition.audience === 'teacher';
  return [
    cover(rendered, wordsIn(rendered.lang)[isTeacher ? 'teacherHandout' : 'studentHandout']),
    ...(isTeacher ? [plan(rendered), objectives(rendered)] : []),
    '<main>',
    ...rendered.slides.map((slide) =>
      unpictured.includes(slide.onPaper.layout) ? plain(slide, rendered) : block(slide, rendered),
    ),
    '</main>',
    glossary(rendered),
    ...(isTeacher ? [relations(rendered), charts(rendered)] : []),
    references(rendered),
    credits(rendered),
    coverage(rendered),
  ].join('\n');
}

function block(slide: SlideWithPaper, rendered: DeckOnPaper): string {
  const { title, onPaper } = slide;
  const { level, stage, prose, notes, foot, evidence } = onPaper;
  const { lang } = rendered;
  const words = wordsIn(lang);
  const label = (text: string): string => `<p class="label"${ownLangHtml(lang)}>${text}</p>`;
  return [
    `<section class="block" ${opening(slide, lang)} data-depth="${level - 1}">`,
    ...(title === '' ? [`<h${level} class="untitled"${ownLangHtml(lang)}>${numberOf(slide, lang)}</h${level}>`] : []),
    `<div class="shown">${slidePicture(stage)}${smallPrint(foot)}</div>`,
    `<div class="text">${title === '' ? '' : `<p class="no"${ownLangHtml(lang)}>${numberOf(slide, lang)}</p>`}<div class="prose">${prose}</div></div>`,
    evidenceList(evidence, rendered),
    `<div class="own">${notes === '' ? '' : label(words.notes) + notesOf(notes)}<div class="room">${label(words.yourNotes)}</div></div>`,
    '</section>',
  ].join('\n');
}

/** A part of the talk opens with its heading; of other slides without a picture only what is not said elsewhere stays. */
function plain(slide: SlideWithPaper, rendered: DeckOnPaper): string {
  const { title, onPaper } = slide;
  const { layout, prose, notes, section, body, foot } = onPaper;
  const { lang } = rendered;
  const said = [
    layout === 'section' ? `<div class="prose">${body}</div>${smallPrint(foot)}` : '',
    prose === '' ? '' : `<div class="prose">${prose}</div>`,
    notesOf(notes),
    evidenceList(prose === '' ? [] : onPaper.evidence, rendered),
  ];
  if (layout === 'section') {
    const number = section === undefined ? '' : `<span>${section.number}</span>`;
    const minutes = rendered.slides
      .filter((other) => other.onPaper.section?.number === section?.number)
      .reduce((sum, other) => sum + (other.onPaper.minutes ?? 0), 0);
    const time = minutes === 0 ? '' : `<span class="minutes"${ownLangHtml(lang)}>${minutesIn(lang, minutes)}</span>`;
    const heading = `<h2>${number}<span>${escapeHtml(title || nameOf(slide, lang))}</span>${time}</h2>`;
    return `<section class="opener" ${opening(slide, lang)}>${heading}${said.join('')}</section>`;
  }
  if (said.every((part) => part === '')) return '';
  const heading = `<h2>${escapeHtml(title || nameOf(slide, lang))}</h2>`;
  return `<section class="plain" ${layout === 'title' ? '' : opening(slide, lang)}>${heading}<div class="text">${said.join('')}</div></section>`;
}

function smallPrint(foot: string): string {
  return foot === '' ? '' : `<div class="small-print">${foot}</div>`;
}

function opening(slide: SlideWithPaper, lang: string): string {
  return `id="${escapeHtml(slide.id)}" data-bookmark="${escapeHtml(slide.title || nameOf(slide, lang))}"`;
}

function numberOf(slide: SlideWithPaper, lang: string): string {
  const { minutes } = slide.onPaper;
  const time = minutes === undefined ? '' : ` <span class="minutes">${minutesIn(lang, minutes)}</span>`;
  return nameOf(slide, lang) + time;
}

function nameOf({ onPaper }: SlideWithPaper, lang: string): string {
  return `${wordsIn(lang).slide} ${onPaper.number}`;
}

function notesOf(notes: string): string {
  return notes === '' ? '' : `<div class="notes prose">${notes}</div>`;
}
