import { HeadingLevel, Paragraph } from 'docx';
import { wordsIn } from '../../language/words/words.js';
import type { ArticleBlocks, ArticlePartBlocks } from '../../model.js';
import { parse, textContent } from '../../render/tree.js';
import { citedWords } from './cited-words.js';
import { type DocxBlock, docxBlocks, headingLevels } from './docx-blocks.js';
import { docxDocument } from './docx-document.js';
import { docxNotes } from './docx-notes.js';
import { docxRuns, textRun } from './docx-runs.js';
import { type DocxOptions, type DocxSetup, docxLists, logoOf, photographFinder } from './docx-setup.js';

/** The reader as a Word file: headings, prose, figures, tables; what claims rest on as footnotes; glossary and references. */
export function writeReader(article: ArticleBlocks, options: DocxOptions): Promise<Uint8Array> {
  const { title, subtitle, facts, author, settings, parts, glossary, references } = article;
  const { lang } = settings;
  const words = wordsIn(lang);
  let figures = 0;
  const nameOf = (key: string): string => references.find((one) => one.key === key)?.short ?? key;
  const setup: DocxSetup = {
    lang,
    look: options.look,
    macros: settings.macros,
    lists: docxLists(),
    photograph: photographFinder(options.photographs),
    nextFigure: () => ++figures,
    notes: docxNotes(
      (citation, block) => citedWords(citation, block, nameOf(citation.key), settings),
      ({ blocks }) => blocks.flatMap((block) => ('content' in block ? docxRuns(block.content, setup) : [])),
    ),
  };
  const line = (style: string, text: string): readonly Paragraph[] =>
    text === '' ? [] : [new Paragraph({ style, children: [textRun(text)] })];
  const entries = glossary.map(
    ({ short, long }) => new Paragraph({ children: [textRun(short, { bold: true }), textRun(`  ${long}`)] }),
  );
  const cited = references.map(({ html }) => new Paragraph({ children: [textRun(textContent(parse(html)).trim())] }));
  const content: readonly DocxBlock[] = [
    new Paragraph({ heading: HeadingLevel.TITLE, children: [textRun(title)] }),
    ...line('Subtitle', subtitle),
    ...line('Facts', facts.join(' · ')),
    ...parts.flatMap((part) => partOf(part, setup)),
    ...listed(words.glossary, entries),
    ...listed(words.references, cited),
  ];
  return docxDocument(
    content,
    { title, author, lang, kind: words.reader, size: options.size, date: options.date, ...logoOf(options) },
    setup,
  );
}

function partOf(
  { level, heading, blocks, footnotes, spoken }: ArticlePartBlocks,
  setup: DocxSetup,
): readonly DocxBlock[] {
  setup.notes.enter({ footnotes, ...(heading === undefined ? {} : { block: heading }) });
  const named =
    heading === undefined
      ? []
      : [
          new Paragraph({
            heading: headingLevels[level - 1] ?? HeadingLevel.HEADING_1,
            children: [...docxRuns(heading.content, setup)],
          }),
        ];
  const place = { depth: 0, level };
  const said =
    spoken.length === 0
      ? []
      : [
          new Paragraph({ style: 'Label', children: [textRun(wordsIn(setup.lang).speakerNotes)] }),
          ...docxBlocks(spoken, { ...place, style: 'Quote' }, setup),
        ];
  return [...named, ...docxBlocks(blocks, place, setup), ...said];
}

function listed(name: string, paragraphs: readonly Paragraph[]): readonly DocxBlock[] {
  return paragraphs.length === 0
    ? []
    : [new Paragraph({ heading: HeadingLevel.HEADING_1, children: [textRun(name)] }), ...paragraphs];
}
