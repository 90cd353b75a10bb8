import { editionName } from '../model/edition-name.js';
import type {
  ArticleBlocks,
  Artifact,
  AssetResolver,
  Audience,
  ChartSheet,
  Diagnostic,
  InkPicture,
  PaperName,
  PaperSetup,
  Photograph,
  Quiz,
  RenderedDeck,
  RenderedSlide,
  Scene,
  ShownPicture,
  SlideBlocks,
} from '../model.js';
import type { Files } from '../system/effects.js';
import { inlineLimit, type Stand, siteAssets } from './assets.js';
import { type ComposedPage, piecesOf } from './composed-page.js';

/** An edition that was composed: what a format is made from. */
export interface FormatInput {
  readonly rendered: RenderedDeck;
  /** The slides as blocks, read when they are asked for. */
  readonly slides: () => readonly SlideBlocks[];
  /** The same as running text: answers where they were written, nothing moved to the foot. */
  readonly text: () => readonly SlideBlocks[];
  /** The questions that students get, with what is right; read when they are asked for, by what the teacher gets alone. */
  readonly quiz: () => Quiz;
  /** The same as students get them. */
  readonly worksheet: () => Quiz;
  /** The edition as running text. */
  readonly article: () => ArticleBlocks;
  /** The deck's charts by their ids, for programs that draw charts; undefined where such a chart would lose something. */
  readonly charts: () => ReadonlyMap<string, ChartSheet | undefined>;
  /** Pictures for programs that draw no SVG; those that cannot be shown are missing. */
  readonly photographs: (pictures: readonly ShownPicture[]) => Promise<ReadonlyMap<ShownPicture, Photograph>>;
  /** When it is made. */
  readonly date: Date;
  readonly paper: PaperSetup;
  /** The deck in one file, composed when it is first asked for. */
  readonly page: () => ComposedPage;
  readonly files: Files;
  /** What stands on screens and on paper in the place of pictures. */
  readonly standFor: Readonly<Record<'screen' | 'print', Stand>>;
  /** The whole page with its assets placed by another resolver. */
  readonly compose: (assets: AssetResolver) => string;
  /** What a speaker drew and saved, to be laid over the printed slides. */
  readonly ink?: readonly InkPicture[];
  /** The printed slides; undefined when they were not asked for. */
  readonly pdf?: Uint8Array;
  /** The slides as they are seen; undefined when no format asks for them. */
  readonly scene?: Scene;
  /** The slides as pictures by their files' names; undefined when no format asks for them. */
  readonly pictures?: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** Slide 1 as a picture, of a deck that says where it is published and is made as a site. */
  readonly preview?: Uint8Array;
  /** The printed papers of the edition, those that were asked for. */
  readonly papers: readonly PrintedPaper[];
}

/** A paper as it was composed, and as it was printed. */
export interface PrintedPaper {
  readonly name: PaperName;
  /** The file's name without its ending. */
  readonly file: string;
  readonly page: ComposedPage;
  readonly pdf: Uint8Array;
}

/** Files made in a format, not yet written, and what their reader or its author should know of them. */
export interface Made {
  readonly artifacts: readonly Artifact[];
  readonly diagnostics?: readonly Diagnostic[];
  /** What is good to know of the files and no fault of the deck, a line each. */
  readonly remarks?: readonly string[];
}

/** One kind of output: what is made for whom, from what, and how. */
export interface Format {
  /** Its files by who gets them, in their own length; `{deck}` is the deck's name. Who gets none is no audience of it. */
  readonly files: Readonly<Partial<Record<Audience, readonly string[]>>>;
  /**
   * `text`: the slides need not be laid out for it, so that no browser is started. `drawings`: the same, but with every drawing, so that
   * one is started where a drawing is not kept; `questions`: with those on slides that have a question. Else slides are laid out, and the layout is judged; `scene`: it is read too; `pictures`:
   * slides are photographed.
   */
  readonly needs?: 'text' | 'questions' | 'drawings' | 'scene' | 'pictures';
  /** Whether the slides or a paper are printed for it. */
  readonly prints?: 'slides' | PaperName;
  readonly make: (input: FormatInput) => Made | Promise<Made>;
}

