import { escapeHtml } from '../../../escape-html.js';
import { minutesIn, ownLangHtml, wordsIn } from '../../../language/words/words.js';
import { otherLength } from '../../../model/edition-name.js';
import { asOfWord } from '../../dated.js';
import { qrCode } from '../../qr-code.js';
import type { DeckOnPaper } from '../deck-on-paper.js';

/** Title, facts about the deck, how to read ¶, and what is in it. `kind` says what paper this is. */
export function cover(rendered: DeckOnPaper, kind: string): string {
  const { title, lang, settings, matter, slides } = rendered;
  const first = slides.find(({ onPaper }) => onPaper.layout === 'title');
  const own = first === undefined ? '' : `<div class="front">${first.onPaper.body}</div>`;
  const subtitle = settings.subtitle === undefined ? own : `<p class="subtitle">${escapeHtml(settings.subtitle)}</p>`;
  const how =
    matter.references.length === 0 ? '' : `<p${ownLangHtml(lang)}><b class="pm">¶</b> ${wordsIn(lang).howToRead}</p>`;
  const facts = factsOf(rendered);
  return [
    `<header class="cover"${first === undefined ? '' : ` id="${escapeHtml(first.id)}"`} data-bookmark="${escapeHtml(title)}">`,
    `<p class="kind"${ownLangHtml(lang)}>${escapeHtml(kind)}</p>`,
    `<h1>${escapeHtml(title)}</h1>`,
    subtitle,
    ...(facts === '' && how === '' ? [] : [`<div class="facts"><div>${facts}</div>${how}</div>`]),
    ...(settings.url === undefined || own.includes('qr-code') ? [] : [qrCode(settings.url, lang) ?? '']),
    contents(rendered),
    '</header>',
  ].join('\n');
}

function factsOf({ author, lang, edition, settings }: DeckOnPaper): string {
  const { date, asOf, course, url } = settings;
  const length = otherLength(edition, settings);
  const link =
    url === undefined ? '' : `<a href="${escapeHtml(url)}">${escapeHtml(url.replace(/^https?:\/\//, ''))}</a>`;
  const words = wordsIn(lang);
  const facts: readonly (readonly [name: string, html: string])[] = [
    [words.course, escapeHtml(course ?? '')],
    [words.author, escapeHtml(author)],
    [words.date, escapeHtml(date ?? '')],
    [asOfWord(lang), escapeHtml(asOf ?? '')],
    [words.duration, length === undefined ? '' : escapeHtml(minutesIn(lang, length))],
    [words.online, link],
  ];
  const rows = facts.filter(([, html]) => html !== '');
  if (rows.length === 0) return '';
  return `<ul>${rows.map(([name, html]) => `<li><span${ownLangHtml(lang)}>${name}</span> <span>${html}</span></li>`).join('')}</ul>`;
}

/** As many as a cover has room for. */
const mostListed = 45;

/** A link a slide, in a long deck a link a part; none where there is hardly anything to find. */
function contents({ slides, lang }: DeckOnPaper): string {
  const named = slides.filter(({ title, onPaper }) => title !== '' && !['title', 'sources'].includes(onPaper.layout));
  const parts = named.filter(({ onPaper }) => onPaper.layout === 'section');
  const listed = named.length > mostListed && parts.length > 0 ? parts : named;
  if (listed.length < 3) return '';
  const items = listed.map(
    ({ id, title, onPaper: { layout, number } }) =>
      `<li${layout === 'section' ? ' class="part"' : ''}><span>${number}</span><a href="#${escapeHtml(id)}">${escapeHtml(title)}</a></li>`,
  );
  return `<nav class="contents" aria-label="${wordsIn(lang).slides}"><ol>${items.join('')}</ol></nav>`;
}
