import { createHash } from 'node:crypto';
import { dirname, join, resolve } from 'node:path';
import { applyExceptions } from '../check/exceptions.js';
import { count } from '../count.js';
import { questionsOf } from '../evidence/questions.js';
import { audiencesOf, type Format, type FormatName, formats, type PrintedPaper } from '../export/formats.js';
import { type Diagnostic, formatDiagnostic, hasErrors } from '../model/diagnostic.js';
import {
  type Artifact,
  type AssetFile,
  type Audience,
  type InkPicture,
  type PaperName,
  paperNames,
  type Scene,
} from '../model.js';
import { nearest } from '../nearest.js';
import type { DeckLocation } from '../read/deck.js';
import { readInk } from '../read/ink-pictures.js';
import { steadyFiles } from '../read/steady-files.js';
import { shownPath } from '../read/text-file.js';
import { tracedFiles } from '../read/traced-files.js';
import type { Effects, Files } from '../system/effects.js';
import { brokenPictures } from './broken-pictures.js';
import { type CompiledDeck, compileDeck, compileText, drawDeck } from './compile.js';
import { toolsFor } from './confine.js';
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
import { judgeOthers } from './judged-editions.js';
import { judgeOnce } from './kept-judgement.js';
import type { KeptOutputs } from './kept-outputs.js';
import { lengthsOf, unlistedLength } from './lengths.js';
import { officeInput } from './office-input.js';
import { paperJobs } from './papers.js';
import type { PublishOptions } from './publish.js';
import { reportDiagnostics } from './report.js';
import { siteAddresses } from './site-addresses.js';
import { ownSites, siteEntry } from './site-folder.js';
import { slidePictures } from './slide-pictures.js';
import { standingPictures } from './standing-pictures.js';
import type { Tools } from './tools.js';

/** What was found. All files of the deck are of one state: what changes meanwhile is an error. */
export async function publishDeck(
  location: DeckLocation,
  wanted: readonly FormatName[],
  options: PublishOptions,
  shared: Tools,
  kept: KeptOutputs,
): Promise<readonly Diagnostic[]> {
  const { effects } = shared;
  const needsBrowser = ({ prints, needs }: Format): boolean => prints !== undefined || needs === 'pictures';
  if (wanted.some((name) => needsBrowser(formats[name]))) shared.browser.prepare();
  const traced = tracedFiles(effects.files);
  const files = steadyFiles(traced);
  const tools = toolsFor(location, { ...shared, effects: { ...effects, files } });
  const out = resolve(effects.cwd, options.out);
  const ink = options.ink === undefined ? [] : await readInk(options.ink, { ...effects, files });
  const standing = wanted.includes('site')
    ? await ownSites(join(out, 'site'), location.name, effects.files)
    : new Map();
  const drawn = await compileFor(wanted, location, tools);
  const { deck } = drawn;
  const others = await judgeOthers(drawn, { cut: options.cut, made: audiencesFor(wanted) }, (edition) =>
    judgeOnce(drawn, edition, tools, traced),
  );
  const compiled = { ...drawn, diagnostics: [...drawn.diagnostics, ...others] };
  const made = await makeLengths(compiled, wanted, { ...options, drawn: ink, draft: false }, tools);
  const lengths = lengthsOf(deck, options.cut);
  const places = { file: location.file, site: join(out, 'site') };
  const addresses = await siteAddresses(deck, wanted.includes('site') ? lengths : [], places, effects.files);
  const first = [
    ...compiled.diagnostics,
    ...addresses.diagnostics,
    ...unlistedLength(deck, options.cut),
    ...strayInk(deck, ink),
    ...made.diagnostics,
  ];
  const isDraft = hasErrors(first) && options.draft === true;
  const {
    artifacts,
    remarks,
    diagnostics: late,
  } = isDraft
    ? await makeLengths(compiled, wanted, { ...options, drawn: ink, draft: true }, tools)
    : { ...made, diagnostics: [] };
  const found = [...first, ...notAmong(first, late)];
  const changed = (await files.changed()).map((change) => changedMeanwhile(change, effects));
  const diagnostics = [...found, ...changed];
  reportDiagnostics(deck, diagnostics, effects.report);
  if (changed.length > 0 || (hasErrors(found) && !isDraft)) {
    const why = changed.length > 0 ? 'run the command again.' : 'it has errors. --draft writes it all the same.';
    effects.report(`${deck.path}:1:1 ${deck.name} was not written: ${why}`);
    return diagnostics;
  }
  if (options.quiet !== true) for (const remark of remarks) effects.report(remark);
  effects.signal.throwIfAborted();
  const entries = [...addresses.known].map(([cut, ids]) => siteEntry(deck, cut, places, artifacts, ids));
  const pictures = await standingPictures(deck, { wanted, lengths, out }, effects.files);
  const before = [...pictures, ...entries.flatMap(({ path }) => standing.get(dirname(join(out, path))) ?? [])];
  const all = [...artifacts, ...entries];
  await tools.progress.stage(
    `${deck.name}: write`,
    () => writeArtifacts(all, { out, before }, effects),
    () => `${count(artifacts.length, 'file')} in ${options.out}`,
  );
  const written = all.map((one): [string, string] => {
    const file = join(out, one.path);
    return [file, 'pieces' in one ? (effects.files.hashNow(file) ?? '') : hashOf(one, files)];
  });
  if (!isDraft) await kept.keep({ path: deck.path, diagnostics, remarks, written }, traced.sights());
  return diagnostics;
}

