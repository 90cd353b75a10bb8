import { escapeHtml } from '../../../escape-html.js';
import { ownLangHtml, type Words, wordsIn } from '../../../language/words/words.js';
import { typographic } from '../../passes/typography.js';
import type { DeckOnPaper } from '../deck-on-paper.js';
import { referenceId } from './evidence-notes.js';
import { slidePicture } from './slide-picture.js';

/** A part after the slides, with a bookmark of its own; empty where it has nothing. */
function part(name: string, heading: keyof Words, lang: string, content: string): string {
  if (content === '') return '';
  const said = escapeHtml(wordsIn(lang)[heading]);
  return `<section class="matter ${name}" data-bookmark="${said}"><h2${ownLangHtml(lang)}>${said}</h2>\n${content}</section>`;
}

/** The abbreviations that are used, spelled out. */
export function glossary({ matter, lang }: Pick<DeckOnPaper, 'matter' | 'lang'>): string {
  const entries = matter.glossary.map(
    ({ short, long }) => `<li><b>${escapeHtml(short)}</b> <span>${escapeHtml(long)}</span></li>`,
  );
  return part('glossary', 'glossary', lang, entries.length === 0 ? '' : `<ul>${entries.join('')}</ul>`);
}

/** The references that are cited; margin notes and marks link here. */
export function references({ matter, lang }: Pick<DeckOnPaper, 'matter' | 'lang'>): string {
  const entries = matter.references.map(({ key, html }) => `<li id="${referenceId(key)}">${html}</li>`);
  return part('references', 'references', lang, entries.length === 0 ? '' : `<ul>${entries.join('\n')}</ul>`);
}

/** Whose the pictures are. */
export function credits({ matter, lang }: Pick<DeckOnPaper, 'matter' | 'lang'>): string {
  const entries = matter.credits.map(({ slide, credits }) => {
    const name = `<b${ownLangHtml(lang)}>${wordsIn(lang).slide} ${slide}.</b>`;
    const parted = credits.map((one, index) => (index + 1 < credits.length && !/[.;!?…]$/.test(one) ? `${one};` : one));
    return `<li>${name} ${parted.map(escapeHtml).join(' ')}</li>`;
  });
  return part('references credits', 'credits', lang, entries.length === 0 ? '' : `<ul>${entries.join('\n')}</ul>`);
}

/** Who does what to whom in each view, with the words it rests on. */
export function relations(rendered: Pick<DeckOnPaper, 'matter' | 'settings' | 'lang'>): string {
  const { matter, settings, lang } = rendered;
  const words = wordsIn(lang);
  const tables = matter.relations.map(({ slide, rows }) => {
    const lines = rows.map(({ from, kind, what, to, mutual, remark, evidence }) => {
      const notes = evidence.map(({ mark, words }) => {
        const said = words.map((one) => escapeHtml(typographic(`"${one}"`, settings))).join(' ');
        return `<span class="evidence"><b class="pm">${escapeHtml(mark)}</b> ${said}</span>`;
      });
      const cells = [from, `${what === '' ? kind : `${kind}: ${what}`}`, `${mutual ? '↔ ' : ''}${to}`].map(escapeHtml);
      const rests = [...notes, ...(remark === '' ? [] : [`<em>${escapeHtml(remark)}</em>`])].join(' ');
      return `<tr><th scope="row">${cells[0]}</th><td>${cells[1]}</td><td>${cells[2]}</td><td>${rests}</td></tr>`;
    });
    const heads = [words.who, words.doesWhat, words.toWhom, words.basis].map(
      (name) => `<th scope="col"${ownLangHtml(lang)}>${name}</th>`,
    );
    const caption = `${words.slide} ${slide.number}: ${escapeHtml(slide.title)}`;
    return `<table><caption>${caption}</caption><thead><tr>${heads.join('')}</tr></thead><tbody>${lines.join('')}</tbody></table>`;
  });
  return part('relations', 'relations', lang, tables.join('\n'));
}

/** The numbers behind each chart. */
export function charts({ matter, lang }: DeckOnPaper): string {
  const tables = matter.charts.map(({ slide, head, rows }) => {
    const heads = head.map((name) => `<th scope="col">${escapeHtml(name)}</th>`).join('');
    const lines = rows.map(([name = '', ...cells]) => {
      const numbers = cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('');
      return `<tr><th scope="row">${escapeHtml(name)}</th>${numbers}</tr>`;
    });
    const title = `<span${ownLangHtml(lang)}>${wordsIn(lang).slide} ${slide.number}</span>: ${escapeHtml(slide.title)}`;
    const table = `<table class="numbers"><thead><tr>${heads}</tr></thead><tbody>${lines.join('')}</tbody></table>`;
    return `<div class="chart-numbers"><p>${title}</p>${table}</div>`;
  });
  return part('charts', 'dataTable', lang, tables.join('\n'));
}

/** What a class is to learn, and the questions that serve it. */
export function objectives({ matter, lang }: DeckOnPaper): string {
  const words = wordsIn(lang);
  const items = matter.objectives.map(({ text, questions }) => {
    const asked = questions.map(({ number, title }) => `<span><b>${number}</b> ${escapeHtml(title)}</span>`);
    return `<tr><th scope="row">${escapeHtml(text)}</th><td>${asked.join(' ')}</td></tr>`;
  });
  const heads = [words.objective, words.questions].map((name) => `<th scope="col"${ownLangHtml(lang)}>${name}</th>`);
  const table = `<table><thead><tr>${heads.join('')}</tr></thead><tbody>${items.join('')}</tbody></table>`;
  return part('objectives', 'objectives', lang, items.length === 0 ? '' : table);
}

/** Which slides use which paragraphs. */
export function coverage({ matter, lang }: DeckOnPaper): string {
  if (matter.coverage === '') return '';
  const stage = `<section><div class="stage"><div class="body">${matter.coverage}</div></div></section>`;
  return part('coverage-strip', 'coverage', lang, slidePicture(stage));
}
