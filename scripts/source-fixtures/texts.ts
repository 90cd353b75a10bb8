import { type Article, article } from './article.js';
import { encode, expectedOf, type SourceCase, wrap } from './case.js';

/** Plain texts as people have them. */
export function textCases(): readonly SourceCase[] {
  const bare = { headings: false } as const;
  const paragraphs = ({ sections }: Article): readonly string[] => sections.flatMap((section) => section.paragraphs);
  const head = ({ title, date, author }: Article): string => `${title}\n\n${date}\n\n${author}\n\n`;
  const wrapped = (one: Article, width = 78): string =>
    `${head(one)}${paragraphs(one)
      .map((text) => wrap(text, width))
      .join('\n\n')}\n`;
  const [en, de, pl, ru, uk, fr, be, lt] = ['en', 'de', 'pl', 'ru', 'uk', 'fr', 'be', 'lt'].map((lang, index) =>
    article(lang, 100 + index),
  ) as [Article, Article, Article, Article, Article, Article, Article, Article];
  const long = article('en', 120, 3, 6);
  const numbered = long.sections.map(({ heading, paragraphs }, index) => ({
    heading: `${index + 1}. ${heading}`,
    paragraphs,
  }));
  return [
    { name: 'text-wrapped.txt', bytes: wrapped(en), expected: expectedOf(en, bare) },
    {
      name: 'text-long-lines.txt',
      bytes: `${head(de)}${paragraphs(de).join('\n\n')}`,
      expected: expectedOf(de, bare),
    },
    {
      name: 'text-a-line-each.txt',
      bytes: [pl.title, pl.date, `Autor: ${pl.author}`, ...paragraphs(pl)].join('\r\n'),
      expected: expectedOf(pl, bare),
    },
    {
      name: 'text-indented.txt',
      bytes: `${head(long)}${paragraphs(long)
        .map((text) => wrap(text, 72, '    '))
        .join('\n')}\n`,
      expected: expectedOf(long, bare),
    },
    {
      name: 'text-numbered-headings.txt',
      bytes: `${head(long)}${numbered.map((one) => [one.heading, ...one.paragraphs.map((text) => wrap(text, 70))].join('\n\n')).join('\n\n')}`,
      expected: expectedOf({ ...long, sections: numbered }),
    },
    { name: 'text-marked-pages.txt', ...markedPages(long) },
    { name: 'text-running-heads.txt', ...runningHeads(long) },
    { name: 'text-windows-1251.txt', bytes: encode(wrapped(ru), 'windows-1251'), expected: expectedOf(ru, bare) },
    {
      name: 'text-koi8-u.txt',
      bytes: encode(wrapped(uk).replaceAll(/[«»—]/g, '-'), 'koi8-u'),
      expected: expectedOf(uk, bare).replaceAll(/[«»—]/g, '-'),
    },
    { name: 'text-windows-1252.txt', bytes: encode(wrapped(fr), 'windows-1252'), expected: expectedOf(fr, bare) },
    {
      name: 'text-latin-2.txt',
      bytes: encode(wrapped(pl).replaceAll(/[–„”]/g, '-'), 'iso-8859-2'),
      expected: expectedOf(pl, bare).replaceAll(/[–„”]/g, '-'),
    },
    { name: 'text-windows-1257.txt', bytes: encode(wrapped(lt), 'windows-1257'), expected: expectedOf(lt, bare) },
    { name: 'text-utf-16.txt', bytes: Buffer.from(wrapped(be), 'utf16le'), expected: expectedOf(be, bare) },
    {
      name: 'text-utf-16-marked.txt',
      bytes: Buffer.from(`\uFEFF${wrapped(be)}`, 'utf16le'),
      expected: expectedOf(be, bare),
    },
    {
      name: 'text-ibm866.txt',
      bytes: encode(wrapped(ru).replaceAll(/[«»—]/g, '-'), 'ibm866'),
      expected: expectedOf(ru, bare).replaceAll(/[«»—]/g, '-'),
    },
  ];
}

/** `[Page 12]` where each page begins, also within a paragraph. */
function markedPages(one: Article): Omit<SourceCase, 'name'> {
  let page = 12;
  const texts = one.sections.flatMap(({ paragraphs }) => paragraphs);
  const marked = texts.map((text, index) => {
    if (index % 3 !== 1) return wrap(text, 76);
    const at = text.indexOf(' ', text.length / 2);
    return `${wrap(text.slice(0, at), 76)}\n\n[Page ${++page}]\n\n${wrap(text.slice(at + 1), 76)}`;
  });
  const bytes = `[Page 12]\n\n${one.title}\n\n${one.author}\n\n${marked.join('\n\n')}\n`;
  return { bytes, expected: expectedOf(one, { headings: false, head: [one.title, one.author] }) };
}

/** Running heads and page numbers left in the text, where the page breaks are lost. */
function runningHeads(one: Article): Omit<SourceCase, 'name'> {
  let page = 30;
  const texts = one.sections.flatMap(({ paragraphs }) => paragraphs);
  const broken = texts.map((text, index) => {
    if (index % 3 !== 1) return wrap(text, 76);
    const words = text.split(' ');
    const half = Math.floor(words.length / 2);
    const end = words.findIndex((word, at) => at >= half && /^[a-z]/.test(word));
    return `${wrap(words.slice(0, end).join(' '), 76)}\n\n${++page}\n\nNorthern Ports Review ${page}\n\n${wrap(words.slice(end).join(' '), 76)}`;
  });
  return {
    bytes: `${one.title}\n\n${one.author}\n\n${broken.join('\n\n')}\n`,
    expected: expectedOf(one, { headings: false, head: [one.title, one.author] }),
  };
}