/** Every kind of output by the name `--to` knows it by. Assets come before the page that names them. */
export const formats = {
  site: {
    files: { student: ['site/{deck}/'] },
    make({ rendered, files, standFor, compose, preview }) {
      const assets = siteAssets(files, standFor.screen, preview);
      const page = compose(assets);
      const folder = `site/${fileName(rendered.name, rendered)}`;
      const beside = assets.artifacts().map((artifact) => ({ ...artifact, path: `${folder}/${artifact.path}` }));
      return { artifacts: [...beside, { path: `${folder}/index.html`, bytes: page }] };
    },
  },
  html: {
    files: { teacher: ['{deck}.html'] },
    make: ({ rendered, page }) => ({ artifacts: [exportedPage(rendered, `${rendered.name}.html`, page())] }),
  },
  pdf: {
    files: { student: ['slides.pdf'] },
    prints: 'slides',
    async make({ rendered, pdf, ink = [] }) {
      if (pdf === undefined) return { artifacts: [] };
      const printed = exported(rendered, 'slides.pdf', pdf);
      if (ink.length === 0) return { artifacts: [printed] };
      const { layInk } = await import('./pdf/lay-ink.js');
      const annotated = await layInk(pdf, pagesOf(rendered), ink);
      if (annotated === undefined) return { artifacts: [printed] };
      const { diagnostics } = annotated;
      return { artifacts: [printed, exported(rendered, 'slides-annotated.pdf', annotated.pdf)], diagnostics };
    },
  },
  handout: paperFormat('handout', { student: ['handout-student.pdf'], teacher: ['handout-teacher.pdf'] }),
  worksheet: paperFormat('worksheet', { student: ['worksheet.pdf'] }),
  ticket: paperFormat('ticket', { student: ['exit-ticket.pdf'] }),
  key: paperFormat('key', { teacher: ['key.pdf'] }),
  reader: {
    files: { student: ['reader.pdf', 'reader.html'], teacher: ['reader-teacher.pdf'] },
    prints: 'reader',
    make: (input) => ({ artifacts: [...printedAs('reader', input), ...readerPage(input)] }),
  },
  txt: {
    files: { teacher: ['script.txt'] },
    needs: 'text',
    async make({ rendered, slides }) {
      const { writeScript } = await import('../write/script/write-script.js');
      const script = writeScript(slides(), rendered);
      return { artifacts: [exported(rendered, 'script.txt', script)] };
    },
  },
  docx: {
    files: { student: ['reader.docx', 'worksheet.docx'], teacher: ['key.docx'] },
    needs: 'drawings',
    async make(input) {
      const { writeDocx } = await import('../write/docx/write-docx.js');
      const written = await writeDocx(input);
      return { artifacts: written.map(({ name, bytes }) => exported(input.rendered, name, bytes)) };
    },
  },
  epub: {
    files: { student: ['reader.epub'] },
    needs: 'drawings',
    async make({ rendered, article, files, standFor, date }) {
      const { writeEpub } = await import('../write/epub/write-epub.js');
      const pictures = { read: files.readNow, standFor: standFor.print, room: inlineLimit };
      const bytes = writeEpub(article(), { name: rendered.name, date, ...pictures });
      return { artifacts: [exported(rendered, 'reader.epub', bytes)] };
    },
  },
  glossary: {
    files: { student: ['glossary.csv'] },
    needs: 'text',
    async make({ rendered, slides, article }) {
      const { writeGlossary } = await import('../write/glossary/write-glossary.js');
      const rows = writeGlossary({ slides: slides(), ...article() });
      return { artifacts: rows === '' ? [] : [exported(rendered, 'glossary.csv', rows)] };
    },
  },
  md: {
    files: { teacher: ['outline.md'] },
    needs: 'text',
    async make({ rendered, text }) {
      const { writeOutline } = await import('../write/outline/write-outline.js');
      return { artifacts: [exported(rendered, 'outline.md', writeOutline(text(), rendered))] };
    },
  },
  quiz: {
    files: { teacher: ['quiz.gift', 'quiz.xml', 'quiz-qti12.zip', 'quiz-qti21.zip', 'quiz-qti30.zip', 'quiz.csv'] },
    needs: 'questions',
    async make({ rendered, quiz, files, standFor }) {
      const read = quiz();
      if (read.questions.length === 0) return { artifacts: [], diagnostics: read.diagnostics };
      const { writeQuiz } = await import('../write/quiz/write-quiz.js');
      const written = writeQuiz(read, rendered.settings, {
        read: files.readNow,
        standFor: standFor.print,
        room: inlineLimit,
      });
      return {
        artifacts: written.map(({ name, bytes }) => exported(rendered, name, bytes)),
        diagnostics: read.diagnostics,
      };
    },
  },
  svg: {
    files: { student: ['svg/'] },
    needs: 'drawings',
    async make({ rendered, slides }) {
      const { writeFigures } = await import('../write/figures/write-figures.js');
      const figures = writeFigures(slides());
      const remarks =
        figures.length === 0 ? [`${rendered.name} has no diagram, map or chart: --to svg makes nothing.`] : [];
      return { artifacts: figures.map(({ name, svg }) => exported(rendered, `svg/${name}`, svg)), remarks };
    },
  },
  png: {
    files: { student: ['png/'] },
    needs: 'pictures',
    make: ({ rendered, pictures = [] }) => ({
      artifacts: pictures.map(({ name, bytes }) => exported(rendered, `png/${name}`, bytes)),
    }),
  },
  pptx: {
    files: { student: ['slides.pptx'], teacher: ['slides-teacher.pptx'] },
    needs: 'scene',
    async make({ rendered, slides, scene: seen, charts, date }) {
      if (seen === undefined) return { artifacts: [] };
      const { writePptx } = await import('../write/pptx/write-pptx.js');
      const { remarksOf } = await import('../write/pptx/remarks.js');
      const { withCharts } = await import('../write/pptx/with-charts.js');
      const { continuedDeck } = await import('../write/pptx/continued-deck.js');
      const scene = withCharts(seen, charts());
      const { name, title, author, lang, edition } = rendered;
      const { audience, cut } = edition;
      const institute = rendered.brand?.name;
      const said = {
        ...{ name, title, author, lang, audience },
        ...(cut === undefined ? {} : { cut }),
        ...(institute === undefined ? {} : { institute }),
      };
      const whole = { ...said, rendered: rendered.slides, scene, slides: slides(), date };
      const deck = continuedDeck(whole);
      const file = audience === 'teacher' ? 'slides-teacher.pptx' : 'slides.pptx';
      return { artifacts: [exported(rendered, file, writePptx(deck))], remarks: remarksOf(file, deck) };
    },
  },
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof formats;

/** The slides that have a page in print: Reveal leaves hidden ones out. */
function pagesOf({ slides }: RenderedDeck): readonly RenderedSlide[] {
  return slides.filter(({ html }) => !/^<section\b[^>]*\bdata-visibility="hidden"/.test(html));
}

/** Who gets something in a format. */
export function audiencesOf({ files }: Format): readonly Audience[] {
  return (['student', 'teacher'] satisfies Audience[]).filter((audience) => files[audience] !== undefined);
}

function paperFormat(
  paper: PaperName,
  files: Format['files'],
): { readonly files: Format['files']; readonly prints: PaperName; readonly make: (input: FormatInput) => Made } {
  return { files, prints: paper, make: (input) => ({ artifacts: printedAs(paper, input) }) };
}

function printedAs(paper: PaperName, { rendered, papers }: FormatInput): readonly Artifact[] {
  return papers.filter(({ name }) => name === paper).map(({ file, pdf }) => exported(rendered, `${file}.pdf`, pdf));
}

/** The student's reader also comes as a page for a phone. */
function readerPage({ rendered, papers }: FormatInput): readonly Artifact[] {
  if (rendered.edition.audience === 'teacher') return [];
  return papers
    .filter(({ name }) => name === 'reader')
    .map(({ file, page }) => exportedPage(rendered, `${file}.html`, page));
}

/** A file to hand out. All lengths of a deck stand in one folder, each under names of its own. */
function exported(rendered: RenderedDeck, file: string, bytes: Uint8Array | string): Artifact {
  return { path: exportPath(rendered, file), bytes };
}

function exportedPage(rendered: RenderedDeck, file: string, page: ComposedPage): Artifact {
  const [first, ...others] = piecesOf(page);
  if (typeof first === 'string' && others.length === 0) return exported(rendered, file, first);
  return { path: exportPath(rendered, file), pieces: piecesOf(page) };
}

function exportPath(rendered: RenderedDeck, file: string): string {
  const dot = file.lastIndexOf('.');
  return `export/${rendered.name}/${fileName(file.slice(0, dot), rendered)}${file.slice(dot)}`;
}

function fileName(name: string, { edition, settings }: RenderedDeck): string {
  return editionName(name, edition, settings);
}
