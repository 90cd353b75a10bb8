import { wordsIn } from '../../language/words/words.js';
import type { ArticleBlocks, ArticlePartBlocks, Block, Citation } from '../../model.js';
import { isRightToLeft } from '../../render/right-to-left.js';
import { parse, textContent } from '../../render/tree.js';
import { citedWords } from '../docx/cited-words.js';
import { escapeXml } from '../markup/escape-xml.js';
import { mathMl } from '../markup/formula-markup.js';
import { type MarkupParts, writeMarkup, writeWords } from '../markup/write-markup.js';
import { plainWords } from '../plain-words.js';
import { mediaType } from '../quiz/data-address.js';
import { qtiId } from '../quiz/qti-id.js';
import { type PictureFiles, type QuizFiles, quizFiles } from '../quiz/quiz-files.js';
import { wholeSvg } from '../whole-svg.js';
import { zipFiles } from '../zip-files.js';

/** What an e-book is made with. */
export interface EpubSetup extends PictureFiles {
  /** The deck's name, which the book is known by. */
  readonly name: string;
  readonly date: Date;
}

/** The reader as an e-book (EPUB 3.3): one text, a table of contents, what claims rest on as footnotes that open in place. */
export function writeEpub(article: ArticleBlocks, { name, date, ...pictures }: EpubSetup): Uint8Array {
  const files = quizFiles(pictures);
  const text = bookText(article, files);
  const media = files.all();
  return zipFiles(
    [
      { name: 'mimetype', bytes: 'application/epub+zip' },
      { name: 'META-INF/container.xml', bytes: container },
      {
        name: 'book/package.opf',
        bytes: packageFile(
          article,
          name,
          date,
          media.map((one) => one.name),
          text.includes('<math'),
        ),
      },
      { name: 'book/contents.xhtml', bytes: contents(article) },
      { name: 'book/text.xhtml', bytes: text },
      { name: 'book/style.css', bytes: style },
      ...media.map((one) => ({ name: `book/media/${one.name}`, bytes: one.bytes })),
    ],
    ['mimetype'],
  );
}

const container =
  '<?xml version="1.0" encoding="UTF-8"?>\n<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>\n';

const style = `body { margin: 0 4%; line-height: 1.45 }
h1, h2, h3, h4 { font-family: serif; line-height: 1.2; text-align: left }
img { max-width: 100%; height: auto }
table { border-collapse: collapse }
th, td { border-bottom: 1px solid #b9bec8; padding: 0.2em 0.8em 0.2em 0; text-align: left; vertical-align: top }
pre { white-space: pre-wrap; overflow-wrap: anywhere }
.facts, .foot { color: #454c5c; font-size: 0.9em }
`;

