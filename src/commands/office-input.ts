import { chartSheet } from '../chart/chart-sheet.js';
import { questionsOf } from '../evidence/questions.js';
import { besideOf, markingAssets } from '../export/composed-page.js';
import type { FormatInput } from '../export/formats.js';
import type { Edition, PaperSetup, Slide } from '../model.js';
import { slideBlocks } from '../render/blocks/slide-blocks.js';
import { folderOf, nameOf } from '../render/documents/local-files.js';
import { articleBlocks } from '../render/papers/article-parts.js';
import { readQuiz, readWorksheet } from '../render/papers/quiz.js';
import { renderText } from '../render/render-slides.js';
import type { SlideDocument } from '../render/slide-document.js';
import { shownAssets } from './costly-picture.js';
import type { ComposedEdition } from './edition.js';
import type { Tools } from './tools.js';

/** What formats for other programs are made from, each part read when it is asked for. */
export type OfficeInput = Pick<
  FormatInput,
  'slides' | 'text' | 'quiz' | 'worksheet' | 'article' | 'charts' | 'photographs' | 'date' | 'paper'
>;

export function officeInput(
  { deck, document, files, rendered, standFor }: ComposedEdition,
  paper: PaperSetup,
  tools: Tools,
): OfficeInput {
  const students = { ...document.edition, audience: 'student' } as const;
  const asked = (edition: Edition): SlideDocument => renderText(document, 'text', edition, asks);
  return {
    paper,
    date: tools.effects.now(),
    slides: () => slideBlocks(document),
    text: () => slideBlocks(renderText(document, 'text')),
    quiz: () => readQuiz(renderText(asked(document.edition), 'whole', document.edition, asks), asked(students)),
    worksheet: () => readWorksheet(asked(students)),
    article: () => articleBlocks(renderText(document, 'text'), document),
    charts: () => {
      const diagrams = deck.slides.flatMap((slide) => slide.diagrams);
      return new Map(
        diagrams.flatMap(({ id, chart }) => (chart === undefined ? [] : [[id, chartSheet(chart, rendered.lang)]])),
      );
    },
    async photographs(pictures) {
      if (pictures.length === 0) return new Map();
      const { photographAll } = await import('../measure/photograph.js');
      const marking = markingAssets(files, standFor.print);
      const assets = shownAssets(files, standFor.print, () => marking);
      const { paperStyle, folder } = tools.client;
      return photographAll(pictures, {
        browser: tools.browser,
        cache: tools.layouts,
        style: [
          assets.style(paperStyle, folder, 'paper'),
          ...rendered.styles.map(({ file, text }) =>
            assets.style(`@layer deck {${text}\n}`, folderOf(file), nameOf(file)),
          ),
        ].join('\n'),
        fileOf(file) {
          const address = assets.file(file);
          const large = marking.large.get(address ?? '');
          if (address === undefined || large === undefined) return address === undefined ? undefined : { address };
          const { path } = large;
          const beside = besideOf(address, large);
          return { address: beside.name, beside, hash: files.hashNow(path) ?? '', read: () => files.readNow(path) };
        },
      });
    },
  };
}

/** Questions are read from the slides that ask them. */
function asks(slide: Slide): boolean {
  return questionsOf(slide).length > 0;
}