/** Drawings of slides that the deck has not: their ids have changed since, or they are another deck's. */
function strayInk({ slides }: CompiledDeck['deck'], drawn: readonly InkPicture[]): readonly Diagnostic[] {
  const ids = slides.map(({ id }) => id);
  return drawn
    .filter(({ slide }) => !ids.includes(slide))
    .map(({ slide, path }) => {
      const near = nearest(slide, ids);
      return {
        rule: 'file-unread',
        severity: 'warning',
        message: `${path} was drawn on the slide "${slide}", which this deck has not; it is laid over none.`,
        place: { path, line: 1 },
        cure:
          near === undefined
            ? 'Leave it out.'
            : `Call it ${near}.svg if it is that slide, and take \`data-slide\` out of it.`,
      };
    });
}

/** What only the making of a draft tells: a deck with errors is not printed before. */
function notAmong(known: readonly Diagnostic[], others: readonly Diagnostic[]): readonly Diagnostic[] {
  const said = new Set(known.map(formatDiagnostic));
  return others.filter((one) => !said.has(formatDiagnostic(one)));
}

function changedMeanwhile(
  { file, isGone }: { readonly file: string; readonly isGone: boolean },
  effects: Effects,
): Diagnostic {
  const message = `The file was ${isGone ? 'removed' : 'changed'} while the deck was made from it.`;
  const place = { path: shownPath(file, effects), line: 1 };
  const cure = isGone ? 'Put it back, or remove what names it.' : 'Run the command again.';
  return { rule: 'changed-meanwhile', severity: 'error', message, place, cure };
}

interface Made {
  readonly artifacts: readonly Artifact[];
  readonly diagnostics: readonly Diagnostic[];
  readonly remarks: readonly string[];
}

type MakeOptions = Pick<PublishOptions, 'draft' | 'steps' | 'paper' | 'pictures'> & {
  readonly drawn: readonly InkPicture[];
};

/** Every wanted output in every wanted length. */
async function makeLengths(
  compiled: CompiledDeck,
  wanted: readonly FormatName[],
  options: MakeOptions & Pick<PublishOptions, 'cut'>,
  tools: Tools,
): Promise<Made> {
  const artifacts: Artifact[] = [];
  const diagnostics: Diagnostic[] = [];
  const remarks: string[] = [];
  for (const cut of lengthsOf(compiled.deck, options.cut)) {
    const made = await makeAll(compiled, wanted, cut, options, tools);
    artifacts.push(...made.artifacts);
    diagnostics.push(...notAmong(diagnostics, made.diagnostics));
    remarks.push(...made.remarks);
  }
  return { artifacts, diagnostics, remarks: [...new Set(remarks)] };
}

/**
 * Every wanted output of a deck in one length, one edition an audience. Nothing is printed of a deck that has errors, unless it is a draft; slides and
 * papers are printed side by side.
 */
