import { escapeHtml } from '../../escape-html.js';
import { filled, minutesIn, ownLang, ownLangHtml, wordsIn } from '../../language/words/words.js';
import type { AssetResolver, Brand, ClientBundle, TextFile } from '../../model.js';
import { logoOnPaper } from '../brand-logo.js';
import { policyElements } from './content-security-policy.js';
import { favicon } from './favicon.js';
import { licenceLink } from './licence-link.js';
import { folderOf } from './local-files.js';

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

/** The page that lists the decks of a site, in the look of the brand that stands above them, and in their language where they have but one, else in English. It runs no script. */
export function composeIndex(
  decks: readonly ListedDeck[],
  client: ClientBundle,
  assets: AssetResolver,
  { brand, sheet }: { readonly brand?: Brand; readonly sheet?: TextFile } = {},
): string {
  const [first = 'en', ...others] = decks.map(({ lang }) => ownLang(lang).lang ?? lang);
  const lang = others.every((other) => wordsIn(other) === wordsIn(first)) ? first : 'en';
  const title = escapeHtml(wordsIn(lang).decks);
  return [
    '<!doctype html>',
    `<html lang="${escapeHtml(lang)}">`,
    '<head>',
    '<meta charset="utf-8">',
    ...policyElements([], ["'none'"]),
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${title}</title>`,
    favicon,
    assets.style(client.style, client.folder, 'deck'),
    ...(sheet === undefined ? [] : [assets.style(sheet.text, folderOf(sheet.file), 'brand')]),
    ...licenceLink(client, assets),
    '</head>',
    '<body class="index">',
    '<main>',
    logoOnPaper(brand),
    `<h1>${title}</h1>`,
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
  const words = wordsIn(lang);
  const facts = [
    author,
    date,
    slides === 1 ? words.oneSlide : filled(words.slideCount, { n: slides }),
    ...(minutes === undefined ? [] : [minutesIn(lang, minutes)]),
  ];
  return [
    `<li lang="${escapeHtml(lang)}">`,
    `<h2><a href="${escapeHtml(encodeURIComponent(name))}/index.html">${escapeHtml(title)}</a></h2>`,
    ...(subtitle === undefined ? [] : [`<p>${escapeHtml(subtitle)}</p>`]),
    `<p class="facts"${ownLangHtml(lang)}>${facts.flatMap((fact) => (fact === undefined ? [] : escapeHtml(fact))).join(' · ')}</p>`,
    '</li>',
  ].join('\n');
}
