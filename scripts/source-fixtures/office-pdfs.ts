import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Article, article } from './article.js';
import { expectedOf, type SourceCase } from './case.js';

interface OfficeCase {
  readonly name: string;
  readonly one: Article;
  readonly columns: number;
  /** Its country, as LibreOffice wants one beside the language. */
  readonly country: string;
  /** Heads of left pages say the author, those of right ones the title. */
  readonly isMirrored?: boolean;
  readonly isHyphened?: boolean;
  readonly notes?: readonly string[];
}

const minutes = (number: number): string =>
  `Minutes of the council of ${number} May 2020, page ${number + 11}, with an annex on the cost of the second breakwater and the lights at the entrance, which were to be renewed.`;

const cases: readonly OfficeCase[] = [
  {
    name: 'pdf-office-notes.pdf',
    one: article('en', 904, 5, 5),
    columns: 2,
    country: 'GB',
    isMirrored: true,
    notes: [3, 4, 5, 6, 7, 8, 9].map(minutes),
  },
  {
    name: 'pdf-office-hyphens.pdf',
    one: article('pl', 911, 4, 4),
    columns: 2,
    country: 'PL',
    isMirrored: true,
    isHyphened: true,
    notes: [1990, 1991, 1992].map((year) => `Sprawozdanie z ${year} r., s. ${year - 1987}.`),
  },
  {
    name: 'pdf-office-three-columns.pdf',
    one: article('de', 915, 5, 5),
    columns: 3,
    country: 'DE',
    isHyphened: true,
    notes: [1990, 1991, 1992, 1993].map((year) => `Siehe den Bericht von ${year}, S. ${year - 1987}.`),
  },
];

/** Articles set by LibreOffice in columns, with running heads, page numbers and footnotes; none where `soffice` is not installed. */
export function officeCases(): readonly SourceCase[] {
  const folder = mkdtempSync(join(tmpdir(), 'office-pdfs-'));
  try {
    const files = cases.map(({ name }) => join(folder, name.replace(/pdf$/, 'fodt')));
    for (const [index, file] of files.entries()) writeFileSync(file, flatDocument(cases[index]));
    execFileSync('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', folder, ...files], { stdio: 'ignore' });
    return cases.map(({ name, one, notes = [] }) => ({
      name,
      bytes: readFileSync(join(folder, name)),
      expected: expectedOf(one, { notes: notes.map((text, index) => `${index + 1} ${text}`) }),
    }));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** An OpenDocument text in one file (ODF 1.3, part 3). */
function flatDocument(given: OfficeCase | undefined): string {
  if (given === undefined) return '';
  const { one, columns, country, isMirrored = false } = given;
  const head = (text: string): string => `<text:p text:style-name="Head">${escaped(text)}</text:p>`;
  const left = isMirrored ? `<style:header-left>${head(one.author)}</style:header-left>` : '';
  const spaces = ['office', 'style', 'text'].map(
    (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${spaces.join(' ')} xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles>
<style:default-style style:family="paragraph"><style:text-properties fo:font-family="Liberation Serif" fo:font-size="10pt" fo:language="${one.lang}" fo:country="${country}"/></style:default-style>
${paragraphStyle('Body', 'fo:text-align="justify" fo:text-indent="0.4cm"', '')}
${paragraphStyle('Title', 'fo:text-align="center"', 'fo:font-size="18pt" fo:font-weight="bold"')}
${paragraphStyle('By', 'fo:text-align="center" fo:margin-bottom="0.3cm"', '')}
${paragraphStyle('H', 'fo:margin-top="0.4cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"', 'fo:font-size="12pt" fo:font-weight="bold"')}
${paragraphStyle('Note', '', 'fo:font-size="8pt"')}
${paragraphStyle('Head', 'fo:text-align="center"', 'fo:font-size="8pt" fo:font-style="italic"')}
<style:style style:name="Mark" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
<text:notes-configuration text:note-class="footnote" text:citation-style-name="Mark" text:citation-body-style-name="Mark" style:num-format="1" text:start-value="0" text:footnotes-position="page" text:start-numbering-at="document"/>
</office:styles>
<office:automatic-styles>
<style:style style:name="Columns" style:family="section"><style:section-properties><style:columns fo:column-count="${columns}" fo:column-gap="0.7cm"/></style:section-properties></style:style>
<style:page-layout style:name="Page" style:page-usage="${isMirrored ? 'mirrored' : 'all'}"><style:page-layout-properties fo:page-width="17cm" fo:page-height="24cm" fo:margin-top="1.5cm" fo:margin-bottom="1.5cm" fo:margin-left="2cm" fo:margin-right="1.6cm"/><style:header-style><style:header-footer-properties fo:min-height="0.6cm" fo:margin-bottom="0.4cm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="0.6cm" fo:margin-top="0.4cm"/></style:footer-style></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page"><style:header>${head(one.title)}</style:header>${left}<style:footer><text:p text:style-name="By"><text:page-number text:select-page="current">1</text:page-number></text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text>
<text:p text:style-name="Title">${escaped(one.title)}</text:p><text:p text:style-name="By">${one.date}</text:p><text:p text:style-name="By">${one.author}</text:p>
<text:section text:style-name="Columns" text:name="Text">${bodyOf(given)}</text:section>
</office:text></office:body></office:document>`;
}

function paragraphStyle(name: string, paragraph: string, text: string): string {
  return `<style:style style:name="${name}" style:family="paragraph"><style:paragraph-properties ${paragraph}/><style:text-properties ${text}/></style:style>`;
}

/** The sections; the first paragraphs have their notes behind the first sentence. */
function bodyOf({ one, isHyphened = false, notes = [] }: OfficeCase): string {
  let number = 0;
  const set = (text: string): string => escaped(isHyphened ? hyphened(text) : text);
  const paragraph = (text: string): string => {
    const note = notes[number];
    if (note === undefined) return `<text:p text:style-name="Body">${set(text)}</text:p>`;
    number++;
    const at = text.indexOf('. ') + 1;
    const mark = `<text:note text:id="n${number}" text:note-class="footnote"><text:note-citation>${number}</text:note-citation><text:note-body><text:p text:style-name="Note">${escaped(note)}</text:p></text:note-body></text:note>`;
    return `<text:p text:style-name="Body">${set(text.slice(0, at))}${mark}${set(text.slice(at))}</text:p>`;
  };
  return one.sections
    .map(
      ({ heading, paragraphs }) =>
        `<text:h text:style-name="H" text:outline-level="2">${escaped(heading)}</text:h>${paragraphs.map(paragraph).join('')}`,
    )
    .join('');
}

/** Soft hyphens between letters: dictionaries are not on every machine. */
function hyphened(text: string): string {
  return text.replace(/(?<=\p{L}{3})(?=\p{L}{3})/gu, '\u00AD');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
