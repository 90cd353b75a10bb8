import { applyExceptions } from '../check/exceptions.js';
import { audiencesOf, type Format, type FormatName, formats, type PrintedPaper } from '../export/formats.js';
import { type Diagnostic, formatDiagnostic, hasErrors } from '../model/diagnostic.js';
import { type Artifact, type Audience, type InkPicture, type PaperName, paperNames, type Scene } from '../model.js';
import { brokenPictures } from './broken-pictures.js';
import type { CompiledDeck } from './compile.js';
import {
  type ComposedEdition,
  composeEdition,
  judgeLayout,
  type PrintedEdition,
  previewOf,
  printEdition,
  type ReadEdition,
  readEdition,
} from './edition.js';
import { inTurns } from './in-turns.js';
import { lengthsOf } from './lengths.js';
import { officeInput } from './office-input.js';
import { paperJobs } from './papers.js';
import type { PublishOptions } from './publish.js';
import { slidePictures } from './slide-pictures.js';
import type { Tools } from './tools.js';

/** What came of a deck; nothing of it is written yet. */
export interface Made {
  readonly artifacts: readonly Artifact[];
  readonly diagnostics: readonly Diagnostic[];
  readonly remarks: readonly string[];
}

type MakeOptions = Pick<PublishOptions, 'draft' | 'steps' | 'paper' | 'pictures'> & {
  readonly drawn: readonly InkPicture[];
};

/** Every wanted output in every wanted length. */
export async function makeLengths(
  compiled: CompiledDeck,
  wanted: readonly FormatName[],
  options: MakeOptions & Pick<PublishOptions, 'cut'>,
  tools: Tools,
): Promise<Made> {
  const artifacts: Artifact[] = [];
  const diagnostics: Diagnostic[] = [];
  const remarks: string[] = [];
  for (const cut of lengthsOf(compiled.deck, options.cut)) {
    const made = await makeLength(compiled, wanted, cut, options, tools);
    artifacts.push(...made.artifacts);
    diagnostics.push(...notAmong(diagnostics, made.diagnostics));
    remarks.push(...made.remarks);
  }
  return { artifacts, diagnostics, remarks: [...new Set(remarks)] };
}

/** An edition, and what is wanted of it. */
interface Job {
  readonly edition: ComposedEdition;
  readonly wanted: readonly Format[];
  readonly papers: readonly PaperName[];
}

/**
 * Every wanted output of a deck in one length, one edition an audience. Nothing is printed of a deck that has errors, unless it is a draft; slides and
 * papers are printed side by side.
 */
async function makeLength(
  compiled: CompiledDeck,
  wanted: readonly FormatName[],
  cut: number | undefined,
  options: MakeOptions,
  tools: Tools,
): Promise<Made> {
  const { draft = false } = options;
  const jobs: Job[] = [];
  for (const audience of audiencesFor(wanted)) {
    const own = wanted.map((name): Format => formats[name]).filter((format) => audiencesOf(format).includes(audience));
    const papers = paperNames.filter((name) => own.some(({ prints }) => prints === name));
    const edition = { audience, draft, ...(cut === undefined ? {} : { cut }) };
    jobs.push({ edition: await composeEdition(compiled, edition, tools, papers), wanted: own, papers });
  }
  const composed = jobs.flatMap(({ edition }) => edition.diagnostics);
  const mayPrint = draft || !hasErrors([...compiled.diagnostics, ...composed]);
  const shown = jobs.map((job) => layOut(job, mayPrint, options, tools));
  await inTurns(
    shown.flatMap(({ tasks }) => tasks),
    pagesAtOnce,
  );
  const artifacts: Artifact[] = [];
  const diagnostics: Diagnostic[] = [...composed];
  const remarks: string[] = [];
  for (const [index, job] of jobs.entries()) {
    const seen = shown[index]?.seen;
    if (seen === undefined) continue;
    const made = await makeFormats(job, seen, mayPrint, options, tools);
    artifacts.push(...made.artifacts);
    diagnostics.push(...made.diagnostics);
    remarks.push(...made.remarks);
  }
  const unread = shown.flatMap(({ seen }) => seen.unread);
  return { artifacts, diagnostics: [...diagnostics, ...notAmong(diagnostics, unread)], remarks };
}

/** What is known of an edition once it is laid out. */
interface SeenEdition {
  slides: PrintedEdition;
  scene?: Scene;
  readonly papers: PrintedPaper[];
  /** What was found by reading slides that were printed already. */
  readonly unread: Diagnostic[];
}

