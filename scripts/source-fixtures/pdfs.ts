import { env, getuid } from 'node:process';
import { launch } from 'puppeteer-core';
import { findBrowser } from '../../src/browser/find-browser.js';
import { type Article, article } from './article.js';
import { type Extras, expectedOf, type SourceCase } from './case.js';

interface PdfCase extends Extras {
  readonly name: string;
  readonly one: Article;
  readonly css: string;
  /** The whole body, where it is not the usual one. */
  readonly body?: string;
  readonly size?: { readonly width: string; readonly height: string };
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const top = ({ title, date, author }: Article): string =>
  `<h1>${title}</h1><p class="head">${date}</p><p class="head">${author}</p>`;
const sectionsOf = ({ sections }: Article, change: (text: string) => string = (text) => text): string =>
  sections
    .map(
      ({ heading, paragraphs }) =>
        `<h2>${heading}</h2>${paragraphs.map((text) => `<p>${change(escaped(text))}</p>`).join('')}`,
    )
    .join('');
/** Soft hyphens between letters, so that the browser hyphenates at lines' ends. */
const hyphened = (text: string): string => text.replace(/(?<=\p{L}{3})(?=\p{L}{3})/gu, '\u00AD');
/** Drawn as the browser draws pages: the fonts are its own, so files stay small. */
const base =
  'body { font: 11pt/1.4 "Open Sans", sans-serif; margin: 0 } h1 { font-size: 20pt } h2 { font-size: 14pt; margin: 1em 0 .4em } p { margin: 0 0 .8em } h2 { break-after: avoid }';
const a5 = { width: '148mm', height: '210mm' };
const indents = 'p { margin: 0; text-indent: 1.5em; text-align: justify } .head { text-indent: 0 }';
const head = (text: string): string =>
  `@page { margin: 20mm 18mm; @top-center { content: "${text}"; font-size: 9pt } @bottom-center { content: counter(page); font-size: 9pt } }`;

function pdfCases(): readonly PdfCase[] {
  const all = ['en', 'de', 'pl', 'ru', 'uk', 'fr', 'be', 'lt'].map((lang, index) => article(lang, 600 + index, 4, 5));
  const [en, de, pl, ru, uk, fr, be, lt] = all as [
    Article,
    Article,
    Article,
    Article,
    Article,
    Article,
    Article,
    Article,
  ];
  const columns = (count: number): string => `main { columns: ${count}; column-gap: 8mm; text-align: justify }`;
  const inMain = (one: Article, change?: (text: string) => string): string =>
    `${top(one)}<main>${sectionsOf(one, change)}</main>`;
  const subjects = ['die neuen Feuer', 'den Streit um das Radar', 'die Kosten der zweiten Mole'];
  const footed = de.sections.flatMap(({ paragraphs }) => paragraphs).slice(0, 3);
  return [
    { name: 'pdf-plain.pdf', one: en, css: '@page { margin: 22mm }' },
    { name: 'pdf-running-heads.pdf', one: de, css: head('Zeitschrift für Häfen'), size: a5 },
    { name: 'pdf-two-columns.pdf', one: pl, css: `${columns(2)} ${head('Przegląd portów 12')}`, body: inMain(pl) },
    {
      name: 'pdf-two-columns-hyphens.pdf',
      one: ru,
      css: `${columns(2)} main p { margin: 0; text-indent: 1.2em } ${head('Обозрение портов')}`,
      body: inMain(ru, hyphened),
    },
    {
      name: 'pdf-three-columns.pdf',
      one: uk,
      css: `@page { size: A4; margin: 15mm } body { font-size: 9pt } ${columns(3)}`,
      body: inMain(uk),
    },
    { name: 'pdf-indents.pdf', one: fr, css: `${indents} ${head('Revue des ports')}`, size: a5 },
    {
      name: 'pdf-hyphens.pdf',
      one: be,
      css: `p { text-align: justify } ${head('Агляд партоў')}`,
      body: top(be) + sectionsOf(be, hyphened),
      size: a5,
    },
    {
      name: 'pdf-notes.pdf',
      one: {
        ...de,
        sections: footed.map((text, index) => ({ heading: de.sections[index]?.heading ?? '', paragraphs: [text] })),
      },
      css: `@page { margin: 18mm } .page { height: 165mm; position: relative; break-after: page } .foot { position: absolute; bottom: 0; font-size: 8.5pt; border-top: .5pt solid; width: 100% } .foot p { margin: 0 } sup { font-size: 65%; line-height: 0 }`,
      size: a5,
      body: footed
        .map(
          (text, index) =>
            `<div class="page">${index === 0 ? top(de) : ''}<h2>${de.sections[index]?.heading}</h2><p>${text.replace('.', `.<sup>${index + 1}</sup>`)}</p><div class="foot"><p>${index + 1} Protokoll des Rates vom ${index + 3}. Mai 2020, S. ${index + 14}, mit einem Anhang über ${subjects[index]}, der in zwei Zeilen beschreibt, worum es ging.</p></div></div>`,
        )
        .join(''),
      notes: footed.map(
        (_, index) =>
          `${index + 1} Protokoll des Rates vom ${index + 3}. Mai 2020, S. ${index + 14}, mit einem Anhang über ${subjects[index]}, der in zwei Zeilen beschreibt, worum es ging.`,
      ),
    },
    {
      name: 'pdf-table.pdf',
      one: lt,
      css: '@page { margin: 22mm } td, th { padding: 0 14mm 0 0; text-align: left }',
      body: `${top(lt)}${sectionsOf(lt)}<table><tr><th>Metai</th><th>Laivai</th></tr><tr><td>2020</td><td>112</td></tr><tr><td>2021</td><td>140</td></tr></table>`,
      table: [
        ['Metai', 'Laivai'],
        ['2020', '112'],
        ['2021', '140'],
      ],
    },
    {
      name: 'pdf-roman-pages.pdf',
      one: en,
      css: '@page { margin: 20mm 18mm; @bottom-right { content: counter(page, lower-roman); font-size: 9pt } }',
      size: a5,
    },
    { name: 'pdf-ragged.pdf', one: pl, css: '@page { margin: 18mm 30mm } p { text-align: left }', size: a5 },
    {
      name: 'pdf-units.pdf',
      one: en,
      css: '@page { margin: 22mm }',
      body: (top(en) + sectionsOf(en)).replaceAll('90 metres', '90 m<sup>2</sup>'),
    },
    {
      name: 'pdf-bold-headings.pdf',
      one: de,
      css: `h2 { font-size: 11pt; margin: 1em 0 .2em } ${indents} ${head('Hefte 7')}`,
      size: a5,
    },
  ];
}

/** PDFs as a browser prints them. */
export async function printedCases(): Promise<readonly SourceCase[]> {
  const found = await findBrowser('bundled', env, new AbortController().signal);
  const browser = await launch({
    executablePath: found.executable,
    headless: found.shell ? 'shell' : true,
    env: { ...found.env },
    args: getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const cases: SourceCase[] = [];
    for (const { name, one, css, body, size, ...extras } of pdfCases()) {
      const page = await browser.newPage();
      const inside = body ?? top(one) + sectionsOf(one);
      await page.setContent(
        `<!doctype html><html lang="${one.lang}"><style>${base} ${css}</style><body>${inside}</body></html>`,
      );
      const bytes = await page.pdf({
        ...(size ?? { format: 'A4' as const }),
        preferCSSPageSize: false,
        tagged: false,
        displayHeaderFooter: false,
      });
      await page.close();
      const expected = expectedOf(one, extras);
      cases.push({
        name,
        bytes,
        expected: name === 'pdf-units.pdf' ? expected.replaceAll('90 metres', '90 m²') : expected,
      });
    }
    return cases;
  } finally {
    await browser.close();
  }
}
