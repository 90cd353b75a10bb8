import { strToU8, zipSync } from 'fflate';
import { type Article, article } from './article.js';
import { expectedOf, type SourceCase } from './case.js';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const chapter = (inside: string, head = '<title/>'): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head>${head}<script src="x.js"/></head><body>${inside}</body></html>`;

interface Book {
  readonly one: Article;
  readonly chapters: readonly string[];
  readonly metadata?: string;
  readonly folder?: string;
  readonly before?: string;
}

function epub({ one, chapters, metadata = '', folder = 'OEBPS/', before }: Book): Uint8Array {
  const names = chapters.map((_, index) => `text/chapter ${index + 1}.xhtml`);
  const items = names.map(
    (name, index) => `<item id="c${index}" href="${encodeURI(name)}" media-type="application/xhtml+xml"/>`,
  );
  const refs = names.map((_, index) => `<itemref idref="c${index}"/>`);
  const parts: Record<string, string> = {
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': `<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="${folder}book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`,
    [`${folder}book.opf`]: `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf"><dc:title>${escaped(one.title)}</dc:title><dc:creator opf:role="aut">${one.author}</dc:creator><dc:language>${one.lang}</dc:language><dc:date>2021-03-14</dc:date><dc:publisher/>${metadata}</metadata><manifest><item id="nav" properties="nav" href="nav.xhtml" media-type="application/xhtml+xml"/>${before === undefined ? '' : '<item id="before" href="before.xhtml" media-type="application/xhtml+xml"/>'}${items.join('')}</manifest><spine><itemref idref="nav"/>${before === undefined ? '' : '<itemref idref="before"/>'}${refs.join('')}</spine></package>`,
    [`${folder}nav.xhtml`]: chapter(
      '<nav epub:type="toc"><ol><li><a href="a">One chapter that is listed here by its name.</a></li></ol></nav>',
    ),
    ...(before === undefined ? {} : { [`${folder}before.xhtml`]: before }),
    ...Object.fromEntries(chapters.map((text, index) => [folder + names[index], text])),
  };
  const files = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]));
  return zipSync(files, { mtime: new Date(Date.UTC(2021, 2, 14)) });
}

/** Books as publishers and converters make them. */
export function bookCases(): readonly SourceCase[] {
  const all = ['en', 'de', 'pl', 'ru', 'uk', 'fr', 'be', 'lt'].map((lang, index) => article(lang, 500 + index));
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
  const chapters = (
    { sections }: Article,
    level = 1,
    change: (text: string) => string = (text) => text,
  ): readonly string[] =>
    sections.map(({ heading, paragraphs }) =>
      chapter(
        change(
          `<h${level}>${escaped(heading)}</h${level}>${paragraphs.map((text) => `<p>${escaped(text)}</p>`).join('\n')}`,
        ),
      ),
    );
  const head = (one: Article): readonly string[] => [one.title, '2021-03-14', one.author];
  const expected = (one: Article, level = 1): string => expectedOf(one, { head: head(one), level });
  return [
    { name: 'book-plain.epub', bytes: epub({ one: en, chapters: chapters(en) }), expected: expected(en) },
    {
      name: 'book-at-root.epub',
      bytes: epub({ one: de, chapters: chapters(de, 2), folder: '' }),
      expected: expected(de, 2),
    },
    {
      name: 'book-one-chapter.epub',
      bytes: epub({
        one: pl,
        chapters: [
          chapter(
            `<h1>${pl.title}</h1>${pl.sections.map(({ heading, paragraphs }) => `<h2>${heading}</h2>${paragraphs.map((text) => `<p>${text}</p>`).join('')}`).join('')}`,
          ),
        ],
      }),
      expected: expected(pl, 2),
    },
    {
      name: 'book-empty-anchors.epub',
      bytes: epub({
        one: ru,
        chapters: chapters(ru, 1, (text) => text.replaceAll('<p>', '<p><a id="x"/>').replaceAll('</p>', '<i/></p>')),
      }),
      expected: expected(ru),
    },
    {
      name: 'book-pages.epub',
      bytes: epub({
        one: uk,
        chapters: chapters(uk, 1, (text) => text.replace('. ', '. <span epub:type="pagebreak" id="p9" title="9"/>')),
      }),
      expected: expected(uk),
    },
    {
      name: 'book-notes.epub',
      bytes: epub({
        one: fr,
        chapters: chapters(fr).map((text, index) =>
          index > 0
            ? text
            : text
                .replace('.', '.<a epub:type="noteref" href="#n1">1</a>')
                .replace(
                  '</body>',
                  '<aside epub:type="footnote" id="n1"><p>Procès-verbal du 3 mai 2020, p. 14.</p></aside></body>',
                ),
        ),
      }),
      expected: expectedOf(fr, { head: head(fr), level: 1, notes: ['Procès-verbal du 3 mai 2020, p. 14.'] }),
    },
    {
      name: 'book-entities.epub',
      bytes: epub({
        one: be,
        chapters: chapters(be, 1, (text) => text.replaceAll('—', '&mdash;').replaceAll('«', '&laquo;')),
      }),
      expected: expected(be),
    },
    {
      name: 'book-contents-page.epub',
      bytes: epub({
        one: lt,
        chapters: chapters(lt),
        before: chapter(
          '<h1>Turinys</h1><p><a href="1">Trečiasis baseinas, kuris atidarytas vėliau.</a></p><p><a href="2">Ko nori locmanai, kurie dirba uoste.</a></p><p><a href="3">Pinigai ir valia.</a></p>',
        ),
      }),
      expected: expected(lt),
    },
    {
      name: 'book-isbn.epub',
      bytes: epub({
        one: en,
        chapters: chapters(en),
        metadata: '<dc:identifier>urn:isbn:9780000000002</dc:identifier>',
      }),
      expected: expected(en),
    },
    {
      name: 'book-broken-markup.epub',
      bytes: epub({ one: de, chapters: chapters(de, 1, (text) => text.replaceAll('</p>', '')) }),
      expected: expected(de),
    },
    {
      name: 'book-divs.epub',
      bytes: epub({
        one: pl,
        chapters: chapters(pl, 1, (text) =>
          text.replaceAll('<p>', '<div class="p"><span>').replaceAll('</p>', '</span></div>'),
        ),
      }),
      expected: expected(pl),
    },
    {
      name: 'book-cover.epub',
      bytes: epub({ one: ru, chapters: chapters(ru), before: chapter('<div><img src="cover.jpg" alt=""/></div>') }),
      expected: expected(ru),
    },
  ];
}