/** What has to be done in the browser for an edition, and where its results are when all is done. */
function layOut(
  { edition, wanted, papers }: Job,
  mayPrint: boolean,
  { draft = false, steps, paper }: MakeOptions,
  tools: Tools,
): { readonly tasks: readonly (() => Promise<void>)[]; readonly seen: SeenEdition } {
  const seen: SeenEdition = { slides: { diagnostics: [] }, papers: [], unread: [] };
  const printsSlides = wanted.some(({ prints }) => prints === 'slides');
  const wantsScene = mayPrint && wanted.some(({ needs }) => needs === 'scene');
  const read = async (isJudged: boolean): Promise<ReadEdition> => {
    const found = await readEdition(edition, { isJudged }, tools);
    if (found.scene !== undefined) seen.scene = found.scene;
    return found;
  };
  const slides = async (): Promise<PrintedEdition> => {
    if (mayPrint && printsSlides) return printEdition(edition, { steps, always: draft }, tools);
    if (wanted.every(isUnlaid)) return { diagnostics: await brokenPictures(edition, tools) };
    return { diagnostics: wantsScene ? (await read(true)).diagnostics : await judgeLayout(edition, tools) };
  };
  const tasks: (() => Promise<void>)[] = [
    async () => {
      seen.slides = await slides();
    },
  ];
  if (wantsScene && printsSlides) tasks.push(async () => void seen.unread.push(...(await read(false)).diagnostics));
  if (mayPrint)
    for (const print of paperJobs(edition, papers, paper, tools))
      tasks.push(async () => void seen.papers.push(await print()));
  return { tasks, seen };
}

/** The files of an edition, and what is wrong with its slides as they are seen. */
async function makeFormats(
  { edition, wanted }: Job,
  { slides, scene, papers }: SeenEdition,
  mayPrint: boolean,
  { steps, paper, pictures = { scale: 1 }, drawn }: MakeOptions,
  tools: Tools,
): Promise<Made> {
  const preview = mayPrint && wanted.includes(formats.site) ? await previewOf(edition, tools) : undefined;
  const diagnostics: Diagnostic[] = [];
  const isPresentation = scene !== undefined && wanted.every(({ needs }) => needs === 'scene');
  if (isPresentation) {
    const { withoutContinued } = await import('./continued-tables.js');
    diagnostics.push(...withoutContinued(slides.diagnostics, scene, edition.rendered.slides));
  } else diagnostics.push(...slides.diagnostics);
  const wantsPictures = wanted.some(({ needs }) => needs === 'pictures');
  const taken = mayPrint && wantsPictures ? await slidePictures(edition, { ...pictures, steps }, tools) : undefined;
  diagnostics.push(...(taken?.diagnostics ?? []));
  const input = {
    ...edition,
    ...slides,
    ...(scene === undefined ? {} : { scene }),
    ...(taken === undefined ? {} : { pictures: taken.pictures }),
    ...officeInput(edition, paper, tools),
    ink: drawn,
    papers,
    ...(preview === undefined ? {} : { preview }),
  };
  const artifacts: Artifact[] = [];
  const remarks: string[] = [];
  for (const format of mayPrint ? wanted : []) {
    const made = await format.make(input);
    artifacts.push(...made.artifacts);
    diagnostics.push(...applyExceptions(edition.deck, made.diagnostics ?? []));
    remarks.push(...(made.remarks ?? []));
  }
  return { artifacts, diagnostics, remarks };
}

/** Those that get something. */
export function audiencesFor(wanted: readonly FormatName[]): readonly Audience[] {
  const getting = wanted.flatMap((name) => audiencesOf(formats[name]));
  return (['student', 'teacher'] satisfies Audience[]).filter((audience) => getting.includes(audience));
}

/** Those that were not said before; of a deck with errors only the making of a draft finds them. */
export function notAmong(known: readonly Diagnostic[], others: readonly Diagnostic[]): readonly Diagnostic[] {
  const said = new Set(known.map(formatDiagnostic));
  return others.filter((one) => !said.has(formatDiagnostic(one)));
}

/** Whether a format is made without the slides being laid out. */
function isUnlaid({ needs }: Format): boolean {
  return needs === 'text' || needs === 'questions' || needs === 'drawings';
}

/** Pages of the browser that print side by side: more would only take memory. */
const pagesAtOnce = 3;
