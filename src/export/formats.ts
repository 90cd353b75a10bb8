import { editionName } from '../model/edition-name.js';
import type { Artifact, AssetResolver, Audience, PaperName, RenderedDeck } from '../model.js';
import type { Files } from '../system/effects.js';
import { siteAssets } from './assets.js';

/** An edition that was composed: what a format is made from. */
export interface FormatInput {
  readonly rendered: RenderedDeck;
  /** The deck in one file, composed when it is first asked for. */
  readonly html: () => string;
  readonly files: Files;
  /** The whole page with its assets placed by another resolver. */
  readonly compose: (assets: AssetResolver) => string;
  /** The printed slides; undefined when they were not asked for. */
  readonly pdf?: Uint8Array;
  /** The printed papers of the edition, those that were asked for. */
  readonly papers: readonly PrintedPaper[];
}

/** A paper as it was composed, with its assets inside, and as it was printed. */
export interface PrintedPaper {
  readonly name: PaperName;
  /** The file's name without its ending. */
  readonly file: string;
  readonly html: string;
  readonly pdf: Uint8Array;
}

/** One kind of output: for whom it is, whether the slides or a paper are printed for it, and the files it makes below the output folder. */
export interface Format {
  readonly audiences: readonly Audience[];
  readonly prints?: 'slides' | PaperName;
  readonly make: (input: FormatInput) => readonly Artifact[];
}

/** Every kind of output by the name `--to` knows it by. Assets come before the page that names them. */
export const formats = {
  site: {
    audiences: ['student'],
    make({ rendered, files, compose }) {
      const assets = siteAssets(files);
      const page = compose(assets);
      const folder = `site/${fileName(rendered.name, rendered)}`;
      return [
        ...assets.artifacts().map((artifact) => ({ ...artifact, path: `${folder}/${artifact.path}` })),
        { path: `${folder}/index.html`, bytes: page },
      ];
    },
  },
  html: {
    audiences: ['teacher'],
    make: ({ rendered, html }) => [{ path: exportPath(rendered, rendered.name, 'html'), bytes: html() }],
  },
  pdf: {
    audiences: ['student'],
    prints: 'slides',
    make: ({ rendered, pdf }) =>
      pdf === undefined ? [] : [{ path: exportPath(rendered, 'slides', 'pdf'), bytes: pdf }],
  },
  handout: { audiences: ['student', 'teacher'], prints: 'handout', make: printedAs('handout') },
  worksheet: { audiences: ['student'], prints: 'worksheet', make: printedAs('worksheet') },
  ticket: { audiences: ['student'], prints: 'ticket', make: printedAs('ticket') },
  key: { audiences: ['teacher'], prints: 'key', make: printedAs('key') },
  reader: {
    audiences: ['student', 'teacher'],
    prints: 'reader',
    make: (input) => [...printedAs('reader')(input), ...readerPage(input)],
  },
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof formats;

function printedAs(paper: PaperName): Format['make'] {
  return ({ rendered, papers }) =>
    papers
      .filter(({ name }) => name === paper)
      .map(({ file, pdf }) => ({ path: exportPath(rendered, file, 'pdf'), bytes: pdf }));
}

/** The student's reader also comes as a page for a phone. */
function readerPage({ rendered, papers }: FormatInput): readonly Artifact[] {
  if (rendered.edition.audience === 'teacher') return [];
  return papers
    .filter(({ name }) => name === 'reader')
    .map(({ file, html }) => ({ path: exportPath(rendered, file, 'html'), bytes: html }));
}

/** All lengths of a deck stand in one folder, each under names of its own. */
function exportPath(rendered: RenderedDeck, file: string, ending: 'html' | 'pdf'): string {
  return `export/${rendered.name}/${fileName(file, rendered)}.${ending}`;
}

function fileName(name: string, { edition, settings }: RenderedDeck): string {
  return editionName(name, edition, settings);
}
