import { strToU8, zipSync } from 'fflate';
import { type Article, article } from './article.js';
import { expectedOf, type SourceCase } from './case.js';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const run = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
const p = (inside: string, style = ''): string =>
  `<w:p>${style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${inside}</w:p>`;

interface Parts {
  readonly body: string;
  readonly footnotes?: string;
  readonly core?: string;
  readonly comments?: string;
  readonly header?: string;
}

const wordNames =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const relation = (id: string, kind: string, target: string): string =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/>`;
const style = (id: string, name: string): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;

function docx({ body, footnotes, core, comments, header }: Parts): Uint8Array {
  const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('r1', 'officeDocument', 'word/document.xml')}</Relationships>`,
    'word/document.xml': `${xml}<w:document ${wordNames}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    'word/styles.xml': `${xml}<w:styles ${wordNames}>${style('Normal', 'Normal')}${style('Titel', 'Title')}${style('berschrift1', 'heading 1')}${style('berschrift2', 'heading 2')}${style('Funotentext', 'footnote text')}${style('Listenabsatz', 'List Paragraph')}</w:styles>`,
    'word/_rels/document.xml.rels': `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('s', 'styles', 'styles.xml')}${footnotes === undefined ? '' : relation('f', 'footnotes', 'footnotes.xml')}${comments === undefined ? '' : relation('c', 'comments', 'comments.xml')}${header === undefined ? '' : relation('h', 'header', 'header1.xml')}<Relationship Id="l" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://example.org/" TargetMode="External"/></Relationships>`,
    ...(footnotes === undefined
      ? {}
      : { 'word/footnotes.xml': `${xml}<w:footnotes ${wordNames}>${footnotes}</w:footnotes>` }),
    ...(comments === undefined
      ? {}
      : { 'word/comments.xml': `${xml}<w:comments ${wordNames}>${comments}</w:comments>` }),
    ...(header === undefined ? {} : { 'word/header1.xml': `${xml}<w:hdr ${wordNames}>${header}</w:hdr>` }),
    ...(core === undefined
      ? {}
      : {
          'docProps/core.xml': `${xml}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">${core}</cp:coreProperties>`,
        }),
  };
  const files = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]));
  return zipSync(files, { mtime: new Date(Date.UTC(2021, 2, 14)) });
}

const top = ({ title, date, author }: Article): string => p(run(title), 'Titel') + p(run(date)) + p(run(author));
const body = ({ sections }: Article, level = 2): string =>
  sections
    .map(
      ({ heading, paragraphs }) =>
        p(run(heading), `berschrift${level}`) + paragraphs.map((text) => p(run(text))).join(''),
    )
    .join('');

