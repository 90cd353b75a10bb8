import { type Article, article } from './article.js';
import { encode, expectedOf, type SourceCase } from './case.js';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const body = ({ sections }: Article, level = 2): string =>
  sections
    .map(
      ({ heading, paragraphs }) =>
        `<h${level}>${escaped(heading)}</h${level}>\n${paragraphs.map((text) => `<p>${escaped(text)}</p>`).join('\n')}`,
    )
    .join('\n');
const top = ({ title, date, author }: Article): string =>
  `<h1>${escaped(title)}</h1>\n<p class="date">${date}</p>\n<p class="by">${author}</p>\n`;
const page = (lang: string, inside: string, head = ''): string =>
  `<!doctype html>\n<html lang="${lang}">\n<head>\n${head}\n</head>\n<body>\n${inside}\n</body>\n</html>\n`;
const menu =
  '<nav><ul><li><a href="/">Home</a></li><li><a href="/ports">All ports of the northern sea</a></li></ul></nav>';
const footer =
  '<footer><p>The Northern Ports Review is published by nobody and has been so since 1911, in five languages.</p></footer>';

/** Web pages as browsers save them. */
export function pageCases(): readonly SourceCase[] {
  const [en, de, pl, ru, uk, fr, be, lt] = ['en', 'de', 'pl', 'ru', 'uk', 'fr', 'be', 'lt'].map((lang, index) =>
    article(lang, 200 + index, 3, 4),
  ) as [Article, Article, Article, Article, Article, Article, Article, Article];
  const teaser = (text: string): string =>
    `<article class="teaser"><h2><a href="/x">Another story about another port</a></h2><p>${text}</p></article>`;
  const bare = (one: Article): string => expectedOf(one);
  return [
    {
      name: 'page-article.html',
      bytes: page('en', `${menu}<article>${top(en)}${body(en)}</article>${footer}`),
      expected: bare(en),
    },
    {
      name: 'page-teasers-first.html',
      bytes: page(
        'de',
        `${menu}<section>${['Im Hafen von Lindhamn wird gestreikt.', 'Die Fähre nach Sola fährt wieder.', 'Neue Preise für Liegeplätze.'].map(teaser).join('\n')}</section><article id="story">${top(de)}${body(de)}</article>${footer}`,
      ),
      expected: bare(de),
    },
    {
      name: 'page-divs.html',
      bytes: page(
        'pl',
        `<div id="wrap"><div class="menu"><a href="/">Strona główna</a> <a href="/porty">Porty</a></div><div class="content"><div class="text">${top(pl)}${body(pl)}</div></div><div class="side"><p><a href="/1">Przeczytaj także o innych portach</a></p></div></div>`,
      ),
      expected: bare(pl),
    },
    {
      name: 'page-comments.html',
      bytes: page(
        'ru',
        `<main><article>${top(ru)}${body(ru)}</article><section class="comments">${['Согласен.', 'А что же с маяком, о котором писали в прошлом году?', 'Спасибо за статью.'].map((text) => `<article class="comment"><p>${text}</p></article>`).join('')}</section></main>`,
      ),
      expected: bare(ru),
    },
    {
      name: 'page-windows-1251.html',
      bytes: encode(
        page(
          'be',
          `${menu}<main>${top(be)}${body(be)}</main>`,
          '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">',
        ),
        'windows-1251',
      ),
      expected: bare(be),
    },
    {
      name: 'page-koi8-u.html',
      bytes: encode(
        page('uk', `<main>${top(uk)}${body(uk)}</main>`, "<meta charset='koi8-u'>").replaceAll(/[«»—]/g, '-'),
        'koi8-u',
      ),
      expected: bare(uk).replaceAll(/[«»—]/g, '-'),
    },
    {
      name: 'page-json-ld.html',
      bytes: page(
        'fr',
        `<main><h1>${fr.title}</h1>${body(fr)}</main>`,
        `<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"Ports"},{"@type":"NewsArticle","headline":"${fr.title}","author":[{"@type":"Person","name":"${fr.author}"}],"datePublished":"2021-03-14T08:00:00+01:00","publisher":{"@type":"Organization","name":"Revue des ports"}}]}</script>`,
      ),
      expected: expectedOf(fr, { head: [fr.title, '2021-03-14', fr.author] }),
    },
    {
      name: 'page-citation-marks.html',
      bytes: page(
        'lt',
        `<main><h1>${lt.title}</h1>${body(lt)}</main>`,
        `<meta name="citation_title" content="${lt.title}"><meta name="citation_author" content="Žemaitė, Rūta"><meta name="citation_author" content="Kazlauskas, Jonas"><meta name="citation_publication_date" content="2021/03/14"><meta name="citation_journal_title" content="Uostų apžvalga"><meta name="citation_doi" content="10.5555/uostai.2021.3">`,
      ),
      expected: expectedOf(lt, { head: [lt.title, '2021-03-14', 'Žemaitė, Rūta, Kazlauskas, Jonas'] }),
    },
    {
      name: 'page-line-breaks.html',
      bytes: page(
        'en',
        `<table width="100%"><tr><td><font size="5"><b>Port news</b></font></td></tr><tr><td><font face="Times">${en.sections
          .flatMap(({ paragraphs }) => paragraphs)
          .map(escaped)
          .join('<br><br>\n')}</font></td></tr></table>`,
      ),
      expected: expectedOf(en, { headings: false, head: ['Port news'] }),
    },
    {
      name: 'page-hidden-notice.html',
      bytes: page(
        'de',
        `<div role="dialog"><p>Wir verwenden Cookies, damit diese Seite funktioniert, und bitten um Ihre Zustimmung.</p></div><div style="display: none"><p>${de.sections[0]?.paragraphs[0] ?? ''}</p></div><article>${top(de)}<div aria-hidden="true"><p>Anzeige</p></div>${body(de)}<form><p>Abonnieren Sie unseren Brief.</p></form></article>`,
      ),
      expected: bare(de),
    },
    {
      name: 'page-notes.html',
      bytes: page(
        'en',
        `<article>${top(en)}${body(en).replace('harbour', 'harbour<sup id="r1"><a href="#fn-1">1</a></sup>').replace('240 metres', '240 metres (60&thinsp;000 m<sup>3</sup>)')}<ol><li id="fn-1"><p>Council minutes of 3 May 2020, p. 14. <a href="#r1">↩</a></p></li></ol></article>`,
      ),
      expected: expectedOf(en, { notes: ['Council minutes of 3 May 2020, p. 14.'] }).replace(
        '240 metres',
        '240 metres (60 000 m³)',
      ),
    },
    {
      name: 'page-table.html',
      bytes: page(
        'en',
        `<article>${top(en)}${body(en)}<table><tr><th>Year</th><th>Ships</th></tr><tr><td>2020</td><td>112</td></tr><tr><td>2021</td><td>140</td></tr></table></article>`,
      ),
      expected: expectedOf(en, {
        table: [
          ['Year', 'Ships'],
          ['2020', '112'],
          ['2021', '140'],
        ],
      }),
    },
    {
      name: 'page-blocks-in-links.html',
      bytes: page(
        'pl',
        `<div role="main"><article><header>${top(pl)}</header><div class="lead"><span>${pl.sections[0]?.paragraphs[0] ?? ''}</span></div>${body({ ...pl, sections: pl.sections.map((section, index) => (index === 0 ? { ...section, paragraphs: section.paragraphs.slice(1) } : section)) })}</article></div>`,
      ),
      expected: expectedOf(pl).replace(/(## .*)\n\n(¶1 .*)/, '$2\n\n$1'),
    },
  ];
}
