import type { PrintedPaper } from '../export/formats.js';
import { printPaper } from '../export/paper-pdf.js';
import type { PaperName, PaperSetup } from '../model.js';
import { papers } from '../render/papers/papers.js';
import { composePaper, paperTitle } from '../render/papers/shell.js';
import { composedPage } from './costly-picture.js';
import type { ComposedEdition } from './edition.js';
import type { Tools } from './tools.js';

/** Work that prints a paper; one for each wanted paper the edition's reader gets and the deck has something for. */
export function paperJobs(
  edition: ComposedEdition,
  wanted: readonly PaperName[],
  setup: PaperSetup,
  tools: Tools,
): readonly (() => Promise<PrintedPaper>)[] {
  const { rendered } = edition;
  const { audience } = rendered.edition;
  if (rendered.slides.length === 0) return [];
  const { author, lang } = rendered;
  return papers
    .filter(({ name, audiences }) => wanted.includes(name) && audiences.includes(audience))
    .flatMap((paper) => {
      const { html, large } = composedPage(edition.files, edition.standFor.print, (assets) =>
        composePaper(paper, edition, setup, tools.client, assets),
      );
      if (html === undefined) return [];
      const page = { html, large };
      const about = { title: paperTitle(paper, rendered), author, lang, date: tools.effects.now() };
      const file = paper.file(audience);
      return [
        () =>
          tools.progress.stage(
            `${rendered.name}: ${file}`,
            async () => ({
              name: paper.name,
              file,
              page,
              pdf: await printPaper({ ...page, about, grey: setup.grey, slides: rendered.slides.length }, tools),
            }),
            () => 'printed',
          ),
      ];
    });
}