/** Documents as Word writes them: with its marks for changes, comments, notes, proofing. */
export function wordCases(): readonly SourceCase[] {
  const all = ['en', 'de', 'pl', 'ru', 'uk', 'fr', 'be', 'lt'].map((lang, index) => article(lang, 400 + index));
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
  const first = (one: Article): string => one.sections[0]?.paragraphs[0] ?? '';
  /** The first paragraph written otherwise. */
  const rewritten = (one: Article, write: (text: string) => string): string =>
    top(one) + body(one).replace(p(run(first(one))), () => write(first(one)));
  const halves = (text: string): readonly [string, string] => {
    const at = text.indexOf(' ', text.length / 2);
    return [text.slice(0, at), text.slice(at)];
  };
  const note = (id: number, text: string): string =>
    `<w:footnote w:id="${id}">${p(`<w:r><w:footnoteRef/></w:r>${run(` ${text}`)}`, 'Funotentext')}</w:footnote>`;
  return [
    { name: 'word-plain.docx', bytes: docx({ body: top(en) + body(en) }), expected: expectedOf(en) },
    {
      name: 'word-properties.docx',
      bytes: docx({
        body: body(de),
        core: `<dc:title>${de.title}</dc:title><dc:creator>${de.author};Anna Berg</dc:creator><dc:language>de-DE</dc:language>`,
      }),
      expected: expectedOf(de, { head: [de.title, `${de.author}, Anna Berg`] }),
    },
    {
      name: 'word-footnotes.docx',
      bytes: docx({
        body: rewritten(pl, (text) => p(`${run(text)}<w:r><w:footnoteReference w:id="2"/></w:r>`)),
        footnotes: `<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>${note(2, 'Protokół posiedzenia rady z 3 maja 2020 r., s. 14.')}`,
      }),
      expected: expectedOf(pl, { notes: ['Protokół posiedzenia rady z 3 maja 2020 r., s. 14.'] }),
    },
    {
      name: 'word-changes.docx',
      bytes: docx({
        body: rewritten(ru, (text) => {
          const [one, other] = halves(text);
          return p(
            `${run(one)}<w:del w:id="1" w:author="a"><w:r><w:delText>, чего не было</w:delText></w:r></w:del><w:ins w:id="2" w:author="a">${run(other)}</w:ins>`,
          );
        }),
      }),
      expected: expectedOf(ru),
    },
    {
      name: 'word-comments.docx',
      bytes: docx({
        body: rewritten(uk, (text) =>
          p(
            `<w:commentRangeStart w:id="1"/>${run(text)}<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>`,
          ),
        ),
        comments: `<w:comment w:id="1" w:author="a">${p(run('Перевірити це.'))}</w:comment>`,
      }),
      expected: expectedOf(uk),
    },
    {
      name: 'word-split-runs.docx',
      bytes: docx({
        body: rewritten(fr, (text) =>
          p(
            [...text.matchAll(/.{1,7}/gsu)]
              .map(
                ([part], index) =>
                  `${index % 3 === 0 ? '<w:proofErr w:type="spellStart"/>' : ''}${run(part, index % 4 === 1 ? '<w:i/>' : '')}`,
              )
              .join(''),
          ),
        ),
      }),
      expected: expectedOf(fr),
    },
    {
      name: 'word-page-breaks.docx',
      bytes: docx({
        body: rewritten(be, (text) => {
          const [one, other] = halves(text);
          return (
            p(`${run(one)}<w:r><w:lastRenderedPageBreak/></w:r>${run(other)}`) + p('<w:r><w:br w:type="page"/></w:r>')
          );
        }),
      }),
      expected: expectedOf(be),
    },
    {
      name: 'word-table.docx',
      bytes: docx({
        body: `${top(lt)}${body(lt)}<w:tbl>${[
          ['Metai', 'Laivai'],
          ['2020', '112'],
          ['2021', '140'],
        ]
          .map((row) => `<w:tr>${row.map((cell) => `<w:tc>${p(run(cell))}</w:tc>`).join('')}</w:tr>`)
          .join('')}</w:tbl>`,
      }),
      expected: expectedOf(lt, {
        table: [
          ['Metai', 'Laivai'],
          ['2020', '112'],
          ['2021', '140'],
        ],
      }),
    },
    {
      name: 'word-links.docx',
      bytes: docx({
        body: rewritten(en, (text) => {
          const [one, other] = halves(text);
          return p(
            `<w:hyperlink r:id="l">${run(one)}</w:hyperlink><w:bookmarkStart w:id="0" w:name="_x"/>${run(other)}<w:bookmarkEnd w:id="0"/>`,
          );
        }),
      }),
      expected: expectedOf(en),
    },
    {
      name: 'word-header.docx',
      bytes: docx({
        body: `${p('')}${top(de)}${p('')}${body(de)}${p('')}`,
        header: p(run('Zeitschrift für Häfen 12')),
      }),
      expected: expectedOf(de),
    },
    {
      name: 'word-fields.docx',
      bytes: docx({
        body: rewritten(pl, (text) => {
          const [one, other] = halves(text);
          return p(
            `${run(one)}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>ADDIN ZOTERO_ITEM</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(other)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
          );
        }),
      }),
      expected: expectedOf(pl),
    },
    {
      name: 'word-soft-hyphens.docx',
      bytes: docx({ body: rewritten(ru, (text) => p(run(text.replaceAll('порт', 'по\u00ADрт')))) }),
      expected: expectedOf(ru),
    },
  ];
}
