import { type Article, article } from './article.js';
import { expectedOf, type SourceCase, wrap } from './case.js';

/** Markdown as note takers, converters and site builders write it. */
export function markdownCases(): readonly SourceCase[] {
  const all = ['en', 'de', 'pl', 'ru', 'uk', 'fr', 'be', 'lt'].map((lang, index) => article(lang, 300 + index));
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
  const top = ({ title, date, author }: Article): string => `# ${title}\n\n${date}\n\n${author}\n\n`;
  const body = ({ sections }: Article): string =>
    sections
      .map(({ heading, paragraphs }) => `## ${heading}\n\n${paragraphs.map((text) => wrap(text, 80)).join('\n\n')}`)
      .join('\n\n');
  const iso = (one: Article): readonly string[] => [one.title, '2021-03-14', one.author];
  return [
    { name: 'markdown-plain.md', bytes: top(en) + body(en), expected: expectedOf(en) },
    {
      name: 'markdown-front-matter.md',
      bytes: `---\ntitle: "${de.title}"\nauthor: ${de.author}\ndate: 2021-03-14\nlang: de\n---\n\n${body(de)}`,
      expected: expectedOf(de, { head: iso(de) }),
    },
    {
      name: 'markdown-authors.md',
      bytes: `---\ntitle: ${pl.title}\nauthor:\n  - name: ${pl.author}\n    affiliation: Akademia\n  - Jan Nowak\ndate: 2021-03-14T10:00:00Z\n...\n\n${body(pl)}`,
      expected: expectedOf(pl, { head: [pl.title, '2021-03-14', `${pl.author}, Jan Nowak`] }),
    },
    {
      name: 'markdown-footnotes.md',
      bytes: `${top(ru)}${body(ru).replace('.', '.[^1]')}\n\n[^1]: Протокол заседания совета от 3 мая 2020 года, с. 14.\n`,
      expected: expectedOf(ru, { notes: ['Протокол заседания совета от 3 мая 2020 года, с. 14.'] }),
    },
    {
      name: 'markdown-table.md',
      bytes: `${top(uk)}${body(uk)}\n\n| Рік | Судна |\n|---|--:|\n| 2020 | 112 |\n| 2021 | 140 |\n`,
      expected: expectedOf(uk, {
        table: [
          ['Рік', 'Судна'],
          ['2020', '112'],
          ['2021', '140'],
        ],
      }),
    },
    {
      name: 'markdown-links.md',
      bytes: `${top(fr)}${body(fr).replace('Kalvik', '[Kalvik](https://example.org/k "le port")').replace('la ville', '**la ville**')}\n\n![Le port](port.jpg)\n`,
      expected: expectedOf(fr),
    },
    {
      name: 'markdown-setext.md',
      bytes: `${be.title}\n${'='.repeat(20)}\n\n${be.date}\n\n${be.author}\n\n${be.sections.map(({ heading, paragraphs }) => `${heading}\n${'-'.repeat(9)}\n\n${paragraphs.join('\n\n')}`).join('\n\n')}\n`,
      expected: expectedOf(be),
    },
    {
      name: 'markdown-html.md',
      bytes: `${top(lt)}<!-- iš leidinio -->\n\n${body(lt).replace('## ', '<div class="note">\n\n## ')}\n\n</div>\n`,
      expected: expectedOf(lt),
    },
    {
      name: 'markdown-page-marks.md',
      bytes: `${top(en)}[Page 7]\n\n${body(en).replace('. ', '.\n[Page 8]\n')}\n`,
      expected: expectedOf(en),
    },
    {
      name: 'markdown-windows.md',
      bytes: `\uFEFF${(top(de) + body(de)).replaceAll('\n', '\r\n')}`,
      expected: expectedOf(de),
    },
    {
      name: 'markdown-broken-front-matter.md',
      bytes: `---\ntitle: [${pl.title}\n---\n\n${top(pl)}${body(pl)}`,
      expected: expectedOf(pl),
    },
    {
      name: 'markdown-quotes.md',
      bytes: top(en) + body({ ...en, sections: en.sections }).replace(/\n\n(?=[^#\n]+$)/, '\n\n> '),
      expected: expectedOf(en),
    },
  ];
}
