import type { AssetResolver, ClientBundle } from '../../model.js';
import { escapeHtml } from '../escape-html.js';
import { contentSecurityPolicy } from './content-security-policy.js';

/** A deck as the list of decks names it. */
export interface ListedDeck {
  /** The folder beside the list that holds the deck. */
  readonly name: string;
  readonly title: string;
  readonly subtitle?: string;
  readonly author?: string;
  readonly date?: string;
  readonly lang: string;
  readonly minutes?: number;
  readonly slides: number;
}

/** The page that lists the decks of a site. It runs no script. */
export function composeIndex(decks: readonly ListedDeck[], client: ClientBundle, assets: AssetResolver): string {
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(contentSecurityPolicy([], ["'none'"]))}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<title>Decks</title>',
    assets.style(client.style, client.folder, 'deck'),
    '</head>',
    '<body class="index">',
    '<main>',
    '<h1>Decks</h1>',
    '<ol>',
    ...decks.map(entry),
    '</ol>',
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function entry({ name, title, subtitle, author, date, lang, minutes, slides }: ListedDeck): string {
  const facts = [
    author,
    date,
    `${slides} ${slides === 1 ? 'slide' : 'slides'}`,
    ...(minutes === undefined ? [] : [`${minutes} min`]),
  ];
  return [
    `<li lang="${escapeHtml(lang)}">`,
    `<h2><a href="${escapeHtml(encodeURIComponent(name))}/index.html">${escapeHtml(title)}</a></h2>`,
    ...(subtitle === undefined ? [] : [`<p>${escapeHtml(subtitle)}</p>`]),
    `<p class="facts">${facts.flatMap((fact) => (fact === undefined ? [] : escapeHtml(fact))).join(' · ')}</p>`,
    '</li>',
  ].join('\n');
}
