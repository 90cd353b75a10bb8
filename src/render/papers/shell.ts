import { escapeHtml } from '../../escape-html.js';
import { filled, wordsIn } from '../../language/words/words.js';
import type { Brand } from '../../model/brand.js';
import { themeColours } from '../../model/theme-colours.js';
import type { AssetResolver, ClientBundle, PaperSetup, RenderedDeck } from '../../model.js';
import { setIn } from '../../relations/typeface.js';
import { logoOnPaper } from '../brand-logo.js';
import { policyElements } from '../documents/content-security-policy.js';
import { licenceLink } from '../documents/licence-link.js';
import { folderOf, nameOf, withAddresses } from '../documents/local-files.js';
import { fullReference } from '../reference.js';
import { isRightToLeft } from '../right-to-left.js';
import { parse, textContent } from '../tree.js';
import type { Paper, PaperSource } from './papers.js';
import { mainSource } from './slide-on-paper.js';

/** Width and height of a page, mm. */
const pageSizes = { a4: [210, 297], letter: [215.9, 279.4] } as const;

/** Above and below the content, mm. */
const margins = { top: 21, bottom: 16 };

/**
 * The whole document of one paper; undefined where the deck has nothing for it. It runs no script. `resolver` puts the assets in: a PDF is
 * made from a document that has them inside.
 */
export function composePaper(
  paper: Paper,
  source: PaperSource,
  setup: PaperSetup,
  client: ClientBundle,
  resolver: AssetResolver,
): string | undefined {
  const { rendered } = source;
  const { features, styles, edition } = rendered;
  const body = setIn(rendered.brand?.typeface, () => paper.write(source));
  if (body === undefined) return undefined;
  const html = [
    '<!doctype html>',
    `<html lang="${escapeHtml(rendered.lang)}"${isRightToLeft(rendered.lang) ? ' dir="rtl"' : ''}>`,
    '<head>',
    '<meta charset="utf-8">',
    ...policyElements([], ["'none'"]),
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(paperTitle(paper, rendered))}</title>`,
    ...(rendered.author === '' ? [] : [`<meta name="author" content="${escapeHtml(rendered.author)}">`]),
    resolver.style(client.paperStyle, client.folder, 'paper'),
    ...(features.math ? [resolver.style(client.mathStyle, client.folder, 'katex')] : []),
    ...styles.map(({ file, text }) => resolver.style(`@layer deck {${text}\n}`, folderOf(file), nameOf(file))),
    `<style>${pageRules(paper, source, setup)}</style>`,
    ...licenceLink(client, resolver),
    '</head>',
    `<body class="paper ${paper.name} ${edition.audience}" data-size="${setup.size}" data-per-page="${setup.perPage}"${setup.grey ? ' data-grey' : ''} style="--page: ${pageSizes[setup.size][1] - margins.top - margins.bottom}mm">`,
    // What is cut into halves has room for none.
    paper.name === 'ticket' ? body : logoOnPaper(rendered.brand) + body,
    '</body>',
    '</html>',
    '',
  ].join('\n');
  return withAddresses(html, rendered, resolver);
}

/** What a reader's window and a PDF's metadata call a paper. */
export function paperTitle(paper: Paper, rendered: RenderedDeck): string {
  return `${rendered.title} – ${kindOf(paper, rendered)}`;
}

/** "Student handout", in the deck's language. */
function kindOf(paper: Paper, { lang, edition }: RenderedDeck): string {
  return wordsIn(lang)[paper.title(edition.audience)];
}

/**
 * The page and its running lines, in margin boxes (CSS Paged Media 3), which are no content and so not read aloud. The first page, which
 * has the cover, has none.
 */
function pageRules(paper: Paper, { rendered, document }: PaperSource, { size }: PaperSetup): string {
  const { title, lang, brand } = rendered;
  const [width, height] = pageSizes[size];
  const side = (width - 182) / 2;
  const main = mainSource(document);
  const reference = document.deck.references.find(({ id }) => id === main);
  const source = reference === undefined ? '' : textContent(parse(fullReference(reference))).trim();
  const foot = source === '' || source.length > 150 ? '' : filled(wordsIn(lang).paragraphOf, { source });
  const box = (name: string, content: string, rest: string): string => `@${name} { content: ${content}; ${rest} }`;
  const line = `font: 400 8.5pt/5mm ${familyIn(brand)}; color: ${themeColours.muted.light}; vertical-align: top; padding-top: 12mm;`;
  return [
    `@page { size: ${width}mm ${height}mm; margin: ${margins.top}mm ${side}mm ${margins.bottom}mm;`,
    box(
      'top-left',
      cssString(runningTitle(title)),
      `${line} width: 104mm; text-align: left; font-weight: 600; color: ${themeColours.ink.light};`,
    ),
    box('top-center', cssString(kindOf(paper, rendered)), `${line} width: 58mm; margin-left: 84mm; text-align: left;`),
    box('top-right', 'counter(page)', `${line} width: 20mm; text-align: right;`),
    box('bottom-left', cssString(foot), `${line} padding-top: 2mm; text-align: left;`),
    '}',
    ...(paper.hasCover ? [firstPage] : []),
  ].join('\n');
}

/** Running lines stand outside the page's elements, where no token reaches them. */
function familyIn(brand: Brand | undefined): string {
  const sans = brand?.typeface?.sans;
  return sans === undefined ? "'Source Sans 3'" : `${sans}, 'Source Sans 3'`;
}

/** As much of a title as has room on one line beside what the paper is. */
function runningTitle(title: string): string {
  const most = 56;
  if (title.length <= most) return title;
  const cut = title.slice(0, most - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2)).replace(/[\s,;:–—-]+$/, '')}…`;
}

const firstPage =
  '@page :first { @top-left { content: none } @top-center { content: none } @top-right { content: none } @bottom-left { content: none } }';

/** A CSS string that may stand in a style element. */
function cssString(text: string): string {
  const escaped = text.replace(/["\\\n<]/g, (sign) => `\\${sign.codePointAt(0)?.toString(16) ?? ''} `);
  return `"${escaped}"`;
}