function bookText(
  { title, subtitle, facts, settings, parts, glossary, references }: ArticleBlocks,
  files: QuizFiles,
): string {
  const words = wordsIn(settings.lang);
  const notes: string[] = [];
  let current: Block | undefined;
  let footnotes: ArticlePartBlocks['footnotes'] = [];
  const note = (body: string): string => {
    const id = notes.push(body);
    return `<a epub:type="noteref" role="doc-noteref" id="mark-${id}" href="#note-${id}"><sup>${id}</sup></a>`;
  };
  const cited = (citation: Citation): string => {
    const short = references.find(({ key }) => key === citation.key)?.short ?? citation.key;
    return note(`<p>${escapeXml(citedWords(citation, current, short, settings))}</p>`);
  };
  const markup: MarkupParts = {
    dialect: 'xhtml',
    level: 3,
    answer: words.answer,
    image: ({ file }) => {
      const named = file === undefined ? undefined : files.add(file);
      return named === undefined ? undefined : `media/${named}`;
    },
    drawing: ({ diagram, drawing, alt }) =>
      diagram === undefined || drawing === undefined
        ? undefined
        : `media/${files.put(`${diagram.id}.svg`, wholeSvg(drawing, alt))}`,
    formula: (tex, isDisplayed) => mathMl(tex, isDisplayed, settings.macros),
    mark: ({ citations, name }) =>
      citations.length === 0 ? note(`<p>${escapeXml(name)}</p>`) : citations.map(cited).join('<sup>,</sup>'),
    footnote: (number) => {
      const found = footnotes.find((one) => one.number === number);
      return found === undefined ? `<sup>${number}</sup>` : note(writeMarkup(found.blocks, markup));
    },
    enter: (block) => {
      current = block;
    },
  };
  const sections = parts.map(({ id, level, heading, blocks, footnotes: own, spoken }) => {
    footnotes = own;
    current = heading;
    const named =
      heading === undefined ? '' : `<h${level + 1}>${writeWords(heading.content, markup)}</h${level + 1}>\n`;
    const said =
      spoken.length === 0
        ? ''
        : `<p><strong>${escapeXml(words.speakerNotes)}</strong></p>\n${writeMarkup(spoken, markup)}`;
    const anchor = heading === undefined ? '' : ` id="${qtiId('part', id)}"`;
    const body = `${named}${writeMarkup(blocks, markup)}${said}`;
    return body === '' ? '' : `<section${anchor}>\n${body}\n</section>`;
  });
  const list = (name: string, rows: readonly string[]): string =>
    rows.length === 0 ? '' : `<section>\n<h2>${escapeXml(name)}</h2>\n${rows.join('\n')}\n</section>`;
  const about = [
    `<h1>${escapeXml(title)}</h1>`,
    ...(subtitle === '' ? [] : [`<p>${escapeXml(subtitle)}</p>`]),
    ...(facts.length === 0 ? [] : [`<p class="facts">${escapeXml(facts.join(' · '))}</p>`]),
  ];
  const body = [
    ...about,
    ...sections,
    list(
      words.glossary,
      glossary.map(({ short, long }) => `<p><strong>${escapeXml(short)}</strong> ${escapeXml(long)}</p>`),
    ),
    list(
      words.references,
      references.map(({ html }) => `<p>${escapeXml(textContent(parse(html)).trim())}</p>`),
    ),
    ...notes.map(
      (one, index) =>
        `<aside epub:type="footnote" role="doc-footnote" class="foot" id="note-${index + 1}">${index + 1}. ${one}</aside>`,
    ),
  ];
  return page(title, settings.lang, body.filter((one) => one !== '').join('\n'));
}

function contents({ title, settings, parts }: ArticleBlocks): string {
  const items = parts.flatMap(({ id, heading }) =>
    heading === undefined
      ? []
      : [`<li><a href="text.xhtml#${qtiId('part', id)}">${escapeXml(plainWords(heading.content))}</a></li>`],
  );
  const rows = items.length === 0 ? [`<li><a href="text.xhtml">${escapeXml(title)}</a></li>`] : items;
  return page(
    title,
    settings.lang,
    `<nav epub:type="toc"><h1>${escapeXml(title)}</h1><ol>\n${rows.join('\n')}\n</ol></nav>`,
  );
}

function page(title: string, lang: string, body: string): string {
  const direction = isRightToLeft(lang) ? ' dir="rtl"' : '';
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${escapeXml(lang)}" xml:lang="${escapeXml(lang)}"${direction}>
<head><title>${escapeXml(title)}</title><link rel="stylesheet" type="text/css" href="style.css"/></head>
<body>
${body}
</body>
</html>
`;
}

function packageFile(
  { title, author, settings }: ArticleBlocks,
  name: string,
  date: Date,
  media: readonly string[],
  hasFormulas: boolean,
): string {
  const time = date.toISOString().replace(/\.\d+Z$/, 'Z');
  const items = media.map(
    (file, index) => `<item id="media-${index + 1}" href="media/${escapeXml(file)}" media-type="${mediaType(file)}"/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${escapeXml(settings.lang)}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">${escapeXml(settings.url ?? `pilcrow:${name}`)}</dc:identifier>
<dc:title>${escapeXml(title)}</dc:title>
<dc:language>${escapeXml(settings.lang)}</dc:language>
${author === '' ? '' : `<dc:creator>${escapeXml(author)}</dc:creator>\n`}<meta property="dcterms:modified">${time}</meta>
</metadata>
<manifest>
<item id="contents" href="contents.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="text" href="text.xhtml" media-type="application/xhtml+xml"${hasFormulas ? ' properties="mathml"' : ''}/>
<item id="style" href="style.css" media-type="text/css"/>
${items.join('\n')}
</manifest>
<spine><itemref idref="text"/></spine>
</package>
`;
}