async function makeAll(
  compiled: CompiledDeck,
  wanted: readonly FormatName[],
  cut: number | undefined,
  { draft = false, steps, paper, pictures = { scale: 1 }, drawn }: MakeOptions,
  tools: Tools,
): Promise<Made> {
  const chosen = (audience: Audience): readonly Format[] =>
    wanted.map((name): Format => formats[name]).filter((format) => audiencesOf(format).includes(audience));
  const papersOf = (audience: Audience): readonly PaperName[] =>
    paperNames.filter((name) => chosen(audience).some(({ prints }) => prints === name));
  const editions: ComposedEdition[] = [];
  for (const audience of audiencesFor(wanted)) {
    const edition = { audience, draft, ...(cut === undefined ? {} : { cut }) };
    editions.push(await composeEdition(compiled, edition, tools, papersOf(audience)));
  }
  const composed = editions.flatMap(({ diagnostics }) => diagnostics);
  const mayPrint = draft || !hasErrors([...compiled.diagnostics, ...composed]);
  const scenes = new Map<ComposedEdition, Scene>();
  const unread: Diagnostic[] = [];
  const work = editions.map((edition) => {
    const { audience } = edition.rendered.edition;
    const isText = chosen(audience).every(isUnlaid);
    const printsSlides = chosen(audience).some(({ prints }) => prints === 'slides');
    const wantsScene = mayPrint && chosen(audience).some(({ needs }) => needs === 'scene');
    const read = async ({ isJudged }: { readonly isJudged: boolean }): Promise<ReadEdition> => {
      const found = await readEdition(edition, { isJudged }, tools);
      if (found.scene !== undefined) scenes.set(edition, found.scene);
      return found;
    };
    const slides = async (): Promise<PrintedEdition> => {
      if (mayPrint && printsSlides) return printEdition(edition, { steps, always: draft }, tools);
      if (isText) return { diagnostics: await brokenPictures(edition, tools) };
      return {
        diagnostics: wantsScene ? (await read({ isJudged: true })).diagnostics : await judgeLayout(edition, tools),
      };
    };
    const beside = async (): Promise<void> => void unread.push(...(await read({ isJudged: false })).diagnostics);
    const besides = wantsScene && printsSlides ? [beside] : [];
    return { edition, slides, besides, papers: mayPrint ? paperJobs(edition, papersOf(audience), paper, tools) : [] };
  });
  const laidOut = new Map<ComposedEdition, PrintedEdition>();
  const printed = new Map<ComposedEdition, PrintedPaper[]>(editions.map((edition) => [edition, []]));
  const jobs = work.flatMap(({ edition, slides, besides, papers }) => [
    async () => void laidOut.set(edition, await slides()),
    ...besides,
    ...papers.map((print) => async () => void printed.get(edition)?.push(await print())),
  ]);
  await inTurns(jobs, pagesAtOnce);
  const diagnostics: Diagnostic[] = [...composed];
  const artifacts: Artifact[] = [];
  const remarks: string[] = [];
  for (const edition of editions) {
    const { audience } = edition.rendered.edition;
    const isSite = chosen(audience).includes(formats.site);
    const preview = mayPrint && isSite ? await previewOf(edition, tools) : undefined;
    const scene = scenes.get(edition);
    const judged = laidOut.get(edition)?.diagnostics ?? [];
    const isPresentation = scene !== undefined && chosen(audience).every(({ needs }) => needs === 'scene');
    if (isPresentation) {
      const { withoutContinued } = await import('./continued-tables.js');
      diagnostics.push(...withoutContinued(judged, scene, edition.rendered.slides));
    } else diagnostics.push(...judged);
    const wantsPictures = chosen(audience).some(({ needs }) => needs === 'pictures');
    const taken = mayPrint && wantsPictures ? await slidePictures(edition, { ...pictures, steps }, tools) : undefined;
    diagnostics.push(...(taken?.diagnostics ?? []));
    const input = {
      ...edition,
      ...laidOut.get(edition),
      ...(scene === undefined ? {} : { scene }),
      ...(taken === undefined ? {} : { pictures: taken.pictures }),
      ...officeInput(edition, paper, tools),
      ink: drawn,
      papers: printed.get(edition) ?? [],
      ...(preview === undefined ? {} : { preview }),
    };
    for (const format of chosen(edition.rendered.edition.audience)) {
      if (!mayPrint) break;
      const made = await format.make(input);
      artifacts.push(...made.artifacts);
      diagnostics.push(...applyExceptions(compiled.deck, made.diagnostics ?? []));
      remarks.push(...(made.remarks ?? []));
    }
  }
  diagnostics.push(...notAmong(diagnostics, unread));
  return { artifacts, diagnostics, remarks };
}

/** Those that get something. */
function audiencesFor(wanted: readonly FormatName[]): readonly Audience[] {
  const getting = wanted.flatMap((name) => audiencesOf(formats[name]));
  return (['student', 'teacher'] satisfies Audience[]).filter((audience) => getting.includes(audience));
}

/** Whether a format is made without the slides being laid out. */
function isUnlaid({ needs }: Format): boolean {
  return needs === 'text' || needs === 'questions' || needs === 'drawings';
}

/** A deck with the drawings that its formats show; what needs no browser is always drawn. */
async function compileFor(wanted: readonly FormatName[], location: DeckLocation, tools: Tools): Promise<CompiledDeck> {
  const needs = wanted.map((name): Format => formats[name]).map((format) => format.needs);
  if (!needs.every((one) => one === 'text' || one === 'questions')) return compileDeck(location, tools);
  const text = await compileText(location, tools);
  if (!needs.includes('questions')) return drawDeck(text, { ...tools, browser: undefined });
  return drawDeck(text, { ...tools, isNeeded: (slide) => questionsOf(slide).length > 0 });
}

/** Pages of the browser that print side by side: more would only take memory. */
const pagesAtOnce = 3;

function hashOf(artifact: AssetFile, { hashNow }: Files): string {
  if ('copyOf' in artifact) return hashNow(artifact.copyOf) ?? '';
  return createHash('sha256').update(artifact.bytes).digest('hex');
}

/** Writes all of a deck's files or none, then removes what earlier runs wrote (`before`) and this one did not. */
async function writeArtifacts(
  artifacts: readonly Artifact[],
  { out, before }: { readonly out: string; readonly before: readonly string[] },
  { files }: Effects,
): Promise<void> {
  const written = artifacts.map(({ path, ...content }) => ({ file: join(out, path), ...content }));
  await files.replace(written);
  const current = new Set(written.map(({ file }) => file));
  for (const file of before) if (!current.has(file)) await files.remove(file);
}
