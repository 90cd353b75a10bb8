import type { RenderedDeck } from '../../../model.js';
import { escapeHtml } from '../../escape-html.js';

/** Title, facts about the deck, and how to read ¶. `kind` says what paper this is. */
export function cover({ title, author, settings, matter, slides }: RenderedDeck, kind: string): string {
  const { subtitle, date, asOf, course, url } = settings;
  const facts: readonly (readonly [name: string, html: string])[] = [
    ['Course', escapeHtml(course ?? '')],
    ['Author', escapeHtml(author)],
    ['Date', escapeHtml(date ?? '')],
    ['As of', escapeHtml(asOf ?? '')],
    [
      'Online',
      url === undefined ? '' : `<a href="${escapeHtml(url)}">${escapeHtml(url.replace(/^https?:\/\//, ''))}</a>`,
    ],
  ];
  const rows = facts
    .filter(([, html]) => html !== '')
    .map(([name, html]) => `<div><dt>${name}</dt><dd>${html}</dd></div>`);
  const first = slides.find(({ onPaper }) => onPaper.layout === 'title');
  return [
    `<header class="cover"${first === undefined ? '' : ` id="${escapeHtml(first.id)}"`} data-bookmark="${escapeHtml(title)}">`,
    `<p class="kind">${escapeHtml(kind)}</p>`,
    `<h1>${escapeHtml(title)}</h1>`,
    ...(subtitle === undefined ? [] : [`<p class="subtitle">${escapeHtml(subtitle)}</p>`]),
    ...(rows.length === 0 ? [] : [`<dl>${rows.join('')}</dl>`]),
    ...(matter.references.length === 0
      ? []
      : [
          '<p class="how"><b class="pm">¶</b> names the paragraph of the source behind a claim. The words it rests on stand in the margin; read them where they come from.</p>',
        ]),
    '</header>',
  ].join('\n');
}
